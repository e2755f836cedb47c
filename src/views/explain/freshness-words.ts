// How fresh what's shown is, and why nothing newer or nothing at all could be read.

import type { ListPage } from '../../domain/tenant/list.js';
import type { Words } from '../catalogue.js';
import type { ViewContext } from '../render/context.js';
import { dayAndTime } from '../render/text.js';
import type { Markdown, Text } from '../words/text-types.js';
import { signInLostWords, withCure } from './problem-words.js';

/** When what's shown was read. For text blocks only. */
export function asOfWords({ asOf, failing, words: { tenantList } }: ViewContext): Markdown {
  if (asOf !== undefined) return tenantList.asOf({ time: dayAndTime(asOf) });
  return failing ? tenantList.neverRead : tenantList.reading;
}

/** Which rows of how many a page shows; that they have changed since. */
export function positionWords(
  { hasMoved, from, total }: Pick<ListPage, 'hasMoved' | 'from' | 'total'>,
  shown: number,
  { tenantList }: Words,
): Text {
  if (hasMoved) return tenantList.changed;
  return shown === 0 ? '' : tenantList.position({ from, to: from + shown - 1, total });
}

/** Shown in place of tenants while nothing could be read yet; the cause is shown beside it. */
export function unreadWords(failing: ViewContext['failing'], { tenantList: { empty } }: Words): Text {
  if (!failing) return empty.reading;
  return failing.problem?.reason === 'partnerCenterClosed' ? empty.closed : empty.notRead;
}

/** Why what's shown may be out of date; empty while it isn't. For text blocks only. */
export function failingWords({ asOf, failing, signInLost, words }: ViewContext): Markdown {
  if (!failing) return signInLost === undefined ? '' : signInLostWords(signInLost, words);
  const { failing: unread, failingKnown } = words.tenantList;
  const sentence = (asOf === undefined ? unread : failingKnown)({ since: dayAndTime(failing.since) });
  return withCure(sentence, failing.problem, words);
}
