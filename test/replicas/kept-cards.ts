// Whether every posted card that replicas keep up to date shows what is saved, and whether they keep all that they promise.
import assert from 'node:assert/strict';
import { type PostedView, postedViewFrom } from '../../src/bot/turn/posted-view.js';
import type { Status } from '../../src/domain/tenant/status.js';
import type { News } from '../crash/news.js';
import { statusesOn } from '../support/card-reading.js';
import type { FakeTeams } from '../support/fake-teams.js';
import type { OwnDatabase } from './own-database.js';
import type { SavedRows } from './saved-rows.js';

// Of a conversation that many are kept; older ones have scrolled away (`PostedCards`).
const mostKept = 20;
// What was posted so shortly before something befell its sender may be forgotten (`CardStore`), later still where the database
// was away as well.
const forgottenMs = 10_000;

/** What cards are compared with. */
export interface CardsBeside {
  readonly database: OwnDatabase;
  readonly saved: SavedRows;
  readonly teams: FakeTeams;
  readonly news: News;
}

interface CardRow {
  readonly conversation: string;
  readonly activity: string;
  readonly view: PostedView;
  /** Whether it's left to who has clicked, and shows the others later what is saved. */
  readonly isOwed: boolean;
}

/** How many cards are kept, and what is wrong with them. */
export async function checkKeptCards({ database, saved, teams, news }: CardsBeside): Promise<{
  readonly count: number;
  readonly wrong: readonly string[];
}> {
  const rows = await keptIn(database);
  const { tenants } = await saved.contents();
  const wrong = rows.flatMap(({ conversation, activity, view, isOwed }) => {
    const message = teams.messages.find(({ id, conversationId }) => id === activity && conversationId === conversation);
    assert.ok(message, `${activity} was never posted to ${conversation}`);
    const shown = statusesOn(message.card);
    const due = statusesOf(view, (tenantId) => tenants.get(tenantId)?.status);
    const isRight = due === undefined || due.every((status, index) => shown[index] === status);
    return isRight || isOwed ? [] : [`${conversation}: ${message.summary}: ${shown} ≠ ${due}`];
  });
  for (const conversation of new Set(news.all().map(({ conversationId }) => conversationId))) {
    const told = news.all().filter(({ conversationId }) => conversationId === conversation);
    const safe = told.filter(
      ({ sender, sentAt }) => !sender.hits.some(({ from, until }) => from < sentAt + forgottenMs && sentAt <= until),
    );
    const kept = rows.filter((row) => row.conversation === conversation).length;
    const least = Math.min(mostKept, safe.length);
    if (kept < least) wrong.push(`${conversation}: ${kept} cards are kept, of ${told.length}, instead of ${least}`);
  }
  return { count: rows.length, wrong };
}

async function keptIn(database: OwnDatabase): Promise<readonly CardRow[]> {
  const text = `select conversation_id as conversation, activity_id as activity, doc -> 'view' as view, doc -> 'owedSince' is not null as "isOwed"
    from gatehouse.card where doc is not null`;
  const rows = await database.ask<Omit<CardRow, 'view'> & { readonly view: unknown }>(text);
  return rows.map((row) => ({ ...row, view: postedViewFrom(row.view) }));
}

/** The statuses that have to stand on a card, from the top to the bottom; `undefined`: it is about none. */
function statusesOf(
  view: PostedView,
  of: (tenantId: string) => Status | undefined,
): readonly (Status | undefined)[] | undefined {
  if (view.kind === 'tenant') return [of(view.tenantId)];
  return view.kind === 'list' ? view.query.places?.map(of) : undefined;
}
