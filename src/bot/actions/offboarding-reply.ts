// How is somebody shown an exit, whatever has become of it?
import type { OffboardingCardExtras } from '../../views/offboarding/offboarding.js';
import type { Card } from '../../views/render/templates.js';
import type { BotServices } from '../bot-services.js';
import { offboardingCard } from '../cards/offboarding-card.js';
import type { Reply } from '../conversation/turn.js';

/** Which exit it is. */
export interface OffboardingId {
  readonly tenantId: string;
  readonly offboardingId: string;
}

/** An exit's card as it stands; `undefined`: nothing is known of it any more. */
export function offboardingReply(
  services: BotServices,
  offboarding: OffboardingId,
  extras: OffboardingCardExtras = {},
): Reply | undefined {
  const card = offboardingCard(services, offboarding, services.context(), extras);
  return card && inPlaceOfOffboarding(services, offboarding, card);
}

/** A card in place of an exit's, which is the exit's again once something about the exit changes. */
export function inPlaceOfOffboarding(
  services: BotServices,
  { tenantId, offboardingId }: OffboardingId,
  card: Card,
): Reply {
  const summary = services.tenant(tenantId)?.customer.displayName ?? 'Offboarding';
  return { card, summary, view: { kind: 'offboarding', tenantId, offboardingId } };
}
