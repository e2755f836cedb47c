// The people whom a tenant knows by name.
import type { Person } from '../person.js';
import type { ChangedTenant, Tenant } from './tenant.js';

/**
 * Everyone who looks after a tenant or has done something to it, as far as its record remembers, each once: who is known here
 * by name, since the audit log and Gatehouse's settings have ids. Who looks after it comes first.
 */
export function peopleAt({ owner, onboarding, notes = [], history, awaitedSecond }: Tenant): readonly Person[] {
  const accepted = onboarding?.accepted;
  const all = [
    ...[owner?.person, accepted?.accountable, accepted?.by, onboarding?.requestedBy, awaitedSecond?.by],
    ...notes.map(({ by }) => by),
    ...history.flatMap(({ by, owner: given }) => [by, given]),
  ];
  const known = new Map<string, Person>();
  for (const person of all) {
    if (!person || person.id === '') continue;
    const { name = '' } = known.get(person.id) ?? {};
    if (name === '') known.set(person.id, person);
  }
  return [...known.values()];
}

/** Everyone whom some tenant knows by name, taken in as tenants change. Once known they stay so: people are few. */
export class PeopleIndex {
  readonly #people = new Map<string, Person>();

  /** By Entra object id. */
  get people(): ReadonlyMap<string, Person> {
    return this.#people;
  }

  /** Takes in who is at these tenants. */
  update(changed: readonly ChangedTenant[]): void {
    for (const [, tenant] of changed)
      for (const person of tenant ? peopleAt(tenant) : [])
        if (person.name !== '') this.#people.set(person.id, { id: person.id, name: person.name });
  }
}
