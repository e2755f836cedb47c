// The card of an offboarding, while it lasts and once it's over: as posted, and as an answer.
import { isLeaving } from '../../domain/tenant/tenant.js';
import type { Store } from '../../operations/ports/store.js';
import { type OffboardingCardExtras, offboardingView } from '../../views/offboarding/offboarding.js';
import { certifiedOffboardingView, droppedOffboardingView } from '../../views/offboarding/past-offboarding.js';
import type { ViewContext } from '../../views/render/context.js';
import type { Card } from '../../views/render/templates.js';
import type { BotServices } from '../bot-services.js';
import type { PostedView, Reply } from '../conversation/turn.js';

type OffboardingView = Extract<PostedView, { readonly kind: 'offboarding' }>;

/** What an offboarding's card is drawn from. */
export type OffboardingSource = Pick<Store, 'tenant' | 'certificate'>;

/** The card of an offboarding; `undefined`: nothing is known of it any more. */
export function offboardingCard(
  source: OffboardingSource,
  { tenantId, offboardingId }: Omit<OffboardingView, 'kind'>,
  context: ViewContext,
  extras: OffboardingCardExtras = {},
): Card | undefined {
  const tenant = source.tenant(tenantId);
  if (tenant && isLeaving(tenant, offboardingId)) return offboardingView(tenant, context, extras);
  const certificate = source.certificate(offboardingId);
  if (certificate?.tenantId === tenantId) return certifiedOffboardingView(certificate, tenant, context);
  return tenant && droppedOffboardingView(tenant, context, extras);
}

/** Another outline, another card. */
export function offboardingOutline(source: OffboardingSource, { tenantId, offboardingId }: OffboardingView): unknown {
  const tenant = source.tenant(tenantId);
  const { offboarding, customer } = tenant ?? {};
  if (offboarding?.id !== offboardingId) return [customer, source.certificate(offboardingId)];
  // The plan was decided and stays as it is.
  const { plan, end, ...rest } = offboarding;
  return [customer, rest, end?.at, tenant?.version];
}

/** Which offboarding it is. */
export interface OffboardingId {
  readonly tenantId: string;
  readonly offboardingId: string;
}

/** An offboarding's card as it stands; `undefined`: nothing is known of it any more. */
export function offboardingReply(
  services: BotServices,
  offboarding: OffboardingId,
  extras: OffboardingCardExtras = {},
): Reply | undefined {
  const card = offboardingCard(services.store, offboarding, services.context(), extras);
  return card && inPlaceOfOffboarding(services, offboarding, card);
}

/** A card in place of an offboarding's, which is that one again once something about the offboarding changes. */
export function inPlaceOfOffboarding(
  services: BotServices,
  { tenantId, offboardingId }: OffboardingId,
  card: Card,
): Reply {
  const summary = services.store.tenant(tenantId)?.customer.displayName ?? 'Offboarding';
  return { card, summary, view: { kind: 'offboarding', tenantId, offboardingId } };
}
