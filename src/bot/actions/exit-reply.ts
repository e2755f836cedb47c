// How is somebody shown an exit, whatever has become of it?
import type { ExitCardExtras } from '../../views/offboarding/exit.js';
import type { Card } from '../../views/render/templates.js';
import type { Desk } from '../bot-services.js';
import { exitCard } from '../cards/exit-card.js';
import type { Reply } from '../conversation/turn.js';

/** Which exit it is. */
export interface ExitId {
  readonly tenantId: string;
  readonly exitId: string;
}

/** An exit's card as it stands; `undefined`: nothing is known of it any more. */
export function exitReply(desk: Desk, exit: ExitId, extras: ExitCardExtras = {}): Reply | undefined {
  const card = exitCard(desk, exit, desk.context(), extras);
  return card && inPlaceOfExit(desk, exit, card);
}

/** A card in place of an exit's, which is the exit's again once something about the exit changes. */
export function inPlaceOfExit(desk: Desk, { tenantId, exitId }: ExitId, card: Card): Reply {
  const summary = desk.tenant(tenantId)?.customer.displayName ?? 'Offboarding';
  return { card, summary, view: { kind: 'exit', tenantId, exitId } };
}
