// The person who acts.

/** A person of the partner, as Entra knows them. */
export interface Person {
  /** Entra object id. */
  readonly id: string;
  /** Foreign text: whatever name the person's client sent. Empty: none. */
  readonly name: string;
}
