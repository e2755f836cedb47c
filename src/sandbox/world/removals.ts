// Does Microsoft take away what it is asked to, and does it ever show?
import { endOfTime, secondsAfter } from './instants.js';
import type { Customer, Quirk, Removal } from './model.js';
import type { World } from './world.js';

/** What becomes of a removal. */
export type Removing = 'works' | 'refused' | 'neverShows';

/** How it goes with one kind of removal at a tenant; it works for a tenant that is no customer. */
export function removing(world: World, tenantId: string | undefined, of: Removal): Removing {
  const quirks = world.quirks(tenantId);
  if (quirks.some((quirk) => quirk.kind === 'removalRefused' && quirk.of === of)) return 'refused';
  return quirks.some((quirk) => quirk.kind === 'removalNeverShows' && quirk.of === of) ? 'neverShows' : 'works';
}

/** When a removal that begins now will show. */
export function showsAt(world: World, tenantId: string, of: Removal, seconds: number): string {
  return removing(world, tenantId, of) === 'neverShows' ? endOfTime : secondsAfter(world.now(), seconds);
}

/** Whether something is there whose removal may have been asked for. */
export function isStillThere(world: World, endsAt: string | null): boolean {
  return endsAt === null || endsAt > world.now();
}

/** Whether something will be gone within seconds. */
export function isLeaving(world: World, { delegatedAdminEndsAt, resellerEndsAt, consentEndsAt }: Customer): boolean {
  return [delegatedAdminEndsAt, resellerEndsAt, consentEndsAt].some(
    (endsAt) => endsAt !== null && endsAt !== endOfTime && isStillThere(world, endsAt),
  );
}

/** Decides how a removal goes from now on. One that never showed goes on when it works again. */
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
