// Reads certificates from a file, and what each of them says.
import { X509Certificate } from 'node:crypto';
import { Certificate, ContentInfo, SignedData } from 'pkijs';

const oids = {
  organization: '2.5.4.10',
  commonName: '2.5.4.3',
  subjectAltName: '2.5.29.17',
  basicConstraints: '2.5.29.19',
  keyUsage: '2.5.29.15',
  authorityInfoAccess: '1.3.6.1.5.5.7.1.1',
  caIssuers: '1.3.6.1.5.5.7.48.2',
  signedData: '1.2.840.113549.1.7.2',
};
const mostCertificates = 10;
const uriName = 6;
const dnsName = 2;
// The first bit of a key usage.
const digitalSignature = 0x80;

/** A certificate as two libraries see it: OpenSSL, and pkijs, which checks chains. */
export interface ReadCertificate {
  readonly x509: X509Certificate;
  readonly pki: Certificate;
}

/** Every certificate of a PEM, DER or PKCS#7 file. Empty: none can be read. */
export function certificatesIn(bytes: Buffer): readonly ReadCertificate[] {
  try {
    return dersIn(bytes).slice(0, mostCertificates).map(readCertificate);
  } catch {
    return [];
  }
}

function readCertificate(der: Buffer): ReadCertificate {
  return { x509: new X509Certificate(der), pki: Certificate.fromBER(der) };
}

function dersIn(bytes: Buffer): readonly Buffer[] {
  const text = bytes.toString('latin1');
  const blocks = [...text.matchAll(/-----BEGIN CERTIFICATE-----([A-Za-z0-9+/=\s]*)-----END CERTIFICATE-----/g)];
  if (blocks.length > 0) return blocks.map(([, base64 = '']) => Buffer.from(base64, 'base64'));
  return isCertificate(bytes) ? [bytes] : pkcs7(bytes);
}

function isCertificate(der: Buffer): boolean {
  try {
    return new X509Certificate(der).raw.length > 0;
  } catch {
    return false;
  }
}

function pkcs7(bytes: Buffer): readonly Buffer[] {
  const { contentType, content } = ContentInfo.fromBER(bytes);
  if (contentType !== oids.signedData) return [];
  const { certificates = [] } = new SignedData({ schema: content });
  return certificates
    .filter((each) => each instanceof Certificate)
    .map((each) => Buffer.from(each.toSchema(true).toBER(false)));
}

/** The organizations of the certificate's subject. */
export function organizationsOf({ pki }: ReadCertificate): readonly string[] {
  return subjectValues(pki, oids.organization);
}

/** The host names that the certificate is for: its common name and its alternative names. */
export function namesOf({ pki }: ReadCertificate): readonly string[] {
  const alternative = extension(pki, oids.subjectAltName)?.altNames ?? [];
  const hosts = alternative.filter(({ type }) => type === dnsName).map(({ value }) => String(value));
  return [...subjectValues(pki, oids.commonName), ...hosts];
}

/** Addresses of the certificate of its issuer. */
export function issuerAddressesOf({ pki }: ReadCertificate): readonly string[] {
  const descriptions = extension(pki, oids.authorityInfoAccess)?.accessDescriptions ?? [];
  return descriptions
    .filter(({ accessMethod, accessLocation: { type } }) => accessMethod === oids.caIssuers && type === uriName)
    .map(({ accessLocation }) => String(accessLocation.value));
}

/** How many further authorities may be below this one. Absent: any number. */
export function pathLengthOf({ pki }: ReadCertificate): number | undefined {
  const length = extension(pki, oids.basicConstraints)?.pathLenConstraint;
  return typeof length === 'number' ? length : undefined;
}

function subjectValues({ subject }: Certificate, type: string): readonly string[] {
  return subject.typesAndValues.filter((each) => each.type === type).map(({ value }) => String(value.valueBlock.value));
}

// With SHA-1 and older, one signature can be made to fit two certificates.
const signatureAlgorithms = [
  ...['11', '12', '13'].map((number) => `1.2.840.113549.1.1.${number}`),
  ...['2', '3', '4'].map((number) => `1.2.840.10045.4.3.${number}`),
];

/** Whether its signature algorithm is still safe: RSA or ECDSA, with SHA-256 or better. */
export function isSignedWell({ pki }: ReadCertificate): boolean {
  return signatureAlgorithms.includes(pki.signatureAlgorithm.algorithmId);
}

// The extensions that pkijs or OpenSSL checks: key usage, alternative names, basic constraints, name constraints, policies
// with their mappings and constraints, extended key usage, any policy. Which extended usage events need isn't published.
const parseItems = ['15', '17', '19', '30', '32', '33', '36', '37', '54'].map((number) => `2.5.29.${number}`);

/** Whether all its critical extensions are among those that are checked. */
export function isParsed({ pki: { extensions = [] } }: ReadCertificate): boolean {
  return extensions.every(({ critical, extnID }) => !critical || parseItems.includes(extnID));
}

/** Whether its key may sign. A certificate without key usage may. */
export function maySign({ pki }: ReadCertificate): boolean {
  const usage = extension(pki, oids.keyUsage)?.valueBlock?.valueHexView?.[0];
  return usage === undefined || (usage & digitalSignature) !== 0;
}

/** The parts of an extension that are read here; which of them it has depends on the extension. */
interface Extension {
  readonly altNames?: readonly { readonly type: number; readonly value: unknown }[];
  readonly accessDescriptions?: readonly {
    readonly accessMethod: string;
    readonly accessLocation: { readonly type: number; readonly value: unknown };
  }[];
  readonly pathLenConstraint?: unknown;
  readonly valueBlock?: { readonly valueHexView?: Uint8Array };
}

function extension({ extensions = [] }: Certificate, oid: string): Extension | undefined {
  return extensions.find(({ extnID }) => extnID === oid)?.parsedValue as Extension | undefined;
}
