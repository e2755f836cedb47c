// From which addresses certificates may be fetched.

// Where Microsoft and DigiCert, who signs for Microsoft, keep the certificates of their issuing authorities. The signatures
// of the chain are what counts, so plain http is good enough, as it is for everyone who checks certificates.
// @see https://learn.microsoft.com/azure/security/fundamentals/azure-ca-details (checked 2026-11-22)
const issuerHosts = ['www.microsoft.com', 'caissuers.microsoft.com', 'cacerts.digicert.com'];

/**
 * Whether the address in an event's header is a certificate below the pinned base: `base`, without a slash at the end,
 * followed by a slash and the plain name of one file.
 */
export function isSignerAddress(address: string, base: string): boolean {
  if (!address.startsWith(`${base}/`) || address.length > 500) return false;
  // Only what every parser reads the same way: no user, query, escapes, double dots or further folder.
  return /^[A-Za-z0-9](?:[A-Za-z0-9_-]|\.(?!\.))*\.cer$/.test(address.slice(base.length + 1));
}

/**
 * The name of the file in Microsoft's documentation. Others may come, but strangers can make those up.
 * @see https://learn.microsoft.com/partner-center/developer/partner-center-webhooks (checked 2026-11-22)
 */
export const documentedSigner = 'pcnotifications-dispatch.microsoft.com.cer';

/** Whether the address that a certificate names for its issuer's may be fetched. */
export function isIssuerAddress(address: string, base: string): boolean {
  if (!URL.canParse(address) || address.length > 500) return false;
  const { protocol, host, username, password } = new URL(address);
  if ((protocol !== 'https:' && protocol !== 'http:') || username !== '' || password !== '') return false;
  return host === new URL(base).host || issuerHosts.includes(host);
}
