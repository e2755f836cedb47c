// Every event of the log with its fields: one table, so that a misspelled event or a missing field doesn't compile.
import type { Problem } from '../domain/problem.js';
import type { Instant } from '../domain/time.js';
import type { StoreLogEvents } from './store-log-events.js';

/** Fields of a line about something that didn't work. */
type Failed = { readonly error: unknown };
/** Fields of a failed run of a background worker: its key, where it has a name, and how often in a row. */
type RunFailed = Failed & { readonly failures?: number };
type OfTenant = { readonly tenantId: string };
type OfConversation = { readonly conversationId: string };
type OfBatch = { readonly batchId: string };
type OfRequest = { readonly relationshipId: string };
/** Of an event for one target, and what came of the last try. */
type OfOutgoing = { readonly eventId: string; readonly targetId: string; readonly answer: string };
type OfFile = { readonly file: string };

/**
 * The events of the log by name. An optional field is one that not every line has. Ids only: never a customer's or person's
 * name, a token, a secret or an approval link.
 */
export type LogEvents = StoreLogEvents & {
  // The process
  readonly ready: {
    readonly url: string;
    readonly sandbox: string | undefined;
    readonly metrics: string | undefined;
    /** Absent: everything is in a database. */
    readonly dataDir: string | undefined;
  };
  readonly stopping: { readonly signal: string };
  readonly shutdownFailed: Failed;
  readonly crashed: Failed;
  readonly anonymousBot: { readonly allowedBy: string };
  /** Lines that the log's reader was too slow for. */
  readonly logLinesLeftOut: { readonly count: number };
  /** Lines about strangers, of one event. */
  readonly linesLeftOut: { readonly of: LogEvent; readonly count: number };
  /** What a library wrote to the console: an error, or the beginning of a text. */
  readonly libraryWrote: { readonly error?: Error; readonly text?: string };

  // What comes in
  readonly requestRefused: { readonly status: number; readonly code: string; readonly why: unknown };
  readonly requestFailed: { readonly status: number; readonly code: string; readonly why: unknown };
  readonly activityRefused: { readonly why: string; readonly host?: string | undefined };
  readonly strangerRefused: OfConversation & { readonly why: string; readonly by: string };
  readonly memberNotChecked: Failed;
  readonly memberRoleNotKnown: { readonly userRole: string };
  readonly groupsNotRead: Failed & { readonly by: string };
  readonly turn: OfConversation & {
    readonly type: string;
    readonly verb: unknown;
    readonly outcome: string;
    readonly by: string;
    readonly ms: number;
  };
  readonly turnFailed: Failed & Attempted;
  readonly turnBroke: Failed & Attempted;
  readonly command: OfTenant & { readonly do: string; readonly by: string; readonly refused?: string | undefined };
  readonly denialsNotWritten: RunFailed;

  // What goes out
  readonly answerQueued: OfConversation;
  readonly answerNotSent: Failed & Partial<OfConversation>;
  readonly lateAnswerNotSent: Failed & OfConversation;
  readonly refusalNotSent: Failed;
  readonly notified: Notified;
  readonly notificationDelayed: RunFailed;
  readonly notificationRefused: Failed & OfConversation & { readonly deliveryId: string };
  readonly deliveriesSuperseded: OfConversation & { readonly count: number; readonly kept: number };
  readonly cardNotDrawn: Failed & OfConversation;
  readonly cardsNotDrawn: RunFailed;
  readonly cardGone: Failed & OfConversation;
  readonly fileNotOffered: Failed & OfConversation;
  /** `why`: the kind of failure. */
  readonly fileNotRead: { readonly by: string; readonly why: string };
  readonly fileNotSaved: Failed & { readonly by: string };
  readonly fileInfoNotSent: Failed & { readonly by: string };
  readonly certificateChanged: { readonly certificateId: string; readonly kind: string };

  // Conversations
  readonly installed: OfConversation & { readonly kind: string; readonly subscribed: boolean };
  readonly uninstalled: OfConversation;
  readonly subscription: OfConversation & { readonly subscribed: boolean };
  readonly digestDelayed: Failed;
  readonly subscriptionChosen: OfConversation & { readonly by: string };
  readonly languageChosen: OfConversation & { readonly language: string };
  readonly subscriptionWithdrawn: OfConversation;
  readonly conversationChanged: OfConversation & { readonly change: string };
  readonly conversationNotKept: Failed & OfConversation;
  readonly reachable: OfConversation;
  readonly reachableNotKept: Failed & OfConversation;
  readonly unreachable: OfConversation & { readonly why: string };
  readonly unreachableNotKept: Failed & OfConversation;

  // Microsoft
  readonly microsoft: {
    readonly service: string;
    readonly method: string;
    /** The path's template, without ids. */
    readonly path: string;
    readonly ms: number;
    /** Absent: no answer. */
    readonly status?: number;
    readonly code?: string | undefined;
    readonly requestId?: string | undefined;
    readonly error?: unknown;
  };
  readonly filterRefused: Failed;
  readonly itemNotUnderstood: { readonly path: string; readonly where: readonly string[] };
  readonly pagingBrokeOff: {
    readonly path: string;
    readonly why: string;
    readonly pages: number;
    readonly items: number;
  };
  readonly signedIn: { readonly userId: string };
  readonly notSignedIn: { readonly cure: string };
  readonly signInFailed: Pick<Problem, keyof Problem> & { readonly since: Instant };
  readonly signInNotRead: Failed;
  readonly signInNotRetried: RunFailed;
  readonly tokensNotKept: Failed;

  // Partner Center's events
  readonly partnerEvent: { readonly name: string; readonly at: Instant };
  readonly partnerEventHandled: {
    readonly name: string;
    readonly tenantId: string | undefined;
    readonly isOurs: boolean | undefined;
  };
  readonly partnerEventNotHandled: RunFailed & Partial<OfTenant> & { readonly name?: string };
  readonly partnerEventsArrive: Nothing;
  readonly partnerEventsMissing: { readonly last: Instant | undefined };
  readonly partnerEventsGoElsewhere: { readonly isRegistered: boolean };
  readonly testEventNotRequested: RunFailed;

  // Tenants
  readonly reconciled: {
    readonly customers: number | undefined;
    readonly relationships: number | undefined;
    readonly isComplete: boolean;
    readonly ms: number;
  };
  readonly notReconciled: Failed & { readonly what: string };
  readonly reconcileBroke: RunFailed;
  readonly progressNotKept: RunFailed;
  readonly tenantNotReconciled: Failed & OfTenant;
  readonly checkFailed: RunFailed;
  readonly checksNotPlanned: RunFailed;
  readonly step: OfTenant & { readonly do: string; readonly came: string };
  readonly stepRefused: Failed & OfTenant & Tried;
  readonly stepPutOff: Failed &
    OfTenant &
    Tried & { readonly tries: number; readonly since: Instant; readonly nextAt: Instant };
  readonly delegatedAdminNotRead: Failed & OfTenant;
  readonly customerLanguageNotRead: Failed & OfTenant;
  readonly enableOutlookNotRead: Failed & OfTenant;
  readonly delegatedAdminRemovalSent: OfTenant & { readonly requestId: string; readonly already: boolean };
  readonly delegatedAdminRemovalRefused: OfTenant & { readonly refusal: object };
  readonly leftoversRead: { readonly count: number; readonly failures: number };
  readonly leftoversNotRead: RunFailed;
  readonly notWarmedUp: RunFailed;

  // Batches
  readonly batchBegun: OfBatch & { readonly do: string; readonly by: string; readonly count: number };
  /** As `batchBegun`, but a second admin must say yes first. */
  readonly batchAsked: OfBatch & { readonly do: string; readonly by: string; readonly count: number };
  readonly batchStopped: OfBatch & { readonly by: string };
  /** A second admin has said yes. */
  readonly batchApproved: OfBatch & { readonly by: string };
  /** None has, or what was agreed to has changed. */
  readonly batchDropped: OfBatch & { readonly why: 'lapsed' | 'stale' };
  readonly batchEnded: OfBatch & { readonly done: number; readonly refused: number; readonly left: number };
  readonly batchesDelayed: RunFailed;

  // Offboarding
  readonly offboardingBegun: OfTenant & { readonly offboardingId: string };
  readonly offboardingStale: OfTenant & { readonly offboardingId: string };
  readonly offboardingTask: OfTenant & OfTask & { readonly came: string; readonly refusal?: object };
  readonly offboardingTaskPutOff: Failed & OfTenant & OfTask;
  readonly offboardingCertified: OfTenant & { readonly offboardingId: string };
  readonly groupNameNotRead: Failed & { readonly groupId: string };
  readonly watchedRequestNotRead: Failed & OfRequest;
  readonly watchedRequestNotChecked: Failed & OfRequest;
  readonly watchedRequestNotAdvanced: RunFailed;
  readonly watchedRequestTerminationSent: OfRequest & { readonly requestId: string | undefined };
  readonly watchedRequestOver: OfRequest & OfTenant & { readonly why: string };

  // Health
  readonly alarm: { readonly code: string; readonly conversations: number };
  readonly alarmsNotRaised: RunFailed;
  readonly fleetNotCounted: RunFailed;
  readonly templatesTakenUp: { readonly names: readonly string[] };
  readonly templatesWrong: OfFile & { readonly why: string };
  readonly templatesNotRead: RunFailed;
  readonly checkBroke: Failed & { readonly check: string };
  readonly credentialEndNotRead: Failed & { readonly appId: string };

  // Events for the partner's own systems
  readonly outgoingNotSent: RunFailed;
  /** A receiver's answer has named the tenant's ticket. */
  readonly ticketAnswered: OfTenant;
  readonly outgoingNotTaken: OfOutgoing & { readonly tries: number };
  readonly outgoingGivenUp: OfOutgoing;
  readonly outgoingDeleted: { readonly count: number };
};

/** The name of an event. */
export type LogEvent = keyof LogEvents;

/** The events that a background worker logs by itself: those that say no more than what failed. */
export type RunFailedEvent = {
  [E in LogEvent]: RunFailed extends LogEvents[E] ? (LogEvents[E] extends RunFailed ? E : never) : never;
}[LogEvent];

type Nothing = Readonly<Record<never, never>>;
type Attempted = { readonly verb: string | undefined; readonly tenantId: string | undefined };
type Notified = OfConversation &
  (
    | (OfTenant & { readonly news: string })
    | { readonly alarm: string }
    | { readonly digest: 'meanwhile' | 'open' }
    | { readonly certificateId: string }
    | OfBatch
    | { readonly report: string }
    | (OfRequest & { readonly watchedRequest: string })
  );
type OfTask = { readonly offboardingId: string | undefined; readonly task: string };
type Tried = { readonly step: string; readonly groupId?: string };
