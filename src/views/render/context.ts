// What does every view know besides what it shows?
import type { AccessTemplate } from '../../domain/access/access-template.js';
import type { TemplateEvidence } from '../../domain/access/template-evidence.js';
import type { Problem } from '../../domain/health/problem.js';
import type { IssuedCertificate } from '../../domain/offboarding/certificate.js';
import type { RoleName } from '../../domain/tenant/commands.js';
import { type Instant, startOfMinute } from '../../domain/time.js';

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
  /** What of the template works at some customer. Absent: nobody has looked. */
  readonly evidence?: TemplateEvidence | undefined;
  /** To the minute, since no card tells more. */
  readonly now: Instant;
  /** Whose card it is: only what they may press is on it. Absent: it is for several people, and has everything. */
  readonly role?: RoleName | undefined;
  /** The partner's name, as the settings give it. Absent: they give none. */
  readonly partnerName?: string | undefined;
  /** When Microsoft was last asked for everything. Absent: not yet. */
  readonly asOf?: Instant | undefined;
  /** Since when, and why, Microsoft cannot be asked for everything. Absent: it can. */
  readonly failing?: Failing | undefined;
  /** Since when, and why, nobody is signed in for Gatehouse, so that it reads what it can and changes nothing. Absent: somebody is. */
  readonly signInLost?: Failing | undefined;
  /** The newest exit certificate of a tenant. Absent, or no answer: it was never offboarded completely. */
  readonly certificateOf?: ((tenantId: string) => IssuedCertificate | undefined) | undefined;
  /** Where one plays a customer of the sandbox. Absent: there is no such page, or the customers are real. */
  readonly sandboxPage?: ((tenantId: string) => string) | undefined;
}

/**
 * Makes contexts that stay the very same object for as long as nothing in them changes, so that what was drawn in one can
 * be used again.
 */
export function steadyContexts(
  contextNow: (role: RoleName | undefined) => ViewContext,
): (role?: RoleName) => ViewContext {
  const last = new Map<RoleName | undefined, ViewContext>();
  return (role) => {
    const exact = contextNow(role);
    const next = { ...exact, now: startOfMinute(exact.now) };
    const known = last.get(role);
    if (known && isSame(known, next)) return known;
    last.set(role, next);
    return next;
  };
}

function isSame(a: ViewContext, b: ViewContext): boolean {
  const keys = new Set([...Object.keys(a), ...Object.keys(b)]) as Set<keyof ViewContext>;
  return [...keys].every((key) => a[key] === b[key]);
}

/** What every card says while the bot is on the sandbox, with the way to play the card's customer; else empty. */
export function sandboxBanner({ isSandbox, sandboxPage }: ViewContext, tenantId?: string): string {
  if (!isSandbox) return '';
  const page = tenantId === undefined ? undefined : sandboxPage?.(tenantId);
  const play = page === undefined ? '' : ` · [Play this customer](${page})`;
  return `🧪 Sandbox: nothing here touches Microsoft${play}`;
}
