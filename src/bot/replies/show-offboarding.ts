// An offboarding's card as an answer.

import type { OffboardingCardExtras } from '../../views/offboarding/offboarding.js';
import type { Card } from '../../views/render/templates.js';
import { literal } from '../../views/render/text.js';
import { offboardingCard } from '../cards/offboarding-card.js';
import type { Reply } from '../turn/turn.js';
import type { BotServices } from './bot-services.js';

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
  const name = services.store.tenant(tenantId)?.customer.displayName;
  const { summaries } = services.context().words.replies;
  const summary = name === undefined ? summaries.offboarding : literal(name);
  return { card, summary, view: { kind: 'offboarding', tenantId, offboardingId } };
}
