// Whether anything can be saved just now.
import type { Emitter } from '../../runtime/emitter.js';

/** How it is with what keeps the data. Nothing ends where it fails: what needs to be saved is refused, the rest goes on. */
export interface Saving {
  /** Why nothing can be saved, in a sentence for operators. Absent: what was saved last was saved. */
  readonly trouble: string | undefined;
  /** It works again after it had failed. */
  readonly savesAgain: Emitter;
}
