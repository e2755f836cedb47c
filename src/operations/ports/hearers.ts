// Who hears what only the people who run Gatehouse can put right.

import type { NewsKind } from '../../domain/subscription/news-kinds.js';

/** The people who run Gatehouse, as far as the bot can reach them. */
export interface Hearers {
  /** The ids of their conversations, as far as they hear of that. */
  ofAdmins(news: NewsKind): Promise<readonly string[]>;
}
