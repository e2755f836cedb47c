// What admins read when a request to an offboarded tenant has been approved after all.

import { isEnded } from '../../domain/access/relationship.js';
import type { WatchedRequestStory } from '../../domain/offboarding/watched-request.js';
import type { Problem } from '../../domain/problem.js';
import type { ViewContext } from '../render/context.js';
import { messageView } from '../render/message.js';
import { mayPress } from '../render/navigation.js';
import type { Card } from '../render/templates.js';
import { capital, dateInWords, literal } from '../render/text.js';
import type { Button } from '../render/verbs.js';
import { problemWords } from '../words/problem-words.js';

/** The state of a watched request in words: one line for a phone's lock screen, then what it means and what to do. */
export interface WatchedRequestWords {
  readonly title: string;
  readonly lines: readonly string[];
}

/** A watched request in words. */
export function watchedRequestWords(story: WatchedRequestStory): WatchedRequestWords {
  const { watched } = story;
  const name = literal(story.name, 60);
  if (!watched && !isOver(story)) return notWatched(story);
  if (!watched) {
    return {
      title: `✅ The access to ${name} is over`,
      lines: [`Microsoft says so: ${request(story)} gives no access any more.`, ...offboarded(story), ...ids(story)],
    };
  }
  const { termination, refused, becameActiveAt } = watched;
  if (termination) {
    const by = literal(termination.by.name, 40);
    return {
      title: `⏳ The access to ${name} is being terminated`,
      lines: [
        `${by === '' ? 'Somebody' : by} asked for it on ${dateInWords(termination.at)}.`,
        termination.sentAt === undefined
          ? 'Microsoft is being asked. It cannot terminate the access while it is still setting it up; Gatehouse goes on asking until it can.'
          : 'Microsoft has taken it and usually shows it within minutes.',
        'You hear when Microsoft says that it is over.',
        ...ids(story),
      ],
    };
  }
  if (refused) {
    return {
      title: `❌ The access to ${name} could not be terminated`,
      lines: [
        ...refusalLines(refused),
        'By hand: open the customer in Partner Center, then Admin relationships, and choose Terminate relationship.',
        ...offboarded(story),
        ...ids(story),
      ],
    };
  }
  if (becameActiveAt === undefined) {
    return {
      title: `The request to ${name} has not been approved`,
      lines: [`There is nothing to terminate. It lapses on ${dateInWords(watched.lapsesAt)}.`, ...ids(story)],
    };
  }
  return {
    title: `⚠️ ${name} was offboarded, and has now approved a request of yours`,
    lines: [
      ...offboarded(story),
      `${capital(request(story))} was still open then, and could not be withdrawn. An administrator of the tenant has approved it: Gatehouse noticed on ${dateInWords(becameActiveAt)}. So you have access there again.`,
      ...stillSettingUp(story),
      'If nobody wants that, terminate it now. If you work for this tenant again, there is nothing to do; Enable it in /tenants to have it looked after.',
      ...ids(story),
    ],
  };
}

function isOver({ isOver, relationship }: WatchedRequestStory): boolean {
  return isOver === true || (relationship !== undefined && isEnded(relationship.status));
}

// The tenant may have been onboarded again with it: what gives access must not be called over.
function notWatched(story: WatchedRequestStory): WatchedRequestWords {
  const { relationship } = story;
  return {
    title: `Gatehouse does not watch the request to ${literal(story.name, 60)} any more`,
    lines: [
      'Nothing was done.',
      relationship === undefined
        ? 'Microsoft does not know the request any more, or did not answer just now.'
        : `Microsoft still shows ${request(story)}, so it may give access. If the tenant is looked after again, that is as it should be, and its card in /tenants ends it.`,
      'By hand: open the customer in Partner Center, then Admin relationships.',
      ...offboarded(story),
      ...ids(story),
    ],
  };
}

/** The card of a watched request. `notice`: answer to a click. */
export function watchedRequestView(story: WatchedRequestStory, context: ViewContext, notice?: string): Card {
  const { title, lines } = watchedRequestWords(story);
  const actions = buttons(story).filter((button) => mayPress(button, context));
  return messageView({ title, lines: [...(notice === undefined ? [] : [notice]), ...lines], actions }, context);
}

function buttons({ relationshipId, tenantId, watched, ...story }: WatchedRequestStory): readonly Button[] {
  if (!watched || watched.termination || watched.becameActiveAt === undefined) return [];
  const title = watched.refused ? 'Try again' : 'Terminate it now';
  const name = literal(story.name, 28);
  const what = watched.refused ? `Try again to terminate the access to ${name}` : `Terminate the access to ${name} now`;
  return [
    {
      title,
      tooltip: what,
      verb: 'watchedRequest.terminate',
      data: { relationshipId, tenantId },
      style: 'destructive',
    },
  ];
}

function request({ relationship }: WatchedRequestStory): string {
  return relationship ? `the request “${literal(relationship.displayName, 60)}”` : 'the request';
}

function offboarded({ certificate }: WatchedRequestStory): readonly string[] {
  if (!certificate) return [];
  return [
    `The tenant was offboarded completely on ${dateInWords(certificate.issuedAt)}, certificate ${certificate.id}.`,
  ];
}

function stillSettingUp({ relationship }: WatchedRequestStory): readonly string[] {
  if (relationship?.status !== 'approved' && relationship?.status !== 'activating') return [];
  return [
    'Microsoft is still setting it up, and cannot terminate it before that is done. Press the button all the same: Gatehouse waits for it.',
  ];
}

function refusalLines(problem: Problem): readonly string[] {
  const id = problem.requestId === undefined ? [] : [`Microsoft’s request id: ${literal(problem.requestId)}`];
  if (problem.reason === 'unexpectedAnswer') {
    return ['Microsoft took it more than an hour ago, and still shows the access as it was.', ...id];
  }
  if (problem.reason === 'notPossibleNow') {
    return ['Microsoft has said for an hour that it is not possible now.', ...id];
  }
  const { cause, cure } = problemWords(problem, 'check');
  return [`${cause} ${cure}`, ...id];
}

function ids({ tenantId }: WatchedRequestStory): readonly string[] {
  return [`Tenant: ${tenantId}`];
}
