// What does an exit's posted card show, while the exit lasts and once it is over?
import { isLeaving } from '../../domain/tenant/tenant.js';
import type { Store } from '../../operations/ports/store.js';
import { type ExitCardExtras, exitView } from '../../views/offboarding/exit.js';
import { certifiedExitView, droppedExitView } from '../../views/offboarding/past-exit.js';
import type { ViewContext } from '../../views/render/context.js';
import type { Card } from '../../views/render/templates.js';
import type { LivingView } from '../conversation/turn.js';

type ExitView = Extract<LivingView, { readonly kind: 'exit' }>;

/** What an exit's card is drawn from. */
export type ExitSource = Pick<Store, 'tenant' | 'certificate'>;

/** The card of an exit; `undefined`: nothing is known of it any more. */
export function exitCard(
  source: ExitSource,
  { tenantId, exitId }: Omit<ExitView, 'kind'>,
  context: ViewContext,
  extras: ExitCardExtras = {},
): Card | undefined {
  const tenant = source.tenant(tenantId);
  if (tenant && isLeaving(tenant, exitId)) return exitView(tenant, context, extras);
  const certificate = source.certificate(exitId);
  if (certificate?.tenantId === tenantId) return certifiedExitView(certificate, tenant, context);
  return tenant && droppedExitView(tenant, context, extras);
}

/** Another outline, another card. */
export function exitOutline(source: ExitSource, { tenantId, exitId }: ExitView): unknown {
  const tenant = source.tenant(tenantId);
  const { exit, customer } = tenant ?? {};
  if (exit?.id !== exitId) return [customer, source.certificate(exitId)];
  // The plan was decided and stays as it is.
  const { plan, end, ...rest } = exit;
  return [customer, rest, end?.at, tenant?.version];
}
