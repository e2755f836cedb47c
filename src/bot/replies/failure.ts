// The cards for what fails, takes longer, or is refused to a person.

import { type ExpectedError, MicrosoftError } from '../../domain/errors.js';
import type { Problem } from '../../domain/problem.js';
import type { ListQuery } from '../../domain/tenant/list.js';
import type { Words } from '../../views/catalogue.js';
import { problemWords } from '../../views/explain/problem-words.js';
import { type Message, messageView } from '../../views/render/message.js';
import { listButton, openButton } from '../../views/render/navigation.js';
import { bare, joined, literal, phrase } from '../../views/render/text.js';
import type { Button } from '../../views/render/verbs.js';
import type { Literal, Text } from '../../views/words/text-types.js';
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
  const { words } = services.context();
  const { failed } = words.replies;
  const problem = error instanceof MicrosoftError ? error.problem : undefined;
  const { requestId } = problem ?? {};
  const isUncertain = error.code === 'notKnownWhetherSaved';
  return message(
    services,
    {
      title: isUncertain ? failed.uncertain : failed.title,
      lines: [
        ...(isUncertain ? [] : [failed.nothingChanged]),
        ...(problem ? [whyAndCure(problem, words)] : [causeWords(error, words)]),
        ...(requestId ? [failed.requestId({ id: literal(requestId) })] : []),
        failed.reference({ reference: bare(correlationId) }),
      ],
    },
    click,
  );
}

function whyAndCure(problem: Problem, words: Words): Text {
  const { cause, cure } = problemWords(problem, 'check', words);
  return joined([cause, cure]);
}

/** A failure of the world, where only a line is shown. */
export function failureLine(error: ExpectedError, words: Words): Text {
  const { failed } = words.replies;
  const why = error instanceof MicrosoftError ? whyAndCure(error.problem, words) : causeWords(error, words);
  return error.code === 'notKnownWhetherSaved' ? why : joined([phrase`${failed.title}:`, why]);
}

// By the code of the error, which says of each kind what a person can do about it.
function causeWords({ code }: ExpectedError, { replies }: Words): Text {
  const causes: Readonly<Record<string, Text>> = { ...replies.failed.causes, roleNotChecked: replies.roleNotChecked };
  return causes[code] ?? replies.failed.causes.other;
}

/** The card for a fault of our own. */
export function faultReply(services: BotServices, correlationId: string): Reply {
  const { title, reference, tryAgain } = services.context().words.replies.broke;
  return message(services, { title, lines: [reference({ reference: bare(correlationId) }), tryAgain] });
}

/** What is answered while the work goes on. `click` gives the way back. */
export function stillWorkingReply(services: BotServices, click?: CameFrom): Reply {
  const { title, ...stillWorking } = services.context().words.replies.stillWorking;
  return message(services, { title, lines: [click ? stillWorking.click : stillWorking.message] }, click);
}

/** The words for a person who isn't one of our own people, or of whom that couldn't be found out just now. */
export function refusedWords(refused: NotAdmitted, { replies }: Words): { readonly title: Text; readonly line: Text } {
  return refused === 'notChecked' ? replies.memberNotChecked : replies.ownPeopleOnly;
}

/** The same as a card. */
export function strangerReply(services: BotServices, refused: NotAdmitted): Reply {
  const { title, line } = refusedWords(refused, services.context().words);
  return message(services, { title, lines: [line] });
}

/** A no that is about the person, not about a tenant. */
export function refusal(services: BotServices, why: Literal): Reply {
  return message(services, { title: services.context().words.replies.notAllowed, lines: [why] });
}

/** For a file that didn't get into a person's OneDrive. */
export function fileNotSavedReply(services: BotServices, why: Literal): Reply {
  return message(services, { title: services.context().words.replies.file.notSavedTitle, lines: [why] });
}

function message(services: BotServices, { title, lines }: Pick<Message, 'title' | 'lines'>, click?: CameFrom): Reply {
  const actions = click ? [wayBack(services, click)] : [];
  return { card: messageView({ title, lines, actions }, services.context()), summary: title };
}

function wayBack(services: BotServices, { tenantId, query }: CameFrom): Button {
  const { words } = services.context();
  const { back } = words.buttons;
  const tenant = tenantId === undefined ? undefined : services.store.tenant(tenantId);
  return tenant ? openButton(tenant, query, back, words) : listButton(query, words, back);
}
