// What can be read in an access token, whose format is private to Microsoft and its services.
import { z } from 'zod';

const shape = z.object({
  amr: z.array(z.string()).optional().catch(undefined),
  scp: z.string().optional().catch(undefined),
});

/** What a token says, as far as it can be read. */
export interface AccessClaims {
  /** Whether it was made with multifactor authentication. Absent: it doesn't say. */
  readonly hasMfa?: boolean | undefined;
  /** Delegated permissions. */
  readonly scopes: readonly string[];
}

/**
 * Reads a token leniently: nothing may depend on there being anything to read. No signature is checked, since the token is
 * the service's to check; the claims only help to tell a person what's wrong.
 * @see https://learn.microsoft.com/entra/identity-platform/access-token-claims-reference (checked 2026-11-22)
 */
export function accessClaims(token: string): AccessClaims {
  const { amr, scp } = payloadOf(token);
  return {
    ...(amr && { hasMfa: amr.includes('mfa') || amr.includes('ngcmfa') }),
    scopes: scp?.split(' ').filter((name) => name !== '') ?? [],
  };
}

function payloadOf(token: string): z.infer<typeof shape> {
  try {
    const parsed = shape.safeParse(JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8')));
    return parsed.success ? parsed.data : {};
  } catch {
    return {};
  }
}
