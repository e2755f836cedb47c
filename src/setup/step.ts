// What a step of the setup is: one thing at Microsoft that has to be there, as data and pure functions.

/** The arguments of one call of the Azure CLI, without `az` itself. */
export type AzCommand = readonly string[];

/** What the steps before have found out. */
export interface SetupFacts {
  readonly botAppId?: string;
  readonly partnerAppId?: string;
  /** Object IDs of service principals, by the ID of their application. */
  readonly principalIds?: Readonly<Record<string, string>>;
  /** IDs of the access template's groups, by their place in it. */
  readonly groupIds?: Readonly<Record<number, string>>;
}

/** What reading has shown of a step's thing. */
export type StepFinding =
  /** Nothing to do. `what` says what was found. */
  | { readonly kind: 'there'; readonly what: string; readonly facts?: SetupFacts }
  | { readonly kind: 'absent' }
  /** Something of that name is there that these settings don't know: a person decides whether it's meant, and `then` holds. */
  | { readonly kind: 'sameName'; readonly question: string; readonly then: StepFinding }
  /** It's there and lacks something, which `act` adds. */
  | { readonly kind: 'incomplete'; readonly what: string; readonly act: AzCommand; readonly facts?: SetupFacts };

/** One thing that has to be there: how it's looked for, and how it's made. Repeating a step changes nothing. */
export interface AzStep {
  readonly kind: 'az';
  readonly title: string;
  /** The command that only reads. */
  readonly look: (facts: SetupFacts) => AzCommand;
  /**
   * What the answer means; `undefined`: the CLI says that there's no such thing.
   * @throws ConfigError where a person has to put something right first.
   */
  readonly judge: (answer: unknown, facts: SetupFacts) => StepFinding;
  /** The command that makes it. Absent: it can only be checked. */
  readonly act?: (facts: SetupFacts) => AzCommand;
  /** Whether the command would change one that was made meanwhile, so that it's looked for once more right before. */
  readonly adopts?: true;
  /** What the command's answer adds to the facts. */
  readonly learn?: (answer: unknown, facts: SetupFacts) => SetupFacts;
  /** What the command gives to whom, where it grants something. A person is asked, and may say no. */
  readonly grants?: string;
  /** What remains to be done where the person says no. */
  readonly otherwise?: (facts: SetupFacts) => string;
}

/** A client secret of an app, whose value goes into a setting and nowhere else. */
export interface SecretStep {
  readonly kind: 'secret';
  readonly title: string;
  readonly setting: string;
  readonly app: 'botAppId' | 'partnerAppId';
  readonly grants: string;
  readonly otherwise: string;
}

/** A step of the setup. */
export type SetupStep = AzStep | SecretStep;

/** An ID that's known, or in a dry run what will stand there. */
export function botAppId({ botAppId: id }: SetupFacts): string {
  return id ?? '<ID of the bot’s app>';
}

/** The same for the partner's app. */
export function partnerAppId({ partnerAppId: id }: SetupFacts): string {
  return id ?? '<ID of the partner app>';
}
