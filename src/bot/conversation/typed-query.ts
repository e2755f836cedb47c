// Which tenants a person means by what they type after a command.
import type { ListQuery } from '../../domain/tenant/list.js';
import { findStatus, type Status } from '../../domain/tenant/status.js';
import { languages, type Words, wordsIn } from '../../views/catalogue.js';
import type { BotServices } from '../replies/bot-services.js';
import type { Turn } from '../turn/turn.js';
import { isEveryone } from './batch-commands.js';

const everyTenant: ListQuery = { search: '', page: 1 };

/** What a text after a command asks for: the tenants of a status, or a search. */
export function queryFrom(services: BotServices, argument: string, { actor }: Turn): ListQuery {
  const status = argument === '' ? undefined : statusNamed(argument, services.context().words);
  return status ? { status, search: '', page: 1 } : { search: services.tenantList.typedBy(argument, actor), page: 1 };
}

/** The same for a list, which is of every tenant where nothing is typed, or as much as that. */
export function listQueryFrom(services: BotServices, argument: string, turn: Turn): ListQuery {
  return argument === '' || isForAll(services, argument) ? everyTenant : queryFrom(services, argument, turn);
}

// A person who looks for "Allianz" may type as much of it; else it's every tenant.
function isForAll(services: BotServices, argument: string): boolean {
  return isEveryone(services, argument) && services.tenantList.find(argument).listed.length === 0;
}

/** The status of that name: in the conversation's language or in English by its first word too, in any other whole. */
function statusNamed(argument: string, words: Words): Status | undefined {
  return (
    findStatus(argument, words.statuses) ??
    findStatus(argument, wordsIn('en').statuses) ??
    firstOf(languages, (each) => findStatus(argument, wordsIn(each).statuses, true))
  );
}

function firstOf<T, R>(all: readonly T[], find: (each: T) => R | undefined): R | undefined {
  for (const each of all) {
    const found = find(each);
    if (found !== undefined) return found;
  }
  return undefined;
}
