// What a person can ask for, and the least role that may.
import type { AccessTemplate } from '../access/access-template.js';
import type { TemplateWish } from '../access/access-templates.js';
import type { WayToKeep } from '../access/coverage.js';
import type { MessageLanguage } from '../message-languages.js';
import type { OffboardingChoice, Plan } from '../offboarding/plan.js';
import type { RequestIds } from '../offboarding/task.js';
import type { Person } from '../person.js';
import type { TagChange } from '../tag.js';
import type { Instant } from '../time.js';
import type { CustomerNotice } from './customer-notice.js';
import type { AcceptanceTerms } from './onboarding.js';
import type { TenantChange } from './tenant-change.js';

interface Asked {
  /** Where it's asked for, which hears what a second admin says. Absent: where Enable was pressed. */
  readonly conversationId?: string | undefined;
}

/** Something that a person asks to be done to a tenant. */
export type Command =
  /** Enable: ask the customer for access, or take up what is there. */
  | ({
      readonly do: 'enable';
      readonly by: Person;
      readonly conversationId: string;
      /** Name of the template that the person has read about, however the tenant comes by it. Absent: there's one for all. */
      readonly shownTemplate?: string | undefined;
    } & TemplateWish)
  /** Copy approval: take the link that the customer's administrator opens. */
  | { readonly do: 'takeApprovalLink'; readonly by: Person }
  /** Copy customer notice: take the text that tells the customer beforehand. */
  | { readonly do: 'takeCustomerNotice'; readonly by: Person; readonly customerNotice: CustomerNotice }
  /** Which language texts for the customer are in from now on. */
  | { readonly do: 'chooseCustomerLanguage'; readonly by: Person; readonly language: MessageLanguage }
  /** Check again now, also where everything is in place, and try again what Microsoft refused. */
  | { readonly do: 'revalidate'; readonly by: Person }
  /** Accept limitation: the person knows about them and leaves them as they are. */
  | { readonly do: 'acceptLimitations'; readonly by: Person; readonly terms?: AcceptanceTerms | undefined }
  /** Withdraw acceptance: they're open again. */
  | { readonly do: 'takeBackAcceptance'; readonly by: Person }
  /** Disable: forget the tenant and stop acting. */
  | { readonly do: 'disable'; readonly by: Person }
  /** Forget a customer that was added by hand. */
  | { readonly do: 'removeCustomer'; readonly by: Person }
  /** Put tags on the tenant, or take them off. */
  | ({ readonly do: 'tag'; readonly by: Person } & TagChange & Asked)
  /** What an import has for the tenant. */
  | ({ readonly do: 'import'; readonly by: Person } & TenantChange)
  /** The same, though someone else looks after it than the one whom it's given to. */
  | ({ readonly do: 'importOver'; readonly by: Person } & TenantChange)
  /** I’ll take it: the person looks after the tenant from now on. */
  | { readonly do: 'take'; readonly by: Person }
  /** Release: they don't any more. */
  | { readonly do: 'release'; readonly by: Person }
  /** Release, of any owner. */
  | { readonly do: 'releaseOther'; readonly by: Person }
  /** Hand it to another person, who looks after it from now on: one that no one looks after, or their own. */
  | { readonly do: 'assign'; readonly by: Person; readonly to: Person }
  /** The same, of any owner. */
  | { readonly do: 'assignOther'; readonly by: Person; readonly to: Person }
  /** Write a note at the tenant. */
  | { readonly do: 'note'; readonly by: Person; readonly text: string }
  /** Delete their own note, which was written then. `writer`: by whom, as an Entra object id. */
  | { readonly do: 'deleteNote'; readonly by: Person; readonly writtenAt: Instant; readonly writer: string }
  /** Delete a note of any writer. */
  | { readonly do: 'deleteOthersNote'; readonly by: Person; readonly writtenAt: Instant; readonly writer: string }
  /** The ticket that's about the tenant. Absent: none is. */
  | { readonly do: 'setTicket'; readonly by: Person; readonly ticket: string | undefined }
  /** Leave the tenant at rest for so many days. */
  | { readonly do: 'snooze'; readonly by: Person; readonly days: number; readonly reason: string }
  /** End that. */
  | { readonly do: 'wake'; readonly by: Person }
  /** Keep access: have it go on beyond its end, in the way that the person saw. */
  | { readonly do: 'keepAccess'; readonly by: Person; readonly way: Exclude<WayToKeep, 'removeGlobalAdministrator'> }
  /** Keep access, and give up Global Administrator for it. */
  | ({ readonly do: 'removeGlobalAdministrator'; readonly by: Person } & Asked)
  /** End a relationship that another has taken the place of, the one that the person saw. */
  | ({ readonly do: 'endEarlier'; readonly by: Person; readonly relationshipId: string } & Asked)
  /** Remove delegated admin (DAP); `requestId`: the MS-RequestId of every try. */
  | { readonly do: 'removeDelegatedAdmin'; readonly by: Person; readonly requestId: string }
  /** Offboard completely, by the plan that the person saw and that has just been read again. */
  | {
      readonly do: 'decideOffboarding';
      readonly by: Person;
      readonly conversationId: string;
      /** The language of the certificate. */
      readonly language: MessageLanguage;
      readonly offboardingId: string;
      readonly plan: Plan;
      readonly steps: readonly OffboardingChoice[];
      readonly requestIds: RequestIds;
      readonly needsSecond: boolean;
      readonly graceSeconds: number;
      readonly now: Instant;
    }
  /** The second admin's yes to what waits for one, by its `askedId`. `template`: the one that it leads to by now. */
  | {
      readonly do: 'approveSecond';
      readonly by: Person;
      readonly askedId: string;
      readonly template: AccessTemplate;
      /** Whether who asked may still ask for it. */
      readonly mayAsk: boolean;
      readonly now: Instant;
    }
  /** An admin's no. */
  | { readonly do: 'declineSecond'; readonly by: Person; readonly askedId: string }
  /** The asker takes it back. */
  | { readonly do: 'withdrawSecond'; readonly by: Person; readonly askedId: string }
  /** The second admin's yes. The plan has been read again, and is the same. */
  | { readonly do: 'approveOffboarding'; readonly by: Person; readonly offboardingId: string; readonly now: Instant }
  /** Read again for the second admin, the plan has changed. */
  | { readonly do: 'dropStaleOffboarding'; readonly by: Person; readonly offboardingId: string }
  /** Undo, or the second admin's no. */
  | { readonly do: 'undoOffboarding'; readonly by: Person }
  /** Try again what was refused; `newId` makes the ids of the new calls. */
  | { readonly do: 'retryOffboarding'; readonly by: Person; readonly newId: () => string }
  /** Go on without what was refused. */
  | { readonly do: 'leaveRest'; readonly by: Person };

/** The name of a command. */
export type CommandName = Command['do'];

/** The roles; each includes the one before. A viewer reads, an operator acts, an admin also removes. */
export const roles = ['viewer', 'operator', 'admin'] as const;

/** One of them. */
export type RoleName = (typeof roles)[number];

const leastRole: Readonly<Record<CommandName, RoleName>> = {
  enable: 'operator',
  takeApprovalLink: 'operator',
  takeCustomerNotice: 'operator',
  chooseCustomerLanguage: 'operator',
  revalidate: 'operator',
  acceptLimitations: 'operator',
  takeBackAcceptance: 'operator',
  disable: 'admin',
  removeCustomer: 'operator',
  tag: 'operator',
  import: 'operator',
  importOver: 'admin',
  take: 'operator',
  release: 'operator',
  releaseOther: 'admin',
  assign: 'operator',
  assignOther: 'admin',
  note: 'operator',
  deleteNote: 'operator',
  deleteOthersNote: 'admin',
  setTicket: 'operator',
  snooze: 'operator',
  wake: 'operator',
  keepAccess: 'operator',
  removeGlobalAdministrator: 'admin',
  endEarlier: 'admin',
  removeDelegatedAdmin: 'admin',
  approveSecond: 'admin',
  declineSecond: 'admin',
  withdrawSecond: 'operator',
  decideOffboarding: 'admin',
  approveOffboarding: 'admin',
  dropStaleOffboarding: 'admin',
  undoOffboarding: 'admin',
  retryOffboarding: 'admin',
  leaveRest: 'admin',
};

/** The least role that a command takes. */
export function leastRoleFor(command: CommandName): RoleName {
  return leastRole[command];
}

/** Whether a person may ask for something; `unknown`: not by what's known of their role, which may be higher. */
export type MayAsk = 'yes' | 'no' | 'unknown';

/** Whether a role includes another; no role includes none. */
export function includesRole(role: RoleName | undefined, least: RoleName): boolean {
  return role !== undefined && roles.indexOf(role) >= roles.indexOf(least);
}
