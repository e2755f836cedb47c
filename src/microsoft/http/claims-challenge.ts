// Claims that a service asks of the next token, because it refuses those it has seen.

/** Whether a service asks for a token with other claims. */
export function isClaimsChallenge(headers: Headers): boolean {
  return /\berror="?insufficient_claims\b/i.test(headers.get('www-authenticate') ?? '');
}

const longestClaims = 10_000;

/**
 * The claims of a claims challenge, as JSON for the `claims` of a token request; `undefined` when the answer has none that
 * can be read. Continuous access evaluation sends one when the account or its location has changed.
 * @see https://learn.microsoft.com/entra/identity-platform/claims-challenge (checked 2026-11-28)
 */
export function claimsChallenge(headers: Headers): string | undefined {
  if (!isClaimsChallenge(headers)) return undefined;
  const header = headers.get('www-authenticate') ?? '';
  const encoded = /\bclaims="?([\w+/=-]+)/i.exec(header)?.[1];
  if (encoded === undefined || encoded.length > longestClaims) return undefined;
  const claims = Buffer.from(encoded, 'base64').toString('utf8');
  try {
    const parsed: unknown = JSON.parse(claims);
    return typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed) ? claims : undefined;
  } catch {
    return undefined;
  }
}
