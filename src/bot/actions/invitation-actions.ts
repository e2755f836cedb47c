// What does the button lead to that ends an access which nobody wanted any more?
import { invitationView, invitationWords } from '../../views/offboarding/invitation.js';
import type { Desk } from '../bot-services.js';
import type { Reply, Turn } from '../conversation/turn.js';
import type { Click } from './action-data.js';

/**
 * Terminate it now, and Try again.
 * @throws StoreError
 */
export async function terminateInvitation(desk: Desk, { relationshipId, tenantId }: Click, turn: Turn): Promise<Reply> {
  // A click that was made up speaks of nothing that is watched.
  const asked = { relationshipId: relationshipId ?? '', tenantId: tenantId ?? '' };
  const { refused, watched } = await desk.terminateInvitation(asked.relationshipId, turn.actor);
  const story = await desk.invitationStory({ ...asked, tenantId: watched?.tenantId ?? asked.tenantId });
  const notice = refused === 'busy' ? 'Gatehouse is busy with it right now. Nothing was done; try again.' : undefined;
  return { card: invitationView(story, desk.context(), notice), summary: invitationWords(story).title };
}
