// Certificates for tests, of every kind that a stranger might try, and the host that serves them.
import 'reflect-metadata';
import { constants, createPrivateKey, sign, webcrypto } from 'node:crypto';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import * as x509 from '@peculiar/x509';

const rsa = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256', publicExponent: new Uint8Array([1, 0, 1]) };
const ec = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };

/** Makes keys, each once for all tests of a process. */
const keys = new Map<string, Promise<webcrypto.CryptoKeyPair>>();

function keyPair(name: string, bits: number | 'ec'): Promise<webcrypto.CryptoKeyPair> {
  const algorithm = bits === 'ec' ? ec : { ...rsa, modulusLength: bits };
  const known =
    keys.get(`${name} ${bits}`) ??
    (webcrypto.subtle.generateKey(algorithm, true, ['sign', 'verify']) as Promise<webcrypto.CryptoKeyPair>);
  keys.set(`${name} ${bits}`, known);
  return known;
}

/** A certificate's properties; absent ones are as they should be. */
export interface Wish {
  readonly subject?: string;
  readonly isCa?: boolean;
  readonly pathLength?: number;
  readonly names?: readonly string[];
  /** E-mail addresses in place of host names. */
  readonly emails?: readonly string[];
  readonly notBefore?: string;
  readonly notAfter?: string;
  readonly bits?: number | 'ec';
  /** The address it gives for its issuer's certificate. */
  readonly issuerAt?: string;
  /** The address it gives for its revocation status. */
  readonly ocspAt?: string;
  /** The hash that its issuer signs with. */
  readonly hash?: string;
  /** The usage of its key. */
  readonly usage?: readonly ('digitalSignature' | 'keyEncipherment')[];
  /** The id of a critical extension that no one knows. */
  readonly demands?: string;
}

/** A certificate with its key. */
export class Issued {
  readonly certificate: x509.X509Certificate;
  readonly keys: webcrypto.CryptoKeyPair;

  constructor(certificate: x509.X509Certificate, keys: webcrypto.CryptoKeyPair) {
    this.certificate = certificate;
    this.keys = keys;
  }

  get der(): Buffer {
    return Buffer.from(this.certificate.rawData);
  }

  get pem(): string {
    return `${this.certificate.toString('pem')}\n`;
  }

  /** Issues another certificate. */
  async issues(name: string, wish: Wish = {}): Promise<Issued> {
    return issue(name, wish, this);
  }

  /** A signature over some bytes, by OpenSSL. */
  async signs(body: Buffer, hash = 'sha256', padding = constants.RSA_PKCS1_PADDING): Promise<string> {
    const pkcs8 = Buffer.from(await webcrypto.subtle.exportKey('pkcs8', this.keys.privateKey));
    const key = createPrivateKey({ key: pkcs8, format: 'der', type: 'pkcs8' });
    return sign(hash, body, { key, padding }).toString('base64');
  }
}

/** A root certificate. */
export function aRoot(name = 'Root', wish: Wish = {}): Promise<Issued> {
  return issue(name, { isCa: true, ...wish }, undefined);
}

let serial = 1;

async function issue(name: string, wish: Wish, issuer: Issued | undefined): Promise<Issued> {
  const own = await keyPair(name, wish.bits ?? 2048);
  const { isCa = false, emails = [], issuerAt, ocspAt } = wish;
  const { names = isCa || emails.length > 0 ? [] : ['pcnotifications-dispatch.microsoft.com'] } = wish;
  const alternatives = [
    ...names.map((value) => ({ type: 'dns', value }) as const),
    ...emails.map((value) => ({ type: 'email', value }) as const),
  ];
  const subject = wish.subject ?? (isCa ? `O=Test, CN=${name}` : 'O=Microsoft Corporation, CN=a signer');
  const signing = issuer ?? { keys: own };
  serial += 1;
  const certificate = await x509.X509CertificateGenerator.create({
    serialNumber: serial.toString(16).padStart(4, '0'),
    subject,
    issuer: issuer?.certificate.subject ?? subject,
    notBefore: new Date(wish.notBefore ?? '2026-01-01'),
    notAfter: new Date(wish.notAfter ?? '2027-01-01'),
    publicKey: own.publicKey,
    signingKey: await signingKey(signing.keys.privateKey, wish.hash),
    signingAlgorithm: signing.keys.privateKey.algorithm.name === 'ECDSA' ? ec : rsa,
    extensions: [
      new x509.BasicConstraintsExtension(isCa, wish.pathLength, true),
      ...(alternatives.length > 0 ? [new x509.SubjectAlternativeNameExtension(alternatives)] : []),
      ...(wish.usage ? [usageExtension(wish.usage)] : []),
      ...(wish.demands ? [new x509.Extension(wish.demands, true, new Uint8Array([5, 0]))] : []),
      ...(issuerAt ? [new x509.AuthorityInfoAccessExtension({ caIssuers: [issuerAt] })] : []),
      ...(ocspAt ? [new x509.AuthorityInfoAccessExtension({ ocsp: [ocspAt] })] : []),
    ],
  });
  return new Issued(certificate, own);
}

// A key includes the hash that it signs with.
async function signingKey(key: webcrypto.CryptoKey, hash: string | undefined): Promise<webcrypto.CryptoKey> {
  if (hash === undefined) return key;
  const pkcs8 = await webcrypto.subtle.exportKey('pkcs8', key);
  return webcrypto.subtle.importKey('pkcs8', pkcs8, { ...rsa, hash }, false, ['sign']);
}

function usageExtension(usage: NonNullable<Wish['usage']>): x509.KeyUsagesExtension {
  return new x509.KeyUsagesExtension(
    usage.reduce((flags, name) => flags | x509.KeyUsageFlags[name], 0),
    true,
  );
}

/** A host of certificates, with 404 for everything else. */
export class CertificateHost {
  readonly files = new Map<string, Buffer | RequestListener>();
  /** The paths that were asked for. */
  readonly asked: string[] = [];
  readonly #server: Server;

  private constructor() {
    this.#server = createServer((request, response) => {
      const { url = '' } = request;
      this.asked.push(url);
      const file = this.files.get(url);
      if (typeof file === 'function') return void file(request, response);
      response.writeHead(file ? 200 : 404);
      response.end(file);
    });
  }

  static async start(): Promise<CertificateHost> {
    const host = new CertificateHost();
    await new Promise<void>((resolve) => host.#server.listen(0, '127.0.0.1', resolve));
    return host;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }
}

/** A host's answer that refuses. In two steps: restify, where it is loaded, has writeHead answer nothing. */
export function refusing(status: number, headers: Record<string, string> = {}): RequestListener {
  return (_, response) => {
    response.writeHead(status, headers);
    response.end();
  };
}
