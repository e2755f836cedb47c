// The refresh by which a card that all people of a conversation see becomes each person's own.
import type { Card } from '../../views/render/templates.js';
import type { ActionData, RefreshVerb } from '../../views/render/verbs.js';
import { listData } from '../../views/tenant/buttons.js';
import { placesText } from '../../views/tenant/places.js';
import type { PostedView } from '../conversation/turn.js';

// @see https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/universal-actions-for-adaptive-cards/user-specific-views (checked 2026-11-22)
const mostPeople = 60;

/**
 * The card with a refresh for these people, by their Teams ids: their clients ask for it by themselves, and get it with
 * the buttons that they may press.
 */
export function refreshingFor(people: readonly string[], card: Card, view: PostedView): Card {
  if (people.length === 0) return card;
  const action = { type: 'Action.Execute', title: 'Refresh', ...refreshOf(view) };
  return { ...card, refresh: { action, userIds: people.slice(-mostPeople) } };
}

function refreshOf(view: PostedView): { readonly verb: RefreshVerb; readonly data: ActionData } {
  if (view.kind === 'list') {
    const { search, places } = view.query;
    return {
      verb: 'tenants.list',
      data: { ...listData(view.query), search, ...(places && { places: placesText(places) }) },
    };
  }
  if (view.kind === 'leftovers') {
    const { page, places } = view;
    return { verb: 'leftovers.list', data: { page, ...(places && { places: placesText(places) }) } };
  }
  if (view.kind === 'offboarding')
    return { verb: 'offboarding.show', data: { tenantId: view.tenantId, offboardingId: view.offboardingId } };
  return { verb: 'tenant.open', data: { ...listData(view.position), tenantId: view.tenantId } };
}
