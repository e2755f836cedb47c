// The words about delegated admin (DAP) beyond yes and no.

import { type DelegatedAdmin, instancesIn } from '../../domain/access/delegated-admin.js';
import type { Words } from '../catalogue.js';
import { bare, dayAndTime, joined } from '../render/text.js';
import type { Markdown } from '../words/text-types.js';
import { problemWords, saidWords } from './problem-words.js';

/** The state of a removal, or why it didn't happen; empty when there's nothing to say. */
export function delegatedAdminNote({ removal, refused }: DelegatedAdmin, words: Words): Markdown {
  const { delegatedAdmin } = words.tenant;
  if (removal) {
    const { failing } = removal;
    if (failing && removal.sentAt === undefined)
      return delegatedAdmin.retrying({
        since: dayAndTime(failing.since),
        said: bare(saidWords(failing.problem, words)),
      });
    return removal.sentAt === undefined ? delegatedAdmin.removing : delegatedAdmin.sent;
  }
  if (!refused) return '';
  switch (refused.why) {
    case 'reservations':
      return delegatedAdmin.reservations({ count: instancesIn(refused.reservations) });
    case 'microsoft': {
      const { answer, requestId: id } = refused.problem;
      return joined([
        delegatedAdmin.refused(problemWords(refused.problem, 'removal', words)),
        ...(answer === undefined ? [] : [delegatedAdmin.answer({ answer: bare(answer) })]),
        ...(id === undefined ? [] : [delegatedAdmin.requestId({ id: bare(id) })]),
      ]);
    }
    case 'unconfirmed':
      return delegatedAdmin.unconfirmed;
    default:
      return refused satisfies never;
  }
}
