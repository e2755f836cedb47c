// Whether a turn costs the same however many tenants there are.
import type { Figure } from './figures.js';

const few = 100;
const many = 10_000;
const timesAimedAt = 1.15;

// The cost of a turn itself: a click's processor time, which a busy machine hardly changes, and a message's median time.
const costs = /^click.*: processor$|^message.*: p50$/;

/** The cost of a turn with many tenants, beside that of the same turn with few. */
export function flatness(figures: readonly Figure[]): readonly Figure[] {
  const turns = figures.filter(({ what }) => costs.test(what));
  return turns
    .filter(({ tenants }) => tenants === many)
    .flatMap(({ what, unit, product }) => {
      const limit = turns.find((each) => each.what === what && each.tenants === few)?.product;
      if (limit === undefined) return [];
      const ratio = product / limit;
      const aim = { words: `≤ ${timesAimedAt} × that with ${few}`, isMet: ratio <= timesAimedAt };
      return [{ what: `flat: ${what}`, tenants: many, unit, product, limit, ratio, aim }];
    });
}
