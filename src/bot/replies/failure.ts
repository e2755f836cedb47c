// The cards for what fails, takes longer, or is refused to a person.
import { type ExpectedError, MicrosoftError } from '../../domain/errors.js';
import type { ListQuery } from '../../domain/tenant/list.js';
import { messageView } from '../../views/render/message.js';
import type { Button } from '../../views/render/verbs.js';
import { listButton, openButton } from '../../views/tenant/buttons.js';
import type { NotAdmitted } from '../people/admission.js';
import type { Reply } from '../turn/turn.js';
import type { BotServices } from './bot-services.js';

/** Where the person pressed, to which the answer leads back. */
interface CameFrom {
  /** Absent: the list. */
  readonly tenantId?: string | undefined;
  readonly query: ListQuery;
}

/** The card for a failure of the world. `click` gives the way back. */
export function failureReply(
  services: BotServices,
  error: ExpectedError,
  correlationId: string,
  click?: CameFrom,
): Reply {
  const title = 'That did not work';
  const ids = [
    ...(error instanceof MicrosoftError && error.problem.requestId
      ? [`Microsoft’s request id: ${error.problem.requestId}`]
      : []),
    `Reference: ${correlationId}`,
  ];
  const lines = ['Nothing was changed.', error.remedy, ...ids];
  return {
    card: messageView({ title, lines, actions: click ? [wayBack(services, click)] : [] }, services.context()),
    summary: title,
  };
}

/** The card for a fault of our own. */
export function faultReply(services: BotServices, correlationId: string): Reply {
  const title = 'Something broke in Gatehouse';
  const lines = [
    `It is written down under this reference: ${correlationId}`,
    'Try again. If it breaks again, tell whoever runs Gatehouse.',
  ];
  return { card: messageView({ title, lines }, services.context()), summary: title };
}

/** What is answered while the work goes on. `click` gives the way back. */
export function stillWorkingReply(services: BotServices, click?: CameFrom): Reply {
  const title = 'Still working on it';
  const then = click ? 'This card updates when it’s done.' : 'The answer follows when it’s there.';
  const lines = [`This takes longer than usual, and Gatehouse goes on with it. ${then}`];
  return {
    card: messageView({ title, lines, actions: click ? [wayBack(services, click)] : [] }, services.context()),
    summary: title,
  };
}

const ownPeopleOnly =
  'Gatehouse answers members of its own organisation only, and only once Teams has said that they are.';
const memberNotChecked =
  'Teams didn’t confirm just now that you’re a member of this organization, so nothing was done. Try again in a moment.';

/** The words for a person who isn't one of our own people, or of whom that couldn't be found out just now. */
export function refusedWords(refused: NotAdmitted): string {
  return refused === 'notChecked' ? memberNotChecked : ownPeopleOnly;
}

/** The same as a card. */
export function strangerReply(services: BotServices, refused: NotAdmitted): Reply {
  const title = refused === 'notChecked' ? 'Couldn’t check who you are' : 'Gatehouse cannot talk to you';
  return { card: messageView({ title, lines: [refusedWords(refused)] }, services.context()), summary: title };
}

/** A no that is about the person, not about a tenant. */
export function refusal(services: BotServices, why: string): Reply {
  const title = 'That is not for you to do';
  return { card: messageView({ title, lines: [why] }, services.context()), summary: title };
}

function wayBack(services: BotServices, { tenantId, query }: CameFrom): Button {
  const tenant = tenantId === undefined ? undefined : services.store.tenant(tenantId);
  return tenant ? openButton(tenant, query, 'Back') : listButton(query, 'Back');
}
