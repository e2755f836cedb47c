// Shapes of complete offboardings, their certificates, and the requests that are watched after them.
import { z } from 'zod';
import { messageLanguages } from '../../../domain/message-languages.js';
import type { GivesAccess, Tie } from '../../../domain/offboarding/access-left.js';
import type {
  CertificateHashes,
  IssuedCertificate,
  ShownAccess,
  StillThere,
  WhyRemains,
} from '../../../domain/offboarding/certificate.js';
import type { Consent, Names } from '../../../domain/offboarding/inventory.js';
import type { ReasonNot } from '../../../domain/offboarding/obstacles.js';
import type { Offboarding } from '../../../domain/offboarding/offboarding.js';
import type {
  Fate,
  InventoryItem,
  InventoryPart,
  OffboardingChoice,
  Plan,
  PlanLine,
} from '../../../domain/offboarding/plan.js';
import type { Target, Task, TaskRefusal, TaskState } from '../../../domain/offboarding/task.js';
import type { WatchedRequest, WatchedRequestNews } from '../../../domain/offboarding/watched-request.js';
import { byTag, flag, instant, number, oneOf, record, text, texts } from './kit.js';
import { assignment, person, problem, relationship, reservation, subscription } from './microsoft.js';

const step = oneOf<OffboardingChoice>({
  assignments: true,
  consent: true,
  relationships: true,
  delegatedAdmin: true,
  reseller: true,
});

const reasonNot = oneOf<ReasonNot>({
  pendingInvitation: true,
  noWayIn: true,
  noRoleForConsent: true,
  reservations: true,
  activeSubscriptions: true,
  unread: true,
});

const part = oneOf<InventoryPart>({
  relationships: true,
  assignments: true,
  consent: true,
  standing: true,
  subscriptions: true,
  reservations: true,
});

const consent = oneOf<Consent>({ given: true, none: true, noWayIn: true });

const item = byTag<InventoryItem, 'kind'>('kind', {
  assignment: { relationshipId: text, assignment },
  consent: { consent },
  relationship: { relationship },
  invitation: { relationship, lapsesAt: instant.optional() },
  delegatedAdmin: { granted: flag },
  reseller: { isReseller: flag },
  subscription: { subscription },
  reservation: { reservation },
  unread: { part, relationshipId: text.optional(), problem },
});

const fate = byTag<Fate, 'is'>('is', {
  removed: { step },
  choosable: { step },
  cannot: { why: reasonNot },
  stays: {},
});

const line = z.intersection(item, record<Pick<PlanLine, 'fate'>>({ fate })) as unknown as z.ZodType<PlanLine>;
const byId = z.record(text, text);
const names = record<Names>({ groups: byId, roles: byId });
const plan = record<Plan>({ readAt: instant, lines: z.array(line), names: names.optional() });

const target = byTag<Target, 'kind'>('kind', {
  assignment: { relationshipId: text, assignmentId: text, groupId: text, isKey: flag },
  consent: { requestId: text },
  relationship: { relationshipId: text, displayName: text },
  delegatedAdmin: { requestId: text },
  reseller: { requestId: text },
});

const refusal = byTag<TaskRefusal, 'why'>('why', {
  microsoft: { problem },
  inTheWay: { obstacle: reasonNot },
  unconfirmed: {},
});

const yes = z.literal(true).optional();
const state = byTag<TaskState, 'is'>('is', {
  due: { triedAt: instant.optional(), isUnknown: yes, problem: problem.optional() },
  sent: { at: instant, wasUnderWay: yes },
  proved: { at: instant, sentAt: instant.optional() },
  refused: { at: instant, refusal },
  left: { at: instant, by: person, refusal },
});

const language = z.enum(messageLanguages);

/** A complete offboarding. */
export const offboarding = record<Offboarding>({
  id: text,
  plan,
  steps: z.array(step),
  by: person,
  at: instant,
  conversationId: text,
  language: language.optional(),
  graceSeconds: number,
  needsSecond: flag,
  approval: record<NonNullable<Offboarding['approval']>>({ by: person, at: instant }).optional(),
  beginsAt: instant.optional(),
  begunAt: instant.optional(),
  tasks: z.array(record<Task>({ id: text, step, target, state, requestIds: texts })),
  unread: record<NonNullable<Offboarding['unread']>>({ since: instant, last: instant }).optional(),
  end: record<NonNullable<Offboarding['end']>>({ at: instant, remains: plan }).optional(),
});

const named = { relationshipId: text, name: text };
const tie = byTag<Tie, 'what'>('what', {
  assignment: { relationshipId: text, assignmentId: text, groupId: text, groupName: text.optional() },
  consent: { consent },
  relationship: named,
  invitation: named,
  delegatedAdmin: {},
  reseller: {},
  subscription: { subscriptionId: text, offerName: text },
  reservation: { productId: text },
  unread: { part, relationshipId: text.optional() },
});
// A certificate of version 2 left the English names.
const tieList = z.array(z.union([text, tie]));

const givesAccess = oneOf<GivesAccess>({ yes: true, no: true, notKnown: true });

const whyRemains = oneOf<WhyRemains>({
  notChosen: true,
  leftWithout: true,
  foundLater: true,
  purchase: true,
  pendingInvitation: true,
  noWayIn: true,
  noRoleForConsent: true,
  reservations: true,
  activeSubscriptions: true,
  unread: true,
});

/** An issued certificate. */
export const certificate = record<IssuedCertificate>({
  id: text,
  tenantId: text,
  tenantName: text,
  issuedAt: instant,
  by: person,
  approvedBy: person.optional(),
  removedCount: number,
  remainsCount: number,
  access: record<ShownAccess>({
    is: oneOf<ShownAccess['is']>({ none: true, remains: true, notKnown: true }),
    by: tieList,
    notKnown: tieList,
  }).optional(),
  language: language.optional(),
  stillThere: z
    .array(record<StillThere>({ tie: tie.optional(), name: text.optional(), givesAccess, why: whyRemains.optional() }))
    .optional(),
  hashes: record<CertificateHashes>({ json: text, pdf: text }),
});

/** What is told of a watched request. */
export const watchedRequestNews = oneOf<WatchedRequestNews>({
  becameActive: true,
  notTerminated: true,
  terminated: true,
});

/** A watched request. */
export const watchedRequest = record<WatchedRequest>({
  relationshipId: text,
  tenantId: text,
  certificateId: text,
  lapsesAt: instant,
  becameActiveAt: instant.optional(),
  termination: record<NonNullable<WatchedRequest['termination']>>({
    by: person,
    at: instant,
    sentAt: instant.optional(),
    requestId: text.optional(),
  }).optional(),
  refused: problem.optional(),
  told: watchedRequestNews.optional(),
});
