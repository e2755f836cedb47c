// Who hears what only the people who run Gatehouse can put right.

/** The people who run Gatehouse, as far as the bot can reach them. */
export interface Hearers {
  /** The ids of their conversations. */
  ofAdmins(): Promise<readonly string[]>;
}
