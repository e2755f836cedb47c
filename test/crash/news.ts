// The news that has reached Teams, by the run of the bot, and which of it may have come twice.

import type { FakeTeams } from '../support/fake-teams.js';
import { en } from '../support/filled-by-hand.js';
import type { Bell } from './moments.js';

/** A message that tells news. */
export interface Told {
  readonly conversationId: string;
  readonly line: string;
  /** Which start of the bot sent it. */
  readonly run: number;
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

/** The news that Teams has taken. */
export class News {
  readonly #teams: FakeTeams;
  readonly #conversationIds: readonly string[];
  /** The run of each message, by its place among all. */
  readonly #runs: number[] = [];

  constructor(teams: FakeTeams, conversationIds: readonly string[]) {
    this.#teams = teams;
    this.#conversationIds = conversationIds;
  }

  /** Rings when news is on its way to Teams, and when Teams has answered. */
  listen(bell: Bell): void {
    const hear = ({ method, summary }: { readonly method: string; readonly summary: string }) => {
      this.#teams.meanwhile = hear;
      if (method !== 'POST' || !isNews(summary)) return;
      bell.ring('newsArrived');
      setTimeout(() => bell.ring('newsTold'), 1);
    };
    this.#teams.meanwhile = hear;
  }

  /** Whatever Teams has got since the last time came from this run. */
  came(run: number): void {
    while (this.#runs.length < this.#teams.messages.length) this.#runs.push(run);
  }

  /** Whether every conversation has been told. */
  hasReachedAll(line: string): boolean {
    const reached = this.#teams.messages.filter(({ summary }) => summary === line);
    return this.#conversationIds.every((id) => reached.some(({ conversationId }) => conversationId === id));
  }

  /** Whether anybody has been told. */
  hasReached(line: string): boolean {
    return this.#teams.messages.some(({ summary }) => summary === line);
  }

  /** All of it, in the order in which Teams got it. */
  all(): readonly Told[] {
    return this.#teams.messages.flatMap(({ conversationId, summary: line }, index) =>
      isNews(line) ? [{ conversationId, line, run: this.#runs[index] ?? -1 }] : [],
    );
  }

  /**
   * What came twice, and how often a kill between sending and saving explains that: a conversation's messages go one
   * after the other, so only the last one of a run can be unsaved, and then it is the first one of the next run.
   */
  repeats(): { readonly explained: number; readonly unexplained: readonly Told[] } {
    const unexplained: Told[] = [];
    let explained = 0;
    for (const conversationId of this.#conversationIds) {
      const told = this.all().filter((each) => each.conversationId === conversationId);
      const seen = new Set<string>();
      told.forEach((each, index) => {
        const before = told[index - 1];
        if (seen.has(each.line)) {
          if (before?.line === each.line && before.run < each.run) explained += 1;
          else unexplained.push(each);
        }
        seen.add(each.line);
      });
    }
    return { explained, unexplained };
  }
}
