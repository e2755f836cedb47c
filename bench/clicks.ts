// The buttons that are pressed. All of them only show something, like nearly every click.

import { tenantIdOf } from '../src/sandbox/world/generated-customers.js';
import { click } from './activities.js';
import { isOnboarded } from './seed.js';

/** The chats with the bot, one for each of so many people. */
export const conversations: readonly string[] = Array.from({ length: 50 }, (_, index) => `chat-${index}`);

/** What a person looks at: the list, some of it, or a tenant. */
export type Shown = 'list' | 'filter' | 'search' | 'open';

/** A press of a button by one of those who press at the same time. `turn`: how many came before. */
export function clickBy(worker: number, shown: Shown, turn: number = worker): string {
  return click(conversations[worker % conversations.length] ?? '', buttons[shown](turn));
}

// With any number of tenants, the same cards but for the names.
const buttons = {
  list: () => ({ verb: 'tenants.list' }),
  filter: () => ({ verb: 'tenants.list', data: { filter: 'issuesFound' } }),
  search: (turn: number) => ({ verb: 'tenants.list', data: { search: searchText(turn) } }),
  open: (turn: number) => ({ verb: 'tenant.open', data: { tenantId: opened[turn % opened.length] } }),
} as const;

// Onboarded, with an Azure plan and without delegated admin.
const opened = Array.from({ length: 99 }, (_, index) => index + 1)
  .filter((n) => isOnboarded(n) && n % 10 !== 0 && n % 15 !== 0)
  .map(tenantIdOf);

const found = 99;
const starts = ['contoso', 'ontoso', 'ntoso', 'toso', 'oso', 'so', 'o'];

/** Finds one tenant by its name. It's long until the same text comes again, so that none is answered from what's remembered. */
export function searchText(turn: number): string {
  const start = starts[Math.floor(turn / found) % starts.length];
  return `${start} ${String((turn % found) + 1).padStart(5, '0')}`;
}
