// Who may choose something for a conversation.
import { denial } from '../people/permissions.js';
import type { Reply, Turn } from '../turn/turn.js';
import type { BotServices } from './bot-services.js';
import { refusal } from './failure.js';

/**
 * The refusal where a person may not choose for a conversation; `undefined`: they may. A viewer may choose for their own chat, an
 * operator for a conversation that others read too. `asked`: what, for the audit log.
 */
export async function refusedToChoose(services: BotServices, turn: Turn, asked: string): Promise<Reply | undefined> {
  const { actor, isPersonal } = turn;
  if (isPersonal) return undefined;
  const role = await services.roles.roleOf(actor);
  const isNotChecked = services.roles.isNotChecked(actor);
  const denied = denial(role, 'operator', actor, services.context().words, isNotChecked);
  if (denied === undefined) return undefined;
  if (!isNotChecked) await services.denials.record({ by: actor.id, asked });
  return refusal(services, denied);
}
