// What is typed for who looks after a tenant.
import { guidPattern } from '../guid.js';
import type { WantedOwner } from './query.js';
import { compared, type Meanings } from './query-names.js';
import type { Resolve } from './read-values.js';

/** By whole names, or by one part of a name that only one of them has; by an Entra object id also who looks after none. */
export function ownersNamed(words: Meanings<'me' | 'none'>, names: readonly string[]): Resolve<WantedOwner> {
  return (value) => {
    const word = words.get(compared(value))?.of;
    if (word !== undefined) return { is: word };
    const id = value.toLowerCase();
    if (guidPattern.test(id)) return { is: 'person', id };
    const [name, ...others] = bestNames(compared(value), names);
    return name !== undefined && others.length === 0 ? { is: 'named', name } : undefined;
  };
}

function bestNames(given: string, names: readonly string[]): readonly string[] {
  const whole = names.filter((name) => compared(name) === given);
  return whole.length > 0
    ? whole.slice(0, 1)
    : names.filter((name) => name.split(/\s+/u).map(compared).includes(given));
}
