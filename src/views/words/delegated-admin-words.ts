// The words about delegated admin (DAP) beyond yes and no.
import type { DelegatedAdmin } from '../../domain/access/delegated-admin.js';
import { counted, dayAndTime } from '../render/text.js';
import { problemWords, saidWords } from './problem-words.js';

/** The state of a removal, or why it didn't happen; empty when there's nothing to say. */
export function delegatedAdminNote({ removal, refused }: DelegatedAdmin): string {
  if (removal) {
    const { failing } = removal;
    if (failing && removal.sentAt === undefined)
      return `Delegated admin isn’t removed yet, since ${dayAndTime(failing.since)}: ${inBlock(saidWords(failing.problem))}. Gatehouse tries again by itself.`;
    return removal.sentAt === undefined
      ? 'Delegated admin is being removed…'
      : 'Microsoft has taken the removal of delegated admin and usually shows it within minutes. This card changes when it does.';
  }
  if (!refused) return '';
  switch (refused.why) {
    case 'reservations':
      return `Delegated admin was not removed: ${counted(refused.reservations.length, 'Azure reserved instance')} must be cancelled first. Call Azure support.`;
    case 'microsoft': {
      const { cause, cure } = problemWords(refused.problem, 'check');
      const { answer, requestId: id } = refused.problem;
      const said = answer === undefined ? '' : ` Microsoft’s answer: ${inBlock(answer)}.`;
      return `Delegated admin was not removed. ${cause} ${cure}${said}${id === undefined ? '' : ` Microsoft’s request id: ${id}.`}`;
    }
    case 'unconfirmed':
      return 'Microsoft took the removal of delegated admin more than an hour ago and still does not show it as done. Look at the customer in Partner Center; opening this card reads it again.';
    default:
      return refused satisfies never;
  }
}

// Microsoft's code is foreign text, and a text block reads markdown.
function inBlock(text: string): string {
  return text.replaceAll(/[^\p{L}\p{N} .:()’-]/gu, '');
}
