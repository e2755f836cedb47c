// What can be wrong with a setting, or with a file that one names. The catalogue has a text for each.

/** What was given: as much of it as helps to recognise it, or only its length where it may be a secret in the wrong place. */
export interface GivenText {
  readonly given?: string | undefined;
  readonly length: number;
}

type Nothing = Readonly<Record<never, never>>;

/** By code, the arguments of its text. None is ever a secret. */
export interface FaultArguments {
  // Missing, or wrong beside another setting.
  missing: { readonly isMicrosoft: boolean };
  noCredential: { readonly isMicrosoft: boolean; readonly settings: string };
  secondCredential: { readonly first: string; readonly settings: string };
  noWebhookSecret: Nothing;
  botIsAnonymous: Nothing;
  botIncomplete: Nothing;
  botTypeNeedsIt: { readonly botType: string };
  exposesAnonymousBot: { readonly host: string };
  sandboxNotHere: Nothing;
  databaseWithSandbox: Nothing;
  partnerUnnamed: { readonly placeholder: string };
  portTaken: { readonly port: number; readonly other: string };
  packageNeedsBot: Nothing;
  packageNeedsWebsite: Nothing;
  // The text by itself.
  notWhole: { readonly least: number; readonly most: number; readonly given: string };
  notOneOf: { readonly choices: string; readonly given: string };
  notHttps: { readonly given: string };
  notHttpsOrLoopback: { readonly given: string };
  notHttp: { readonly given: string };
  notDatabaseUrl: Nothing;
  databaseWithoutTls: Nothing;
  databaseUrlHasMore: Nothing;
  addressHasMore: { readonly example: string };
  notBotAppId: GivenText;
  notBotTenantId: GivenText;
  notPartnerTenantId: GivenText;
  notPartnerAppId: GivenText;
  notManagedIdentity: GivenText;
  notOneWord: Nothing;
  secretIsId: Nothing;
  notKey: Nothing;
  notWebhookSecret: Nothing;
  notHttpsAddresses: Nothing;
  notLine: GivenText & { readonly most: number };
  notHost: { readonly given: string };
  notFolder: { readonly given: string };
  folderUnusable: { readonly answer: string };
  notGroupId: { readonly given: string };
  notPersonId: { readonly given: string };
  notExporter: { readonly given: string; readonly choices: string };
  // A file.
  fileAbsent: Nothing;
  fileUnreadable: { readonly answer: string };
  tokensOfOtherKey: Nothing;
  tokensDamaged: Nothing;
  noCertificate: Nothing;
  keyEncrypted: Nothing;
  noPrivateKey: Nothing;
  certificateDamaged: Nothing;
  keyOfOtherCertificate: Nothing;
  keyNotRsa: Nothing;
  notAuthority: Nothing;
  messageAbsent: { readonly example: string };
  messageNotText: Nothing;
  messageTooLong: { readonly length: number; readonly most: number };
  messageTooManyBytes: { readonly bytes: number; readonly most: number };
  messageRepeats: { readonly placeholder: string };
  messageHasMarkup: Nothing;
  messageLacksLink: { readonly placeholder: string };
  messageHasUnknown: { readonly given: string; readonly placeholders: string };
  // A line of a JSON file.
  jsonEmpty: Nothing;
  jsonWrong: Nothing;
  jsonLacksName: Nothing;
  jsonLacksValue: Nothing;
  jsonLacksSign: { readonly sign: string };
  jsonGoesOn: Nothing;
  jsonHasComment: Nothing;
  jsonLacksQuote: Nothing;
  valueMissing: Nothing;
  valueEmpty: Nothing;
  valueTooLong: { readonly most: number };
  notText: Nothing;
  notTrueOrFalse: Nothing;
  notList: Nothing;
  notObject: Nothing;
  unknownNames: { readonly names: string };
  notDays: { readonly least: number; readonly most: number };
  notSecurityGroup: Nothing;
  notRoleId: Nothing;
  groupTwice: { readonly groupId: string };
  noTemplates: Nothing;
  notTemplateName: Nothing;
  noDefaultTemplate: { readonly templates: string };
  templateUnknown: { readonly template: string; readonly templates: string };
  notTag: { readonly most: number };
  notTagOrName: Nothing;
  roleUnknown: { readonly role: string };
  roleMisspelled: { readonly role: string; readonly meant: string };
}

/** Which fault it is. */
export type FaultCode = keyof FaultArguments;

/** A fault with the arguments of its text. */
export type Fault<C extends FaultCode = FaultCode> = {
  [K in C]: { readonly code: K; readonly args: FaultArguments[K] };
}[C];

/** What's wrong on one line of a file. */
export interface LineFault {
  /** From 1. */
  readonly line: number;
  /** The path of the value, such as `assignments.0.groupId`; empty for the whole file. */
  readonly at: string;
  readonly fault: Fault;
}

/** What's wrong with a setting or with a file: one thing, or several on the lines of an access template or of a list of roles. */
export type SettingFault =
  | Fault
  | { readonly code: 'templateHasErrors' | 'roleListHasErrors'; readonly lines: readonly LineFault[] };

/** A setting that's wrong. */
export interface SettingProblem {
  /** The variable of the environment; the path of a file that no setting names. */
  readonly name: string;
  /** The file that the setting names, where that's what is wrong. */
  readonly file?: string | undefined;
  readonly fault: SettingFault;
}

/** A fault whose text takes arguments. */
export function fault<C extends FaultCode>(code: C, args: FaultArguments[C]): Fault<C> {
  return { code, args } as Fault<C>;
}

/** A fault whose text takes none. */
export function bareFault(code: BareFaultCode): Fault {
  return fault(code, {});
}

type BareFaultCode = { [C in FaultCode]: keyof FaultArguments[C] extends never ? C : never }[FaultCode];
