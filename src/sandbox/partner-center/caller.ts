// Authenticates Partner Center's callers.
import type { Context, MiddlewareHandler } from 'hono';
import type { Cloud } from '../cloud.js';
import type { WireEnv } from '../wire/env.js';
import { Refusal } from '../wire/refusal.js';
import { codes } from './answers.js';

/** Requires a valid token of Partner Center's audience; a user's must come from a sign-in with MFA. */
export function requireToken({ tokens, world }: Cloud): MiddlewareHandler<WireEnv> {
  return async (c, next) => {
    const token = /^Bearer\s+(.+)$/i.exec(c.req.header('authorization') ?? '')?.[1];
    const caller = token === undefined ? undefined : tokens.lookUp(token);
    if (
      !caller ||
      caller.expiresAt <= world.now() ||
      caller.audience !== 'partnerCenter' ||
      caller.tenantId !== undefined
    ) {
      throw unauthorized(codes.accessDenied, 'Access denied.');
    }
    if (caller.kind === 'app+user' && !caller.mfa) {
      throw unauthorized(codes.mfaMissing, 'The access token lacks a multi-factor sign-in.');
    }
    // @see https://github.com/microsoft/Partner-Center-PowerShell/issues/306 (checked 2026-11-28)
    if (world.behaviour.indirectReseller) throw new Refusal(403, codes.notAuthorized, 'Authorization Failed');
    c.set('caller', caller);
    await next();
  };
}

/** @throws Refusal 403 for an app-only token */
export function requireUser(c: Context<WireEnv>): void {
  if (c.get('caller').kind === 'app+user') return;
  throw new Refusal(403, codes.appOnlyNotSupported, 'Application-only access is not supported for this resource.');
}

function unauthorized(code: string, message: string): Refusal {
  return new Refusal(401, code, message, { 'WWW-Authenticate': 'Bearer error="invalid_token"' });
}
