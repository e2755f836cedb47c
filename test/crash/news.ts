// The news that has reached Teams, by the run of the bot, and which of it may have come twice.

import type { Call, FakeTeams } from '../support/fake-teams.js';
import { en } from '../support/filled-by-hand.js';
import type { Bell } from './moments.js';

/** One start of a bot, or what is left of it after something else has befallen it. */
export interface Run {
  /** Absent: it goes on. By `performance.now()`. */
  endedAt?: number;
}

/** Who sends a message. */
export interface Sender {
  readonly run: Run;
  readonly bell: Bell;
}

/** A message that tells news. */
export interface Told {
  readonly conversationId: string;
  readonly line: string;
  readonly run: Run;
  /** When it reached Teams. By `performance.now()`. */
  readonly at: number;
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

  constructor(teams: FakeTeams, conversationIds: readonly string[]) {
    this.#teams = teams;
    this.#conversationIds = conversationIds;
  }

  /** Rings when news is on its way to Teams, and when Teams has answered. */
  listen(senderOf: (conversationId: string) => Promise<Sender> | Sender): void {
    const hear = async ({ method, conversationId, summary }: Call): Promise<Mark | undefined> => {
      this.#teams.meanwhile = hear;
      if (method !== 'POST' || !isNews(summary)) return undefined;
      const at = performance.now();
      const { run, bell } = await senderOf(conversationId);
      bell.ring('newsArrived');
      setTimeout(() => bell.ring('newsTold'), 1);
      return { run, at };
    };
    this.#teams.meanwhile = hear;
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
    return this.#teams.messages.flatMap(({ conversationId, summary: line, mark }) =>
      isNews(line) ? [{ conversationId, line, ...(mark as Mark) }] : [],
    );
  }

  /**
   * What came twice, and how often a kill between sending and saving explains that: a conversation's messages go one
   * after the other, so only the last one of a run can be unsaved, and then it is the next one that goes out there.
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
          const { endedAt = Number.POSITIVE_INFINITY } = before?.run ?? {};
          if (before?.line === each.line && endedAt < each.at) explained += 1;
          else unexplained.push(each);
        }
        seen.add(each.line);
      });
    }
    return { explained, unexplained };
  }
}

/** What is kept with a message that tells news. */
type Mark = Pick<Told, 'run' | 'at'>;
