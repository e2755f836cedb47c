// Who acts? The people of the partner, as Entra knows them.

/** Somebody of the partner. */
export interface Person {
  /** Entra object id. */
  readonly id: string;
  /** Foreign text: whatever name the person's client sent. */
  readonly name: string;
}
