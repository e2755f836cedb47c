// The news that has reached Teams, by the process that has sent it, and which of it may have come twice.
import assert from 'node:assert/strict';
import { textOf } from '../support/card-reading.js';
import type { BotMessage, Call, FakeTeams } from '../support/fake-teams.js';
import { en } from '../support/filled-by-hand.js';
import type { Bell } from './moments.js';

/**
 * Something that befell a process, so that what it had just done may never have been saved. By `Date.now()`, as all times
 * here are.
 */
export interface Hit {
  /** From just before it could have had an effect. */
  readonly from: number;
  /** Until it was sure to know: what it has sent later, it has sent knowing. */
  until: number;
}

/** A process that sends messages. */
export interface Sender {
  readonly name: string;
  readonly hits: readonly Hit[];
  readonly bell: Bell;
}

/** A message that tells news. */
export interface Told {
  readonly conversationId: string;
  readonly line: string;
  readonly sender: Sender;
  readonly sentAt: number;
}

/** Whether a line of a message tells news. */
export function isNews(line: string): boolean {
  return around.some(([before = '', between = '', after = '']) => {
    const rest = line.startsWith(before) ? line.slice(before.length) : '';
    return rest.includes(between) && rest.endsWith(after) && rest !== '';
  });
}

const { approved, issuesFound, accessLost } = en.notices.headlines;
const marked = { tenant: '\u2042', cause: '\u2042' };
/** What stands before the tenant's name in each, between it and the cause, and after that. */
const around = [approved, issuesFound, accessLost].map((headline) => {
  const [before = '', between = '', after = between] = headline(marked).split('\u2042');
  return [before, between, after];
});

/** What a tenant is told to be: Approved, or in Issues found for a cause. */
export interface Telling {
  readonly tenant: string;
  readonly cause?: string;
}

function lineOf({ tenant, cause }: Telling): string {
  return cause === undefined ? approved({ tenant }) : issuesFound({ tenant, cause });
}

// More tenants than five at once are told of in one message, which names five of a cause.
const { together } = en.batches;
const ofMany = [together.approved, together.issues].map(
  (line) => new RegExp(line({ count: 99 }).replace('99', '\\d+')),
);

function isToldIn({ summary, card }: BotMessage, { tenant, cause }: Telling): boolean {
  if (!ofMany.some((pattern) => pattern.test(summary))) return false;
  const lines = textOf(card).split('\n');
  if (cause === undefined) return lines.includes(tenant);
  const start = together.ofCause({ cause, tenants: '' });
  const more = / and \d+ more$/;
  return lines.some((line) => line.startsWith(start) && (line.split(', ').some(isName) || more.test(line)));

  function isName(part: string): boolean {
    return part.replace(start, '') === tenant;
  }
}

/** The news that Teams has taken. */
export class News {
  readonly #teams: FakeTeams;
  readonly #conversationIds: readonly string[];

  constructor(teams: FakeTeams, conversationIds: readonly string[]) {
    this.#teams = teams;
    this.#conversationIds = conversationIds;
  }

  /** Rings when news is on its way to Teams, and when Teams has answered. `senderOf`: who signs with that name. */
  listen(senderOf: (name: string) => Sender | undefined): void {
    const hear = ({ method, summary, headers }: Call): Mark | undefined => {
      this.#teams.meanwhile = hear;
      if (method !== 'POST' || !isNews(summary)) return undefined;
      const sender = senderOf(String(headers['x-sent-by']));
      assert.ok(sender, `“${summary}” was sent by ${headers['x-sent-by']}`);
      sender.bell.ring('newsArrived');
      setTimeout(() => sender.bell.ring('newsTold'), 1);
      return { sender, sentAt: Number(headers['x-sent-at']) };
    };
    this.#teams.meanwhile = hear;
  }

  /** Whether every conversation has been told, in a message about that tenant or about several. */
  hasReachedAll(telling: Telling): boolean {
    const line = lineOf(telling);
    const reached = this.#teams.messages.filter((each) => each.summary === line || isToldIn(each, telling));
    return this.#conversationIds.every((id) => reached.some(({ conversationId }) => conversationId === id));
  }

  /** Whether anybody has been told. */
  hasReached(line: string): boolean {
    return this.#teams.messages.some(({ summary }) => summary === line);
  }

  /** All of it, in the order in which Teams got it. */
  all(): readonly Told[] {
    return this.#teams.messages.flatMap(({ conversationId, summary: line, mark }) =>
      isNews(line) ? [{ conversationId, line, ...(mark as Mark) }] : [],
    );
  }

  /**
   * What came twice, and how often what befell its first sender explains that: a conversation's messages go one after the
   * other, each once the one before is saved as sent, so only the last one before a hit can be unsaved, and then it is the
   * next one that goes out there. What was sent once its sender knew that it had been hit is not explained by that.
   */
  repeats(): { readonly explained: number; readonly unexplained: readonly string[] } {
    const unexplained: string[] = [];
    let explained = 0;
    for (const conversationId of this.#conversationIds) {
      const told = this.all().filter((each) => each.conversationId === conversationId);
      const seen = new Set<string>();
      told.forEach((each, index) => {
        const before = told[index - 1];
        const isHit = ({ from, until }: Hit) => before && before.sentAt <= until && from < each.sentAt;
        if (!seen.has(each.line)) seen.add(each.line);
        else if (before?.line === each.line && before.sender.hits.some(isHit)) explained += 1;
        else unexplained.push(`${conversationId}: ${saidOf(before)}, then ${saidOf(each)}`);
      });
    }
    return { explained, unexplained };
  }
}

/** What is kept with a message that tells news. */
type Mark = Pick<Told, 'sender' | 'sentAt'>;

function saidOf(told: Told | undefined): string {
  if (!told) return 'nothing';
  const { line, sender, sentAt } = told;
  const hits = sender.hits.map(({ from, until }) => `${from} to ${until}`).join(' and ');
  return `“${line}” at ${sentAt} by ${sender.name} (hit ${hits || 'never'})`;
}
