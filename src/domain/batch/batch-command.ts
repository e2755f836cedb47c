// What a batch asks of one tenant: the very command that the tenant's own button is.
import { knownCoverage } from '../access/coverage.js';
import { needsNewRequest } from '../access/limitation.js';
import { isDue, isTold } from '../access/retry.js';
import type { Command, CommandName } from '../tenant/commands.js';
import { changeCommand } from '../tenant/decide-change.js';
import type { Tenant } from '../tenant/tenant.js';
import type { TenantChange } from '../tenant/tenant-change.js';
import type { Instant } from '../time.js';
import type { Batch, BatchAction, BatchTenant } from './batch.js';

/** Who asks for an action, and where. */
export type BatchAsker = Pick<Batch, 'action' | 'by' | 'conversationId' | 'ticket'>;

/** The name of the command that carries out an action. */
export function commandNameOf(action: BatchAction): CommandName {
  return action.do;
}

/** What a batch's row says of its tenant besides its id. */
type RowOfTenant = TenantChange & Pick<BatchTenant, 'relationshipId'>;

/** What is kept of a tenant at the yes, so that nothing else is done to it than what was agreed to. */
export function agreedOf({ do: name }: BatchAction, tenant: Tenant | undefined): Pick<BatchTenant, 'relationshipId'> {
  const [earlier] = (name === 'endEarlier' && tenant?.onboarding?.earlier) || [];
  return earlier ? { relationshipId: earlier.id } : {};
}

/** Whether what was agreed to has ended since, though another of its kind is there. */
export function isAgreedGone({ relationshipId }: Pick<BatchTenant, 'relationshipId'>, { onboarding }: Tenant): boolean {
  return relationshipId !== undefined && (onboarding?.earlier ?? []).every(({ id }) => id !== relationshipId);
}

/** The command for a tenant as it is now; `undefined`: it offers no such thing. `row`: of a batch that was begun. */
export function commandFor(
  { action, by, conversationId }: BatchAsker,
  tenant: Tenant,
  { tags, template, owner, relationshipId }: RowOfTenant = {},
): Command | undefined {
  switch (action.do) {
    case 'enable':
      return { ...action, by, conversationId };
    case 'keepAccess': {
      const way = tenant.onboarding && knownCoverage(tenant.onboarding)?.keep;
      if (way === 'removeGlobalAdministrator') return undefined;
      // Without a way, the refusal says why there's nothing to keep.
      return { do: 'keepAccess', by, way: way ?? 'extend' };
    }
    case 'import':
      return changeCommand(by, { tags, template, owner }, tenant);
    case 'endEarlier':
      // Without one, the refusal says why there's none to end.
      return { ...action, by, relationshipId: relationshipId ?? tenant.onboarding?.earlier?.[0]?.id ?? '' };
    case 'revalidate':
    case 'disable':
    case 'tag':
    case 'take':
    case 'release':
    case 'releaseOther':
      return { ...action, by };
    default:
      return action satisfies never;
  }
}

/** Whether an action does something at Microsoft, and not only to what Gatehouse keeps. */
export function reachesMicrosoft({ do: name }: BatchAction): boolean {
  switch (name) {
    case 'enable':
    case 'keepAccess':
    case 'revalidate':
    case 'endEarlier':
      return true;
    case 'disable':
    case 'tag':
    case 'import':
    case 'take':
    case 'release':
    case 'releaseOther':
      return false;
    default:
      return name satisfies never;
  }
}

/** Whether the command may make a request at Microsoft, as far as is known without reading there. */
export function mayRequest(action: BatchAction, { status, onboarding, leftoverAccess }: Tenant): boolean {
  switch (action.do) {
    case 'enable':
      if (status === 'notConfigured') return leftoverAccess !== 'liveAccess';
      return onboarding?.limitations.some(needsNewRequest) ?? false;
    case 'keepAccess':
      return onboarding !== undefined && knownCoverage(onboarding)?.keep === 'request';
    case 'revalidate':
    case 'disable':
    case 'endEarlier':
    case 'tag':
    case 'import':
    case 'take':
    case 'release':
    case 'releaseOther':
      return false;
    default:
      return action satisfies never;
  }
}

/**
 * Whether what an action began at a tenant is on its way at Microsoft: its request isn't made yet, or what was asked isn't answered.
 * What people are told of as failing isn't: it's tried again by itself.
 */
export function isAtMicrosoft({ do: name }: BatchAction, { status, onboarding }: Tenant, now: Instant): boolean {
  if (!onboarding || (onboarding.retries ?? []).some((retry) => isTold(retry, now))) return false;
  switch (name) {
    case 'enable':
      return status === 'awaitingMicrosoft' && (onboarding.wanted || onboarding.relationship?.status === 'created');
    case 'keepAccess': {
      const { keeping } = onboarding;
      return keeping !== undefined && !keeping.extendedAt && !keeping.lockedAt;
    }
    case 'revalidate':
      return onboarding.revalidation !== undefined;
    case 'endEarlier': {
      const { earlierEnding } = onboarding;
      return earlierEnding !== undefined && earlierEnding.sentAt === undefined;
    }
    case 'disable':
    case 'tag':
    case 'import':
    case 'take':
    case 'release':
    case 'releaseOther':
      return false;
    default:
      return name satisfies never;
  }
}

/** Whether it takes a place there, of which there are few. While it waits to be tried again, another has that. */
export function takesPlace(action: BatchAction, tenant: Tenant, now: Instant): boolean {
  const isPutOff = (tenant.onboarding?.retries ?? []).some((retry) => !isDue(retry, now));
  return !isPutOff && isAtMicrosoft(action, tenant, now);
}
