// Whether anything can be saved just now.
import type { Instant } from '../../domain/time.js';
import type { Emitter } from '../../runtime/emitter.js';

/** Changes that had been saved and are gone, as after a failover to a standby that hadn't got them. */
export interface SavedAndLost {
  /** When that was noticed last. Absent: it hasn't been since the start. */
  readonly noticedAt: Instant | undefined;
  readonly noticed: Emitter;
}

/** This machine's clock beside that of what keeps the data, where others go by both. */
export interface SharedTime {
  /** The name of this machine. */
  readonly host: string;
  /** How far ahead ours is; negative: behind. Absent: it isn't known yet. */
  readonly skewSeconds: number | undefined;
  /** It has become too far for what is timed by both, or is no longer; compared every minute. */
  readonly changed: Emitter;
}

/** How it is with what keeps the data. Nothing ends where it fails: what needs to be saved is refused, the rest goes on. */
export interface Saving {
  /** Why nothing can be saved, in a sentence for operators. Absent: what was saved last was saved. */
  readonly trouble: string | undefined;
  /** It works again after it had failed. */
  readonly savesAgain: Emitter;
  /** Absent: that can't happen. */
  readonly loss?: SavedAndLost;
  /** Absent: no other machine goes by it. */
  readonly time?: SharedTime;
}
