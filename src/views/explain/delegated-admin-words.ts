// The words about delegated admin (DAP) beyond yes and no.
import { type DelegatedAdmin, instancesIn } from '../../domain/access/delegated-admin.js';
import type { Words } from '../catalogue.js';
import { dayAndTime } from '../render/text.js';
import { problemWords, saidWords } from './problem-words.js';

/** The state of a removal, or why it didn't happen; empty when there's nothing to say. */
export function delegatedAdminNote({ removal, refused }: DelegatedAdmin, words: Words): string {
  const { delegatedAdmin } = words.tenant;
  if (removal) {
    const { failing } = removal;
    if (failing && removal.sentAt === undefined)
      return delegatedAdmin.retrying({
        since: dayAndTime(failing.since),
        said: inBlock(saidWords(failing.problem, words)),
      });
    return removal.sentAt === undefined ? delegatedAdmin.removing : delegatedAdmin.sent;
  }
  if (!refused) return '';
  switch (refused.why) {
    case 'reservations':
      return delegatedAdmin.reservations({ count: instancesIn(refused.reservations) });
    case 'microsoft': {
      const { answer, requestId: id } = refused.problem;
      return [
        delegatedAdmin.refused(problemWords(refused.problem, 'removal', words)),
        ...(answer === undefined ? [] : [delegatedAdmin.answer({ answer: inBlock(answer) })]),
        ...(id === undefined ? [] : [delegatedAdmin.requestId({ id })]),
      ].join(' ');
    }
    case 'unconfirmed':
      return delegatedAdmin.unconfirmed;
    default:
      return refused satisfies never;
  }
}

// Microsoft's code is foreign text, and a text block reads markdown.
function inBlock(text: string): string {
  return text.replaceAll(/[^\p{L}\p{N} .:()’-]/gu, '');
}
