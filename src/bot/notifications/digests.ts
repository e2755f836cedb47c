// Makes each conversation's digest of what's open due, by its own clock.
import { nextDigest } from '../../domain/subscription/digest-time.js';
import { everythingAtOnce } from '../../domain/subscription/subscription.js';
import { endOf } from '../../domain/subscription/week-hours.js';
import { type Instant, secondsBetween } from '../../domain/time.js';
import { commitLatest } from '../../operations/commit.js';
import type { DutyDeps } from '../../operations/duty.js';
import { messagesDuty } from '../../operations/ports/duties.js';
import type { Conversation } from '../../operations/ports/rows.js';
import type { Store } from '../../operations/ports/store.js';
import type { BackgroundWorker, BackgroundWorkers } from '../../runtime/background-worker.js';
import type { Clock } from '../../runtime/clock.js';

/** What making digests due takes. */
export interface DigestDeps extends DutyDeps {
  readonly store: Store;
  readonly clock: Clock;
  readonly workers: BackgroundWorkers;
}

const key = 'digests';
// What another replica has been told, and what was changed meanwhile, is seen within this time.
const longestSeconds = 300;

/** One row says that a digest was made due, so that no other replica makes it too, and none is lost in a crash. */
export class Digests {
  readonly #deps: DigestDeps;
  readonly #worker: BackgroundWorker;

  constructor(deps: DigestDeps) {
    this.#deps = deps;
    this.#worker = deps.workers.open({ failed: 'digestDelayed', hasOwnOrigin: true });
  }

  /** Looks at once, and whenever a digest is due from then on. Never fails: what couldn't be saved is due the next time. */
  check(): void {
    void this.#worker.runNow(key, async () => {
      try {
        await this.#makeDue();
      } finally {
        this.#worker.reschedule(key, this.#secondsToNext() * 1000, async () => this.check());
      }
    });
  }

  async #makeDue(): Promise<void> {
    const { store, clock, duties } = this.#deps;
    for (const { id } of [...store.conversations()].filter((each) => isDigestDue(each, clock.now()))) {
      if (!duties.isMine(messagesDuty(id))) continue;
      const at = clock.now();
      await commitLatest(store, () => {
        const known = store.conversation(id);
        if (!known || !isDigestDue(known, at)) return undefined;
        return {
          basedOn: [store.rowVersion('conversations', id)],
          conversations: [{ ...known, digestedAt: at }],
          deliveries: [{ id: `digest ${at} ${id}`, kind: 'digest', conversationId: id, at }],
        };
      });
    }
  }

  #secondsToNext(): number {
    const { store, clock } = this.#deps;
    const now = clock.now();
    const seconds = [...store.conversations()].flatMap((each) => {
      const at = digestDueAt(each, now);
      return at === undefined ? [] : [secondsBetween(now, at)];
    });
    return Math.max(1, Math.min(longestSeconds, ...seconds));
  }
}

/** Whether a conversation's digest is due: since it was chosen, or made due last, its time has come. */
export function isDigestDue(conversation: Conversation, now: Instant): boolean {
  const at = digestDueAt(conversation, now);
  return at !== undefined && at <= now;
}

// Reckoning in a time zone is slow, and rows are replaced when something about them changes.
const known = new WeakMap<Conversation, Instant>();

function digestDueAt(conversation: Conversation, now: Instant): Instant | undefined {
  const { subscribed, subscription = everythingAtOnce, digestedAt, deletedAt } = conversation;
  const { digest, zone, quiet = [] } = subscription;
  if (!subscribed || !digest || deletedAt) return undefined;
  if (digestedAt === undefined) return now;
  const at = known.get(conversation);
  if (at !== undefined) return at;
  const next = nextDigest(digest, digestedAt, zone);
  // Those of a quiet weekend are one, on Monday.
  const due = endOf(quiet, next, zone) ?? next;
  known.set(conversation, due);
  return due;
}
