// The card of an offboarding, while it lasts and once it's over.
import { isLeaving } from '../../domain/tenant/tenant.js';
import type { Store } from '../../operations/ports/store.js';
import { type OffboardingCardExtras, offboardingView } from '../../views/offboarding/offboarding.js';
import { certifiedOffboardingView, droppedOffboardingView } from '../../views/offboarding/past-offboarding.js';
import type { ViewContext } from '../../views/render/context.js';
import type { Card } from '../../views/render/templates.js';
import type { PostedView } from '../turn/posted-view.js';

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
