// What was done about who looks after a tenant, and to what people leave at it, in one sentence for who asked.
import {
  type AttentionCommand,
  mostNoteCharacters,
  mostSnoozeDays,
  mostTicketCharacters,
} from '../../domain/tenant/attention.js';
import type { OwnershipCommand } from '../../domain/tenant/ownership.js';
import type { Tenant } from '../../domain/tenant/tenant.js';
import type { Words } from '../catalogue.js';
import { dateInWords, literal, personName } from '../render/text.js';
import type { Literal } from '../words/text-types.js';

/** Why what was typed can't be left at a tenant. `given`: the part of it that can't; foreign text. */
export interface AttentionFault {
  readonly is: 'notTicket' | 'wrongDays' | 'tooLong' | 'reasonMissing' | 'daysMissing';
  readonly given: string;
}

/** That, in a sentence. */
export function attentionFaultWords({ is, given }: AttentionFault, { attention }: Words): Literal {
  switch (is) {
    case 'notTicket':
      return attention.notTicket({ given: literal(given, 70), most: mostTicketCharacters });
    case 'wrongDays':
      return attention.wrongDays({ given: literal(given, 20), most: mostSnoozeDays });
    case 'tooLong':
      return attention.tooLong({ count: [...given].length, most: mostNoteCharacters });
    case 'reasonMissing':
      return attention.reasonMissing;
    case 'daysMissing':
      return attention.daysMissing;
    default:
      return is satisfies never;
  }
}

/** What a command has done; `tenant`: as it is since. */
export function doneWords(command: AttentionCommand | OwnershipCommand, tenant: Tenant, words: Words): Literal {
  const { done } = words.attention;
  const name = { tenant: literal(tenant.customer.displayName, 60) };
  switch (command.do) {
    case 'note':
    case 'deleteNote':
    case 'wake':
    case 'take':
    case 'release':
      return done[command.do](name);
    case 'deleteOthersNote':
      return done.deleteNote(name);
    case 'assign':
    case 'assignOther':
      return done.assign({ ...name, person: personName(command.to, words) });
    case 'releaseOther':
      return done.release(name);
    case 'setTicket':
      return command.ticket === undefined
        ? done.noTicket(name)
        : done.setTicket({ ...name, ticket: literal(command.ticket, mostTicketCharacters) });
    case 'snooze':
      return tenant.snooze ? done.snooze({ ...name, day: dateInWords(tenant.snooze.until, words) }) : '';
    default:
      return command satisfies never;
  }
}
