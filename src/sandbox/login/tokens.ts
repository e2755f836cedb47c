// The issued tokens, what they open, and which refresh tokens are used up.
import { createHash, randomBytes } from 'node:crypto';
import { z } from 'zod';
import { daysAfter, secondsAfter } from '../world/instants.js';
import { partner } from '../world/partner.js';
import { type AccessToken, accessSeconds, accessToken, tokenText } from './token-text.js';

const refreshDays = 90;
const usedKept = 1000;

const session = z.object({ userId: z.string(), hasMfa: z.boolean() });

/** A sign-in: its user, and whether a second factor was used. */
export type Session = z.infer<typeof session>;

// A file from before accounts could be chosen has tokens of the service account only.
const firstSession: Session = { userId: partner.user.objectId, hasMfa: true };

const refreshToken = z.object({
  state: z.enum(['live', 'used', 'revoked']),
  expiresAt: z.string(),
  session: session.default(firstSession),
});

/** What the token store keeps between runs: digests, never a token. */
export const keptTokens = z.object({
  refresh: z.array(z.tuple([z.string(), refreshToken])),
  access: z.array(z.tuple([z.string(), accessToken])),
});

/** The result of using a refresh token. */
export type Redemption = 'redeemed' | 'unknown' | 'used' | 'revoked' | 'expired';

/** The tokens of the simulated Entra, all random. */
export class Tokens {
  #refresh = new Map<string, z.infer<typeof refreshToken>>();
  #access = new Map<string, AccessToken>();

  /** A new refresh token, good once and for 90 days. */
  issueRefresh(now: string, session: Session = firstSession): string {
    const token = `sandbox-rt-${randomBytes(32).toString('base64url')}`;
    this.#refresh.set(digest(token), { state: 'live', expiresAt: daysAfter(now, refreshDays), session });
    if (this.#refresh.size > usedKept) this.#forgetUsed();
    return token;
  }

  /** Uses a refresh token up. */
  redeem(token: string, now: string): Redemption {
    const redemption = this.check(token, now);
    const known = this.#refresh.get(digest(token));
    if (known && redemption === 'redeemed') known.state = 'used';
    return redemption;
  }

  /** What using a refresh token would give. */
  check(token: string, now: string): Redemption {
    const known = this.#refresh.get(digest(token));
    if (!known) return 'unknown';
    if (known.state !== 'live') return known.state;
    return known.expiresAt <= now ? 'expired' : 'redeemed';
  }

  /** The sign-in behind a refresh token. */
  sessionOf(token: string): Session {
    return this.#refresh.get(digest(token))?.session ?? firstSession;
  }

  /** Lets every refresh token expire, as 90 days without use do. */
  expireRefresh(now: string): void {
    for (const token of this.#refresh.values()) if (token.state === 'live') token.expiresAt = now;
  }

  /** Revokes every refresh token, as a changed password does. */
  revokeRefresh(): void {
    for (const token of this.#refresh.values()) if (token.state === 'live') token.state = 'revoked';
  }

  /** A new access token, good for an hour. */
  issueAccess(claims: Omit<AccessToken, 'expiresAt'>, now: string): string {
    for (const [key, { expiresAt }] of this.#access) if (expiresAt <= now) this.#access.delete(key);
    const token = tokenText(claims, now);
    this.#access.set(digest(token), { ...claims, expiresAt: secondsAfter(now, accessSeconds) });
    return token;
  }

  /** The record of an access token, expired ones included; undefined for one that was never issued. */
  lookUp(token: string): AccessToken | undefined {
    return this.#access.get(digest(token));
  }

  keep(): z.infer<typeof keptTokens> {
    return { refresh: [...this.#refresh], access: [...this.#access] };
  }

  restore(kept: z.infer<typeof keptTokens>): void {
    this.#refresh = new Map(kept.refresh);
    this.#access = new Map(kept.access);
  }

  #forgetUsed(): void {
    for (const [key, { state }] of this.#refresh) {
      if (this.#refresh.size <= usedKept / 2) return;
      if (state !== 'live') this.#refresh.delete(key);
    }
  }
}

function digest(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
