// One commit's way to the database: sent until its answer is known, under an id by which it's made once.
import { randomUUID } from 'node:crypto';
import type { AuditEntry } from '../../domain/tenant/audit-entry.js';
import type { CommitSent, Replication } from '../../operations/ports/replication.js';
import type { RowVersion } from '../../operations/ports/rows.js';
import type { Clock } from '../../runtime/clock.js';
import { Emitter } from '../../runtime/emitter.js';
import type { Log } from '../../runtime/log.js';
import { rowKinds } from '../records/contents.js';
import type { Patch } from '../records/patch.js';
import { type ChangeRow, mostRows } from './changes.js';
import type { Database } from './database.js';
import { DatabaseAway, NotKnownWhetherSaved } from './failures.js';

const againMs = 50;
const longestAgainMs = 500;
/** How long a commit is tried again while the database doesn't answer, counted from its first failure. */
const usualPatienceMs = 5000;

/** What a commit writes, and where its asker is. */
export interface Request {
  readonly generation: string;
  readonly seen: number;
  readonly patch: Patch;
  readonly basedOn: readonly RowVersion[];
  readonly entries: readonly AuditEntry[];
}

/** What became of it: its number, where it was made, and the rows of the answer. */
export interface Answer {
  readonly outcome: 'made' | 'outdated' | 'otherHistory' | 'withdrawn';
  readonly version: number;
  readonly rows: readonly ChangeRow[];
}

type AnswerRow = ChangeRow & { readonly outcome: Answer['outcome']; readonly version: string | null };

/** What sending commits needs. */
export interface CommitDeps {
  readonly clock: Clock;
  readonly log: Log;
  /** For how many milliseconds a commit is tried again; absent: five seconds. */
  readonly patienceMs?: number;
}

/** Sends commits, and finds out later what became of those whose answers were lost. */
export class Commits {
  readonly sent: Replication['commitSent'] = new Emitter();
  readonly #database: Database;
  readonly #deps: CommitDeps;
  readonly #unsettled = new Set<string>();
  /** Since when the database hasn't answered a commit. */
  #failingSinceMs: number | undefined;

  constructor(database: Database, deps: CommitDeps) {
    this.#database = database;
    this.#deps = deps;
    database.back.on(() => void this.#settleAll());
  }

  /**
   * Sends a commit, again while its answer is lost.
   * @throws DatabaseAway when it was not made; NotKnownWhetherSaved when that can't be told.
   */
  async send(request: Request): Promise<Answer> {
    const { clock } = this.#deps;
    const start = clock.elapsedMs();
    const counted = { tries: 0 };
    let outcome: CommitSent['outcome'] = 'failed';
    try {
      const answer = await this.#untilAnswered(request, counted);
      outcome = answer.outcome === 'made' ? 'made' : 'outdated';
      return answer;
    } finally {
      this.sent.emit({ ms: clock.elapsedMs() - start, ...counted, outcome });
    }
  }

  async #untilAnswered(request: Request, counted: { tries: number }): Promise<Answer> {
    const { clock, patienceMs = usualPatienceMs } = this.#deps;
    const id = randomUUID();
    const statement = { name: 'commit', text: commit, values: [id, ...valuesOf(request), mostRows] };
    let isUncertain = false;
    for (let waitMs = againMs; ; waitMs = Math.min(longestAgainMs, waitMs * 2)) {
      counted.tries += 1;
      try {
        const rows = await this.#database.query<AnswerRow>(statement);
        this.#failingSinceMs = undefined;
        return answerIn(rows);
      } catch (error) {
        if (!(error instanceof DatabaseAway)) throw error;
        isUncertain ||= error.isUncertain;
        // Who comes while it's away doesn't wait as long as the first.
        this.#failingSinceMs ??= clock.elapsedMs();
        if (clock.elapsedMs() + waitMs > this.#failingSinceMs + patienceMs) {
          if (!isUncertain) throw error;
          this.#unsettled.add(id);
          throw new NotKnownWhetherSaved({ cause: error });
        }
        await clock.pause(waitMs);
      }
    }
  }

  // What was not made by now is never made, so what was told of it stays true.
  async #settleAll(): Promise<void> {
    for (const id of this.#unsettled) {
      try {
        const [row] = await this.#database.query<{ seq: string | null }>({
          text: 'select gatehouse.settle($1) as seq',
          values: [id],
        });
        this.#unsettled.delete(id);
        this.#deps.log.warn('commitSettled', { isSaved: row?.seq != null });
      } catch (error) {
        // It's asked for when the database is back again.
        if (!(error instanceof DatabaseAway)) this.#deps.log.error('commitNotSettled', { error });
        return;
      }
    }
  }
}

const commit = 'select * from gatehouse.commit($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)';

function valuesOf({ generation, seen, patch, basedOn, entries }: Request): readonly unknown[] {
  const rows = rowKinds.flatMap((kind) =>
    Object.entries<object | null>(patch[kind] ?? {}).map(([id, row]) => ({ kind, id, row })),
  );
  return [
    generation,
    seen,
    rows.map(({ kind }) => kind),
    rows.map(({ id }) => id),
    rows.map(({ row }) => (row === null ? null : JSON.stringify(row))),
    basedOn.map(({ kind }) => kind),
    basedOn.map(({ id }) => id),
    basedOn.map(({ version }) => version),
    entries.map(({ tenantId }) => tenantId ?? null),
    entries.map((entry) => JSON.stringify(entry)),
  ];
}

function answerIn(rows: readonly AnswerRow[]): Answer {
  const [first] = rows;
  if (!first) throw new Error('the database has no head');
  return { outcome: first.outcome, version: Number(first.version), rows };
}
