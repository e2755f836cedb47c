// What does the button lead to that ends an access which nobody wanted any more?
import { watchedRequestView, watchedRequestWords } from '../../views/offboarding/watched-request.js';
import type { BotServices } from '../bot-services.js';
import type { Reply, Turn } from '../conversation/turn.js';
import type { Click } from './action-data.js';

/**
 * Terminate it now, and Try again.
 * @throws StoreError
 */
export async function terminateWatchedRequest(
  services: BotServices,
  { relationshipId, tenantId }: Click,
  turn: Turn,
): Promise<Reply> {
  // A click that was made up speaks of nothing that is watched.
  const asked = { relationshipId: relationshipId ?? '', tenantId: tenantId ?? '' };
  const { refused, watched } = await services.terminateWatchedRequest(asked.relationshipId, turn.actor);
  const story = await services.watchedRequestStory({ ...asked, tenantId: watched?.tenantId ?? asked.tenantId });
  const notice = refused === 'busy' ? 'Gatehouse is busy with it right now. Nothing was done; try again.' : undefined;
  return { card: watchedRequestView(story, services.context(), notice), summary: watchedRequestWords(story).title };
}
