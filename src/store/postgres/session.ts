// The one connection that holds locks and hears what others write. What it holds ends with it, so whether it lives is checked.
import { setImmediate as oneTurn } from 'node:timers/promises';
import pLimit from 'p-limit';
import pg, { type ClientConfig } from 'pg';
import type { Instant } from '../../domain/time.js';
import { BackgroundWorker } from '../../runtime/background-worker.js';
import type { Clock } from '../../runtime/clock.js';
import { Emitter } from '../../runtime/emitter.js';
import type { Log } from '../../runtime/log.js';
import { withTimeoutOr } from '../../runtime/timeout.js';
import { DatabaseAway, failureOf, notReached } from './failures.js';
import { connectionSettings, type Statement } from './statement.js';

const heartbeatMs = 1000;
// Later than this, an answer comes from a connection that may hold nothing any more.
const latestAnswerMs = 3000;
// Also how long it may have been back before it's noticed.
const again = { first: 50, longest: 1000 };

/** What a session needs. */
export interface SessionDeps {
  readonly clock: Clock;
  readonly log: Log;
}

/**
 * A connection of its own, which is made anew when it's lost. Statements are carried out one after the other; none may take
 * long. A lock that was taken on it is held until `lost`, at most.
 */
export class DatabaseSession {
  /** It's connected, at first or again: nothing is locked, and what was notified meanwhile wasn't heard. */
  readonly begun = new Emitter();
  /** It's gone, and with it every lock. */
  readonly lost = new Emitter();
  /** It has answered, as it's asked to once in a while. Told is when that was asked. */
  readonly heartbeat = new Emitter<[at: Instant]>();
  /** Connecting didn't succeed. */
  readonly notReached = new Emitter<[why: DatabaseAway]>();
  readonly #config: ClientConfig;
  readonly #clock: Clock;
  readonly #log: Log;
  readonly #worker: BackgroundWorker;
  readonly #inOrder = pLimit(1);
  readonly #channels = new Map<string, Emitter<[payload: string]>>();
  #client: pg.Client | undefined;
  #answeredMs = 0;
  #isClosed = false;

  constructor(config: ClientConfig, { clock, log }: SessionDeps) {
    this.#config = config;
    this.#clock = clock;
    this.#log = log;
    // Its own, as it goes on while the others are waited for at the end.
    this.#worker = new BackgroundWorker(clock, log, { failed: 'databaseNotReached', backOff: again });
  }

  /**
   * Connects for the first time.
   * @throws DatabaseAway
   */
  async open(): Promise<void> {
    await this.#connect();
  }

  /** Whether it's connected, and has answered lately: whether what was locked on it since `begun` is locked still. */
  get isAlive(): boolean {
    return this.#client !== undefined && this.#clock.elapsedMs() - this.#answeredMs < heartbeatMs + latestAnswerMs;
  }

  /**
   * Carries out a statement once those before it are.
   * @throws DatabaseAway; then everything that was locked on the session is not.
   */
  query<Row extends object>(statement: Statement): Promise<readonly Row[]> {
    return this.#inOrder(() => this.#ask<Row>(statement));
  }

  /** Calls back with the payload of each notification of a channel, from now on and across connections. */
  async listen(channel: string, listener: (payload: string) => void): Promise<void> {
    const known = this.#channels.get(channel);
    const heard = known ?? new Emitter<[payload: string]>();
    heard.on(listener);
    this.#channels.set(channel, heard);
    if (!known && this.#client) await this.query(listening(channel));
  }

  /** Ends the connection, and with it every lock. */
  async close(): Promise<void> {
    this.#isClosed = true;
    await this.#worker.stop();
    const client = this.#client;
    this.#client = undefined;
    await client?.end();
  }

  // Runs of one key never overlap, so that a connection that fails while it's made doesn't begin two others.
  #connectAgain(): void {
    this.#worker.schedule('connection', again.first, () => this.#connect());
  }

  async #connect(): Promise<void> {
    if (this.#client) return;
    const client = new pg.Client({ ...this.#config, application_name: 'gatehouse session' });
    client.on('error', () => this.#hasEnded(client));
    client.on('end', () => this.#hasEnded(client));
    client.on('notification', ({ channel, payload = '' }) => this.#channels.get(channel)?.emit(payload));
    try {
      await client.connect();
      await client.query(connectionSettings({ statementMs: latestAnswerMs }));
      for (const channel of this.#channels.keys()) await client.query(listening(channel));
    } catch (cause) {
      await client.end().catch(() => undefined);
      const why = notReached(cause);
      this.notReached.emit(why);
      throw why;
    }
    this.#client = client;
    this.#answeredMs = this.#clock.elapsedMs();
    this.begun.emit();
    this.#planHeartbeat();
  }

  #planHeartbeat(): void {
    this.#worker.reschedule('heartbeat', heartbeatMs, async () => {
      if (!this.#client) return;
      const at = this.#clock.now();
      // What it fails with has ended the connection, which is made anew.
      await this.query({ text: 'select' }).then(
        () => this.heartbeat.emit(at),
        () => undefined,
      );
      this.#planHeartbeat();
    });
  }

  async #ask<Row extends object>(statement: Statement): Promise<readonly Row[]> {
    const client = this.#client;
    if (!client) throw new DatabaseAway('the session is lost', false);
    let isAnswered = false;
    const answer = client.query<Row & pg.QueryResultRow>(statement).finally(() => {
      isAnswered = true;
    });
    try {
      const { rows } = await withTimeoutOr(this.#clock, latestAnswerMs, answer, async () => {
        // A program that was held up finds its timers before the answers that have come meanwhile.
        for (let turn = 0; turn < 3 && !isAnswered; turn += 1) await oneTurn();
        if (isAnswered) return answer;
        throw new DatabaseAway('no answer in time', true);
      });
      this.#answeredMs = this.#clock.elapsedMs();
      return rows;
    } catch (error) {
      // What the server answers, the connection has outlived.
      if (!(error instanceof pg.DatabaseError)) this.#hasEnded(client);
      throw failureOf(error);
    }
  }

  #hasEnded(client: pg.Client): void {
    if (this.#client !== client) return;
    this.#client = undefined;
    void client.end().catch(() => undefined);
    if (this.#isClosed) return;
    this.#log.warn('databaseSessionLost', {});
    this.lost.emit();
    this.#connectAgain();
  }
}

function listening(channel: string): Statement {
  return { text: `listen ${pg.escapeIdentifier(channel)}` };
}
