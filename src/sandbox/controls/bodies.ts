// Bodies of the control routes, as JSON or as a form.
import { z } from 'zod';
import { assignmentStatus, azurePlanState, extension, quirk, relationshipStatus, removal } from '../world/model.js';

const days = z.number().min(0).max(36_500);
const flag = z.union([z.boolean(), z.enum(['true', 'false']).transform((text) => text === 'true')]);

/** The tenant that approves; needed only for a relationship that isn't pinned to one. */
export const approval = z.object({ tenantId: z.string().optional() });
/** What a relationship does at its end from now on. */
export const autoExtend = z.object({ duration: extension });
/** The role to drop, by template id or name. */
export const roleDrop = z.object({ role: z.string() });
/** The new state of an Azure plan. */
export const azurePlan = z.object({ state: azurePlanState });
/** The number of reserved instances. */
export const reservations = z.object({ count: z.coerce.number().int().min(0).max(1000) });
/** The new status of everything active. */
export const subscriptionEnd = z.object({ status: z.enum(['suspended', 'deleted']) });
/** How removals of one kind go. */
export const removingBody = z.object({ of: removal, how: z.enum(['works', 'refused', 'neverShows']) });
/** A switch. */
export const onOrOff = z.object({ isOn: flag });
/** Permissions by resource; a resource that's left out stays as it is. */
export const permissionsBody = z.object({
  graph: z.array(z.string()).exactOptional(),
  partnerCenter: z.array(z.string()).exactOptional(),
});
/** A certificate in PEM. */
export const certificateBody = z.object({ pem: z.string() });
/** The tenant's quirks from now on. */
export const quirkList = z.object({ quirks: z.array(quirk) });

/** The properties of a group that change. */
export const groupChange = z.object({ name: z.string().exactOptional(), isSecurity: flag.exactOptional() });
/** The AADSTS number with which Entra refuses; without one it grants again. */
export const signInRefusalBody = z.object({ number: z.coerce.number().int().exactOptional() });
/** The end of a secret. */
export const secretEnd = z.object({ endsAt: z.iso.datetime() });
/** The bot's own application. */
export const botBody = z.object({
  clientId: z.guid(),
  clientSecret: z.string().min(1),
  secretEndsAt: z.iso.datetime().exactOptional(),
});

/** Object ids of the group's members from now on. */
export const groupMembers = z.object({ memberIds: z.array(z.guid()) });

/** `path` is a prefix, `pattern` the source of a regular expression. */
export const faultBody = z
  .object({
    method: z.string().exactOptional(),
    path: z.string().exactOptional(),
    pattern: z.string().refine(isPattern, 'is not a regular expression').exactOptional(),
    status: z.number().int().min(200).max(599).exactOptional(),
    code: z.string().exactOptional(),
    message: z.string().exactOptional(),
    retryAfterSeconds: z.number().int().min(0).exactOptional(),
    times: z.number().int().min(1).exactOptional(),
    kind: z.enum(['status', 'reset', 'stall', 'invalidJson']).exactOptional(),
    when: z.enum(['before', 'after']).exactOptional(),
  })
  .transform(({ pattern, ...fault }) => (pattern === undefined ? fault : { ...fault, path: new RegExp(pattern) }));

/** Changes to the behaviour of the services. */
export const behaviourBody = z.object({
  ignoresTop: flag.exactOptional(),
  lockTooEarlyMs: z.coerce.number().min(0).exactOptional(),
  lagMs: z.coerce.number().min(0).exactOptional(),
  pagingLoops: flag.exactOptional(),
  tokenOnLastPage: flag.exactOptional(),
  indirectReseller: flag.exactOptional(),
  accessEvaluation: z.enum(['off', 'challenged', 'blocked']).exactOptional(),
  clockAheadSeconds: z.coerce.number().min(-1e9).max(1e9).exactOptional(),
});

/** Time to skip at once. */
export const timeSkip = z.object({ seconds: z.coerce.number().min(0).max(1e9) });
/** Time to let pass quickly; a step longer than a month would lose the sign-in, which lasts for 90 days without use. */
export const timeForward = z.object({
  days: z.coerce.number().min(0).max(3650),
  stepDays: z.coerce.number().min(0.01).max(30).exactOptional(),
});
/** The address that events go to. */
export const webhook = z.object({ url: z.url() });

/** Changes to the delivery of events. */
export const eventBehaviourBody = z.object({
  twice: flag.exactOptional(),
  reversed: flag.exactOptional(),
  lost: flag.exactOptional(),
  delaySeconds: z.coerce.number().min(0).exactOptional(),
  wrongSignature: flag.exactOptional(),
  offered: z.array(z.string()).exactOptional(),
});

/** A relationship made in Partner Center. */
export const relationshipBody = z.object({
  tenantId: z.string().exactOptional(),
  displayName: z.string(),
  status: relationshipStatus.exactOptional(),
  roles: z.array(z.string()).exactOptional(),
  assignments: z
    .array(
      z.object({
        groupId: z.string(),
        roles: z.array(z.string()).exactOptional(),
        status: assignmentStatus.exactOptional(),
      }),
    )
    .exactOptional(),
  autoExtendDuration: extension.exactOptional(),
  durationDays: z.number().int().min(1).max(730).exactOptional(),
  createdDaysAgo: days.exactOptional(),
  sinceDaysAgo: days.exactOptional(),
  endsInSeconds: z.number().min(-1e9).max(1e9).exactOptional(),
});

function isPattern(source: string): boolean {
  try {
    return Boolean(new RegExp(source));
  } catch {
    return false;
  }
}
/** The address of the bot, on this machine. */
export const chatAddress = z.object({
  botUrl: z.url({ protocol: /^http$/, hostname: /^(127\.0\.0\.1|localhost|\[::1\])$/ }),
});
/** A person of the chat. */
export const speaker = z.object({ id: z.string() });
