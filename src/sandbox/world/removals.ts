// Whether Microsoft removes what it's asked to remove, and whether that ever shows.
import { endOfTime, secondsAfter } from './instants.js';
import type { Customer, Quirk, Removal } from './model.js';
import type { World } from './world.js';

/** How a removal goes. */
export type Removing = 'works' | 'refused' | 'neverShows';

/** How one kind of removal goes at a tenant; it works for an unknown tenant. */
export function removing(world: World, tenantId: string | undefined, of: Removal): Removing {
  const quirks = world.quirks(tenantId);
  if (quirks.some((quirk) => quirk.kind === 'removalRefused' && quirk.of === of)) return 'refused';
  return quirks.some((quirk) => quirk.kind === 'removalNeverShows' && quirk.of === of) ? 'neverShows' : 'works';
}

/** When a removal that begins now will show. */
export function showsAt(world: World, tenantId: string, of: Removal, seconds: number): string {
  return removing(world, tenantId, of) === 'neverShows' ? endOfTime : secondsAfter(world.now(), seconds);
}

/** Whether something is there whose removal may have been requested. */
export function isStillThere(world: World, endsAt: string | null): boolean {
  return endsAt === null || endsAt > world.now();
}

/** Whether something will be gone within seconds. */
export function isLeaving(world: World, { delegatedAdminEndsAt, resellerEndsAt, consentEndsAt }: Customer): boolean {
  return [delegatedAdminEndsAt, resellerEndsAt, consentEndsAt].some(
    (endsAt) => endsAt !== null && endsAt !== endOfTime && isStillThere(world, endsAt),
  );
}

/** Sets how a removal goes from now on. One that never showed continues when it works again. */
export function setRemoving(world: World, customer: Customer, of: Removal, how: Removing): void {
  const others = customer.quirks.filter((quirk) => !('of' in quirk) || quirk.of !== of);
  customer.quirks = [...others, ...quirksFor(of, how)];
  const due = (endsAt: string | null, each: Removal, seconds: number) =>
    each === of && endsAt === endOfTime ? showsAt(world, customer.tenantId, of, seconds) : endsAt;
  const { delegatedAdminSeconds, resellerSeconds, consentSeconds } = world.waits;
  customer.delegatedAdminEndsAt = due(customer.delegatedAdminEndsAt, 'delegatedAdmin', delegatedAdminSeconds);
  customer.resellerEndsAt = due(customer.resellerEndsAt, 'reseller', resellerSeconds);
  customer.consentEndsAt = due(customer.consentEndsAt, 'consent', consentSeconds);
  world.changed();
}

function quirksFor(of: Removal, how: Removing): Quirk[] {
  switch (how) {
    case 'works':
      return [];
    case 'refused':
      return [{ kind: 'removalRefused', of }];
    case 'neverShows':
      return [{ kind: 'removalNeverShows', of }];
    default:
      return how satisfies never;
  }
}
