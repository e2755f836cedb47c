// What does every view know besides what it shows?
import type { AccessTemplate } from '../domain/access-template.js';
import type { RoleName } from '../domain/commands.js';
import type { Problem } from '../domain/problem.js';
import type { Instant } from '../domain/time.js';

/** Why what is shown may be out of date. */
export interface Failing {
  readonly since: Instant;
  /** Absent: it was not Microsoft's doing, or it is not known whose. */
  readonly problem?: Problem | undefined;
}

/** What is the same for all cards drawn at one moment. */
export interface ViewContext {
  /** Whether the bot is on the sandbox, which every card says. */
  readonly isSandbox: boolean;
  readonly template: AccessTemplate;
  readonly now: Instant;
  /** Whose card it is: only what they may press is on it. Absent: it is for several people, and has everything. */
  readonly role?: RoleName | undefined;
  /** When Microsoft was last asked for everything. Absent: not yet. */
  readonly asOf?: Instant | undefined;
  /** Since when, and why, Microsoft cannot be asked for everything. Absent: it can. */
  readonly failing?: Failing | undefined;
  /** Where one plays a customer of the sandbox. Absent: there is no such page, or the customers are real. */
  readonly sandboxPage?: ((tenantId: string) => string) | undefined;
}

/** What every card says while the bot is on the sandbox, with the way to play the card's customer; else empty. */
export function sandboxBanner({ isSandbox, sandboxPage }: ViewContext, tenantId?: string): string {
  if (!isSandbox) return '';
  const page = tenantId === undefined ? undefined : sandboxPage?.(tenantId);
  const play = page === undefined ? '' : ` · [Play this customer](${page})`;
  return `🧪 Sandbox: nothing here touches Microsoft${play}`;
}
