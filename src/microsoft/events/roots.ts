// The authorities that are trusted to certify Microsoft.
import { X509Certificate } from 'node:crypto';
import { rootCertificates } from 'node:tls';
import { certificatesIn, type ReadCertificate } from './certificates.js';

// Microsoft's services have certificates of Microsoft's own authorities, which lead to Microsoft's roots or, by older and
// cross-signed chains, to DigiCert's. Which of them signs Partner Center's events isn't published.
// @see https://learn.microsoft.com/azure/security/fundamentals/azure-ca-details (checked 2026-11-22)
const trusted = [
  'Microsoft RSA Root Certificate Authority 2017',
  'Microsoft ECC Root Certificate Authority 2017',
  'DigiCert Global Root CA',
  'DigiCert Global Root G2',
  'DigiCert Global Root G3',
];

let found: readonly ReadCertificate[] | undefined;

/** The roots behind Microsoft's services, among those that Node includes. Collected once. */
export function microsoftRoots(): readonly ReadCertificate[] {
  found ??= rootCertificates
    .map((pem) => new X509Certificate(pem))
    .filter(({ subject }) => trusted.includes(/^CN=(.*)$/m.exec(subject)?.[1] ?? ''))
    .flatMap(({ raw }) => certificatesIn(raw));
  return found;
}

/** Roots of one's own, in PEM. */
export function rootsIn(pem: string): readonly ReadCertificate[] {
  return certificatesIn(Buffer.from(pem));
}
