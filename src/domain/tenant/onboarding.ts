// What is known of a tenant whose access was asked for, until Disable forgets it.

import type { Coverage } from '../access/coverage.js';
import type { EarlierEndFailure, EarlierEnding, EarlierRelationship } from '../access/earlier-relationship.js';
import type { ToldEnd } from '../access/expiry-warnings.js';
import type { HeldRoles } from '../access/held-roles.js';
import type { KeepFailure, Keeping, Kept } from '../access/keeping.js';
import type { LackingRole } from '../access/lacking-roles.js';
import type { Limitation } from '../access/limitation.js';
import type { AzureKnowledge } from '../access/observation.js';
import type { AccessAssignment, Relationship } from '../access/relationship.js';
import type { Repair } from '../access/repair.js';
import type { Retry, StepRefusal } from '../access/retry.js';
import type { TakenAway } from '../access/taken-away.js';
import type { Person } from '../person.js';
import type { Problem } from '../problem.js';
import type { Instant } from '../time.js';

/** Why limitations are accepted, who answers for them, and on which day they're looked at again. */
export interface AcceptanceTerms {
  readonly accountable: Person;
  /** Foreign text of one line, see `noteText`. */
  readonly reason: string;
  readonly reviewOn: Instant;
}

/** Who accepted the limitations, and which ones. Without terms: before these were asked for. */
export interface Acceptance extends Partial<AcceptanceTerms> {
  readonly by: Person;
  readonly at: Instant;
  /** When who answers for it was told that the day has come. Absent: they weren't. */
  readonly remindedAt?: Instant | undefined;
  readonly limitations: readonly Limitation[];
}

/** What onboarding a tenant leads to; Disable forgets it. */
export interface Onboarding {
  readonly requestedBy: Person;
  readonly requestedAt: Instant;
  /** Where Enable was pressed: that conversation hears of this tenant even without a subscription. */
  readonly conversationId: string;
  /** Name of the access template that was chosen, at Enable or by an import. Absent: none was, so the rules say which one. */
  readonly template?: string | undefined;
  /** Whether a relationship is created if none suits. False once there's one or Microsoft refused. */
  readonly wanted: boolean;
  /** Revalidate was pressed and has no answer yet. */
  readonly revalidation?: { readonly by: Person; readonly at: Instant } | undefined;
  /** The relationship that we rely on or wait for, as last read. */
  readonly relationship?: Relationship | undefined;
  /** When the request was put before the customer. */
  readonly lockedAt?: Instant | undefined;
  /** The reminder of this request that was told last: when it was due. Absent: none was. */
  readonly nudgedFor?: Instant | undefined;
  /** When the approval link was last copied. */
  readonly linkCopiedAt?: Instant | undefined;
  /** Name of a request that Gatehouse didn't make and that waits for the customer. */
  readonly requestElsewhere?: string | undefined;
  /**
   * Microsoft is asked for something under the tenant's lock, of which what is saved may not tell yet. Also after the one who asked
   * has lost the lock or ended, until the next who has it. Absent: it isn't.
   */
  readonly hasBegunSteps?: true | undefined;
  /** Name of the relationship that a creation would make. */
  readonly nextName?: string | undefined;
  /** Names that Microsoft said are taken; the next request gets another. */
  readonly takenNames: readonly string[];
  /** Roles of the template that the followed relationship doesn't have, as last read. Absent: it has all. */
  readonly lacking?: readonly LackingRole[] | undefined;
  /** Absent: not read yet, or there's no active relationship. */
  readonly assignments?: readonly AccessAssignment[] | undefined;
  /** Roles that groups had and that someone else has taken away. Absent: none. */
  readonly takenAway?: readonly TakenAway[] | undefined;
  /** Privileged roles that its template has gained and a second admin has yet to approve. Absent: none. */
  readonly held?: readonly HeldRoles[] | undefined;
  /** Hash of the template that a person's command has led to since the last check. Absent: none has. */
  readonly agreedTo?: string | undefined;
  /** Why the assignments couldn't be read, and since when. */
  readonly assignmentsUnread?: { readonly problem: Problem; readonly since: Instant } | undefined;
  /** Absent: not read yet. */
  readonly azure?: AzureKnowledge | undefined;
  /** Why the check after Revalidate failed. Absent: it didn't, or none was asked for. */
  readonly checkFailed?: { readonly problem: Problem; readonly at: Instant } | undefined;
  /** Microsoft takes longer than usual, so the card names what it works on. Absent: it doesn't. */
  readonly isSlow?: true | undefined;
  /** When Revalidate last found everything as before. Absent: it hasn't since something changed. */
  readonly foundUnchanged?: Instant | undefined;
  readonly refusals: readonly StepRefusal[];
  /** What failed and is tried again. Absent: nothing. */
  readonly retries?: readonly Retry[] | undefined;
  /** Versions of assignments that were asked to hold more roles; Microsoft shows a new version once it is done. */
  readonly widenedEtags: readonly string[];
  /** Groups whose failed or stuck assignment may be deleted and made again, because Revalidate was pressed. */
  readonly retryGroupIds: readonly string[];
  readonly limitations: readonly Limitation[];
  readonly accepted?: Acceptance | undefined;
  /** About when Microsoft was last read, within half a day. Absent: not yet. */
  readonly checkedAt?: Instant | undefined;
  /** Fingerprint of the last read, to tell cheaply whether anything has changed since. */
  readonly fingerprint?: string | undefined;
  /** Until when there's access, as last read. Absent: not read yet, or there's none. */
  readonly coverage?: Coverage | undefined;
  /** Keep access was pressed, and isn't done yet. */
  readonly keeping?: Keeping | undefined;
  /** Access was last kept. Absent: no one has asked for that, or it wasn't done. */
  readonly kept?: Kept | undefined;
  /** Why access couldn't be kept when that was last asked for. */
  readonly keepFailed?: { readonly at: Instant; readonly failure: KeepFailure } | undefined;
  /** Ends of access that people were warned of. Absent: none. */
  readonly toldEnds?: readonly ToldEnd[] | undefined;
  /** What Gatehouse has put right by itself. Absent: nothing, or a person has taken it in hand since. */
  readonly repairs?: readonly Repair[] | undefined;
  /** Relationships that the followed one has taken the place of, and that still give access. Absent: there are none. */
  readonly earlier?: readonly EarlierRelationship[] | undefined;
  /** A person asked for the end of one of them, and it isn't over yet. */
  readonly earlierEnding?: EarlierEnding | undefined;
  /** Why one couldn't be ended when that was last asked for. */
  readonly earlierEndFailed?: { readonly at: Instant; readonly failure: EarlierEndFailure } | undefined;
  /** When auto-extend was found off against the template. Absent: it wasn't, or has been on since. */
  readonly toldDrift?: Instant | undefined;
}
