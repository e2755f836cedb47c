// Whether changes that had been saved have gone from the database.
import type { Instant } from '../../domain/time.js';
import type { SavedAndLost } from '../../operations/ports/saving.js';
import { Emitter } from '../../runtime/emitter.js';

/** Remembers since the start when that was noticed last, and tells of it. */
export class NoticedLoss implements SavedAndLost {
  readonly noticed = new Emitter();
  #noticedAt: Instant | undefined;

  get noticedAt(): Instant | undefined {
    return this.#noticedAt;
  }

  isNoticed(now: Instant): void {
    this.#noticedAt = now;
    this.noticed.emit();
  }
}
