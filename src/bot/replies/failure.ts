// The cards for what fails, takes longer, or is refused to a person.
import { type ExpectedError, MicrosoftError } from '../../domain/errors.js';
import type { ListQuery } from '../../domain/tenant/list.js';
import { messageView } from '../../views/render/message.js';
import { listButton, openButton } from '../../views/render/navigation.js';
import type { Button } from '../../views/render/verbs.js';
import {
  broke,
  failed,
  fileNotSaved,
  memberNotChecked,
  notForYou,
  ownPeopleOnly,
  stillWorking,
} from '../../views/words/bot-replies.js';
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
  const requestId = error instanceof MicrosoftError ? error.problem.requestId : undefined;
  return message(services, failed.title, failed.lines(error.remedy, correlationId, requestId), click);
}

/** The card for a fault of our own. */
export function faultReply(services: BotServices, correlationId: string): Reply {
  return message(services, broke.title, broke.lines(correlationId));
}

/** What is answered while the work goes on. `click` gives the way back. */
export function stillWorkingReply(services: BotServices, click?: CameFrom): Reply {
  return message(services, stillWorking.title, [stillWorking.line(click !== undefined)], click);
}

/** The words for a person who isn't one of our own people, or of whom that couldn't be found out just now. */
export function refusedWords(refused: NotAdmitted): { readonly title: string; readonly line: string } {
  return refused === 'notChecked' ? memberNotChecked : ownPeopleOnly;
}

/** The same as a card. */
export function strangerReply(services: BotServices, refused: NotAdmitted): Reply {
  const { title, line } = refusedWords(refused);
  return message(services, title, [line]);
}

/** A no that is about the person, not about a tenant. */
export function refusal(services: BotServices, why: string): Reply {
  return message(services, notForYou, [why]);
}

/** For a file that didn't get into a person's OneDrive. */
export function fileNotSavedReply(services: BotServices, why: string): Reply {
  return message(services, fileNotSaved, [why]);
}

function message(services: BotServices, title: string, lines: readonly string[], click?: CameFrom): Reply {
  const actions = click ? [wayBack(services, click)] : [];
  return { card: messageView({ title, lines, actions }, services.context()), summary: title };
}

function wayBack(services: BotServices, { tenantId, query }: CameFrom): Button {
  const tenant = tenantId === undefined ? undefined : services.store.tenant(tenantId);
  return tenant ? openButton(tenant, query, 'Back') : listButton(query, 'Back');
}
