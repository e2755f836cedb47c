// What admins read when a request to an offboarded tenant has been approved after all.

import { isEnded } from '../../domain/access/relationship.js';
import type { WatchedRequestStory } from '../../domain/offboarding/watched-request.js';
import type { Problem } from '../../domain/problem.js';
import type { Words } from '../catalogue.js';
import { problemWords } from '../explain/problem-words.js';
import type { ViewContext } from '../render/context.js';
import { messageView } from '../render/message.js';
import { mayPress } from '../render/navigation.js';
import type { Card } from '../render/templates.js';
import { dateInWords, joined, literal } from '../render/text.js';
import type { Button } from '../render/verbs.js';
import type { Literal } from '../words/text-types.js';

/** The state of a watched request in words: one line for a phone's lock screen, then what it means and what to do. */
export interface WatchedRequestWords {
  readonly title: Literal;
  readonly lines: readonly Literal[];
}

/** A watched request in words. */
export function watchedRequestWords(story: WatchedRequestStory, words: Words): WatchedRequestWords {
  const { watchedRequests } = words;
  const { watched } = story;
  const tenant = literal(story.name, 60);
  const footer = [...offboarded(story, words), watchedRequests.tenantId({ id: literal(story.tenantId) })];
  const [idLine = ''] = footer.slice(-1);
  if (!watched && !isOver(story)) return notWatched(story, footer, words);
  if (!watched) {
    return {
      title: watchedRequests.overTitle({ tenant }),
      lines: [watchedRequests.over({ request: request(story, words) }), ...footer],
    };
  }
  const { termination, refused, becameActiveAt } = watched;
  if (termination) {
    const { by, at, sentAt } = termination;
    return {
      title: watchedRequests.terminatingTitle({ tenant }),
      lines: [
        watchedRequests.requestedBy({
          person: literal(by.name, 40) || watchedRequests.unnamed,
          date: dateInWords(at, words),
        }),
        sentAt === undefined ? watchedRequests.asking : watchedRequests.accepted,
        watchedRequests.youAreNotified,
        idLine,
      ],
    };
  }
  if (refused) {
    return {
      title: watchedRequests.refusedTitle({ tenant }),
      lines: [...refusalLines(refused, words), watchedRequests.byHandTerminate, ...footer],
    };
  }
  if (becameActiveAt === undefined) {
    return {
      title: watchedRequests.openTitle({ tenant }),
      lines: [watchedRequests.open({ date: dateInWords(watched.lapsesAt, words) }), idLine],
    };
  }
  return {
    title: watchedRequests.approvedTitle({ tenant }),
    lines: [
      ...offboarded(story, words),
      watchedRequests.approved({ request: request(story, words), date: dateInWords(becameActiveAt, words) }),
      ...(isSettingUp(story) ? [watchedRequests.settingUp] : []),
      watchedRequests.approvedNext,
      idLine,
    ],
  };
}

function isOver({ isOver, relationship }: WatchedRequestStory): boolean {
  return isOver === true || (relationship !== undefined && isEnded(relationship.status));
}

// The tenant may have been onboarded again with it: what gives access must not be called over.
function notWatched(story: WatchedRequestStory, footer: readonly Literal[], words: Words): WatchedRequestWords {
  const { watchedRequests } = words;
  return {
    title: watchedRequests.notWatchedTitle({ tenant: literal(story.name, 60) }),
    lines: [
      watchedRequests.nothingDone,
      story.relationship === undefined
        ? watchedRequests.notFound
        : watchedRequests.mayGiveAccess({ request: request(story, words) }),
      watchedRequests.byHand,
      ...footer,
    ],
  };
}

/** The card of a watched request. `notice`: answer to a click. */
export function watchedRequestView(story: WatchedRequestStory, context: ViewContext, notice?: Literal): Card {
  const { title, lines } = watchedRequestWords(story, context.words);
  const actions = buttons(story, context.words).filter((button) => mayPress(button, context));
  return messageView({ title, lines: [...(notice === undefined ? [] : [notice]), ...lines], actions }, context);
}

function buttons({ relationshipId, tenantId, watched, name }: WatchedRequestStory, words: Words): readonly Button[] {
  if (!watched || watched.termination || watched.becameActiveAt === undefined) return [];
  const { watchedRequests, offboarding } = words;
  const { terminate, terminateTooltip, retryTooltip } = watchedRequests;
  return [
    {
      title: watched.refused ? offboarding.buttons.retry : terminate,
      tooltip: (watched.refused ? retryTooltip : terminateTooltip)({ tenant: literal(name, 28) }),
      verb: 'watchedRequest.terminate',
      data: { relationshipId, tenantId },
      style: 'destructive',
    },
  ];
}

function request({ relationship }: WatchedRequestStory, { watchedRequests }: Words): Literal {
  return relationship
    ? watchedRequests.namedRequest({ request: literal(relationship.displayName, 60) })
    : watchedRequests.theRequest;
}

function offboarded({ certificate }: WatchedRequestStory, words: Words): readonly Literal[] {
  if (!certificate) return [];
  const date = dateInWords(certificate.issuedAt, words);
  return [words.watchedRequests.offboarded({ date, certificate: literal(certificate.id) })];
}

function isSettingUp({ relationship }: WatchedRequestStory): boolean {
  return relationship?.status === 'approved' || relationship?.status === 'activating';
}

function refusalLines(problem: Problem, words: Words): readonly Literal[] {
  const { watchedRequests } = words;
  const { requestId, reason } = problem;
  const id = requestId === undefined ? [] : [watchedRequests.requestId({ id: literal(requestId) })];
  if (reason === 'unexpectedAnswer') return [watchedRequests.refusedUnconfirmed, ...id];
  if (reason === 'notPossibleNow') return [watchedRequests.refusedForAnHour, ...id];
  const { cause, cure } = problemWords(problem, 'removal', words);
  return [joined([cause, cure]), ...id];
}
