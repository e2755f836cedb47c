// Terms about the same, as one term.
import type { Condition, Term } from './query.js';

/** Terms of which none says again what can be one of several only: `status:approved status:needs-approval` means either. */
export function together(terms: readonly Term[]): readonly Term[] {
  const all: Term[] = [];
  for (const term of terms) {
    const place = all.findIndex((each) => isJoined(each, term));
    const before = all[place];
    if (before === undefined) all.push(term);
    else all[place] = joined(before, term);
  }
  return all;
}

function isJoined(a: Term, b: Term): boolean {
  return (
    a.isNot === b.isNot &&
    a.condition.key === b.condition.key &&
    (a.condition.key === 'status' || a.condition.key === 'template')
  );
}

function joined(a: Term, b: Term): Term {
  if (!('anyOf' in a.condition) || !('anyOf' in b.condition)) return a;
  return {
    ...a,
    condition: { ...a.condition, anyOf: [...new Set([...a.condition.anyOf, ...b.condition.anyOf])] } as Condition,
  };
}
