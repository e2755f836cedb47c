// The PEM files that settings name: the application's certificate with its private key, and the roots of Partner Center's events.
import { createPrivateKey, type KeyObject, X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { FileError } from '../domain/errors.js';
import { bareFault } from '../domain/setting-fault.js';
import type { ApplicationCredential } from '../microsoft/sign-in/application.js';

const certificates = /-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/g;
const privateKeys = /-----BEGIN (?:RSA )?PRIVATE KEY-----[\s\S]+?-----END (?:RSA )?PRIVATE KEY-----/;

type CertificateFault =
  | 'noCertificate'
  | 'keyEncrypted'
  | 'noPrivateKey'
  | 'certificateDamaged'
  | 'keyOfOtherCertificate'
  | 'keyNotRsa';

/**
 * Reads a PEM file: the certificate first, its issuers after it, the private key anywhere. One that has expired is taken,
 * since only Microsoft can say whether it still does.
 * @throws FileError that says what is missing or does not fit; it repeats nothing of the file.
 */
export function readCertificate(
  pem: string,
  file: string,
): Extract<ApplicationCredential, { readonly kind: 'certificate' }> {
  const wrong = (code: CertificateFault) => new FileError(file, bareFault(code));
  const chain = pem.match(certificates) ?? [];
  const [first] = chain;
  if (first === undefined) throw wrong('noCertificate');
  if (pem.includes('BEGIN ENCRYPTED PRIVATE KEY') || pem.includes('Proc-Type: 4,ENCRYPTED')) {
    throw wrong('keyEncrypted');
  }
  const key = privateKeys.exec(pem)?.[0];
  if (key === undefined) throw wrong('noPrivateKey');
  const { certificate, privateKey } = parsed(first, key, () => wrong('certificateDamaged'));
  if (!certificate.checkPrivateKey(privateKey)) throw wrong('keyOfOtherCertificate');
  if (privateKey.asymmetricKeyType !== 'rsa') throw wrong('keyNotRsa');
  return {
    kind: 'certificate',
    thumbprint: certificate.fingerprint256.replaceAll(':', ''),
    privateKey: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    chain: chain.join('\n'),
    expiresAt: new Date(certificate.validTo).toISOString(),
  };
}

function parsed(certificate: string, key: string, damaged: () => FileError) {
  try {
    const privateKey: KeyObject = createPrivateKey(key);
    return { certificate: new X509Certificate(certificate), privateKey };
  } catch {
    throw damaged();
  }
}

/**
 * The roots that are trusted to have signed Partner Center's events, in PEM.
 * @throws FileError where the file doesn't begin with an authority's certificate: every event would be refused, without a reason.
 */
export function readRoots(file: string): string {
  const pem = readFileSync(file, 'utf8');
  try {
    if (new X509Certificate(pem).ca) return pem;
  } catch {
    // It holds no certificate, which is told below.
  }
  throw new FileError(file, bareFault('notAuthority'));
}
