// How fresh what's shown is, and why nothing newer or nothing at all could be read.
import type { ViewContext } from '../render/context.js';
import { dayAndTime } from '../render/text.js';
import { problemWords, signInLostWords } from './problem-words.js';

/** When what's shown was read. For text blocks only. */
export function asOfWords({ asOf, failing }: ViewContext): string {
  if (asOf !== undefined) return `As of ${dayAndTime(asOf)}`;
  return failing ? 'Not read from Microsoft yet' : 'Being read from Microsoft…';
}

/** Shown in place of tenants while nothing could be read yet; the cause is shown beside it. */
export function unreadWords(failing: ViewContext['failing']): string {
  if (!failing) return 'Gatehouse is reading your customers from Microsoft. This card fills by itself.';
  return failing.problem?.reason === 'partnerCenterClosed'
    ? 'Gatehouse can’t show your customers: only Partner Center lists them, and its API doesn’t let Gatehouse in. You find them, and their GDAP relationships, in Partner Center (Customers, Admin relationships).'
    : 'Gatehouse could not read your customers from Microsoft yet. This card fills by itself once it can.';
}

/** Why what's shown may be out of date; empty while it isn't. For text blocks only. */
export function failingWords({ asOf, failing, signInLost }: ViewContext): string {
  if (!failing) return signInLost === undefined ? '' : signInLostWords(signInLost);
  const { cause, cure } = failing.problem ? problemWords(failing.problem, 'check') : { cause: '', cure: '' };
  const known = asOf === undefined ? '' : '; this is what is known from before';
  return `Microsoft could not be read since ${dayAndTime(failing.since)}${known}. ${cause} ${cure}`.trim();
}
