// Signs the simulated Partner Center's events: a root, an intermediate and a signer, made here.
import 'reflect-metadata';
import { webcrypto } from 'node:crypto';
import * as x509 from '@peculiar/x509';
import { daysAfter } from '../world/instants.js';
import { intermediatePath, signerName } from './certificate-paths.js';
import type { KeptAuthority } from './model.js';

const algorithm = {
  name: 'RSASSA-PKCS1-v1_5',
  hash: 'SHA-256',
  modulusLength: 2048,
  publicExponent: new Uint8Array([1, 0, 1]),
};
const validDays = 3650;

/** The certificates of the signer of events, and its signature. */
export interface Authority {
  readonly kept: KeptAuthority;
  /** PEM. */
  readonly rootCertificate: string;
  /** DER. */
  readonly intermediate: Buffer;
  /** DER. */
  readonly signer: Buffer;
  /** RSA PKCS#1 v1.5 with SHA-256, in base64. */
  sign(body: Uint8Array): Promise<string>;
}

// Keys are slow to make and no secret, so a process makes them once.
let keys: Promise<readonly webcrypto.CryptoKeyPair[]> | undefined;

/** Signs with the kept certificates, or with a new root. `url`: where the intermediate's certificate will be. */
export async function openAuthority(url: string, now: string, before: KeptAuthority | undefined): Promise<Authority> {
  const kept = before ?? (await makeAuthority(now));
  const intermediate = new x509.X509Certificate(Buffer.from(kept.intermediate, 'base64'));
  const signerKeys = await keyPair(kept.signerKey);
  const signer = await x509.X509CertificateGenerator.create({
    ...validFrom(now),
    serialNumber: '03',
    subject: `C=US, O=Microsoft Corporation, CN=${signerName}`,
    issuer: intermediate.subject,
    publicKey: signerKeys.publicKey,
    signingKey: (await keyPair(kept.intermediateKey)).privateKey,
    signingAlgorithm: algorithm,
    extensions: [
      new x509.BasicConstraintsExtension(false, undefined, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.digitalSignature, true),
      new x509.SubjectAlternativeNameExtension([{ type: 'dns', value: signerName }]),
      new x509.AuthorityInfoAccessExtension({ caIssuers: [`${url}${intermediatePath}`] }),
    ],
  });
  return {
    kept,
    rootCertificate: new x509.X509Certificate(Buffer.from(kept.root, 'base64')).toString('pem'),
    intermediate: Buffer.from(kept.intermediate, 'base64'),
    signer: Buffer.from(signer.rawData),
    async sign(body) {
      return Buffer.from(await webcrypto.subtle.sign(algorithm.name, signerKeys.privateKey, body)).toString('base64');
    },
  };
}

async function makeAuthority(now: string): Promise<KeptAuthority> {
  keys ??= Promise.all([1, 2, 3].map(() => webcrypto.subtle.generateKey(algorithm, true, ['sign', 'verify'])));
  const [rootKeys, intermediateKeys, signerKeys] = await keys;
  if (!rootKeys || !intermediateKeys || !signerKeys) throw new Error('There are no keys.');
  const root = await x509.X509CertificateGenerator.createSelfSigned({
    ...validFrom(now),
    serialNumber: '01',
    name: 'C=US, O=Sandbox, CN=Sandbox Root Certificate Authority',
    keys: rootKeys,
    signingAlgorithm: algorithm,
    extensions: caExtensions(),
  });
  const intermediate = await x509.X509CertificateGenerator.create({
    ...validFrom(now),
    serialNumber: '02',
    subject: 'C=US, O=Sandbox, CN=Sandbox Issuing CA 01',
    issuer: root.subject,
    publicKey: intermediateKeys.publicKey,
    signingKey: rootKeys.privateKey,
    signingAlgorithm: algorithm,
    extensions: caExtensions(0),
  });
  return {
    root: Buffer.from(root.rawData).toString('base64'),
    intermediate: Buffer.from(intermediate.rawData).toString('base64'),
    intermediateKey: await exported(intermediateKeys),
    signerKey: await exported(signerKeys),
  };
}

function caExtensions(pathLength?: number): x509.Extension[] {
  const usages = x509.KeyUsageFlags.keyCertSign | x509.KeyUsageFlags.cRLSign;
  return [new x509.BasicConstraintsExtension(true, pathLength, true), new x509.KeyUsagesExtension(usages, true)];
}

function validFrom(now: string) {
  return { notBefore: new Date(daysAfter(now, -1)), notAfter: new Date(daysAfter(now, validDays)) };
}

async function exported({ privateKey }: webcrypto.CryptoKeyPair): Promise<string> {
  return Buffer.from(await webcrypto.subtle.exportKey('pkcs8', privateKey)).toString('base64');
}

/** Both halves of a key; the private one contains the public one. */
async function keyPair(pkcs8: string): Promise<webcrypto.CryptoKeyPair> {
  const { subtle } = webcrypto;
  const privateKey = await subtle.importKey('pkcs8', Buffer.from(pkcs8, 'base64'), algorithm, true, ['sign']);
  const { kty, n, e } = await subtle.exportKey('jwk', privateKey);
  const publicHalf = { ...(kty && { kty }), ...(n && { n }), ...(e && { e }) };
  const publicKey = await subtle.importKey('jwk', publicHalf, algorithm, true, ['verify']);
  return { privateKey, publicKey };
}
