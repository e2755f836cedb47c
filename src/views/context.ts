// What does every view know besides what it shows?
import type { AccessTemplate } from '../domain/access-template.js';
import type { Instant } from '../domain/time.js';

/** What is the same for all cards drawn at one moment. */
export interface ViewContext {
  /** Whether the bot is on the sandbox, which every card says. */
  readonly isSandbox: boolean;
  readonly template: AccessTemplate;
  readonly now: Instant;
  /** When Microsoft was last asked for everything. Absent: not yet. */
  readonly asOf?: Instant | undefined;
}
