// The keys that may sign events: those of Microsoft's certificates, fetched and checked.

import type { KeyObject } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import type { Instant } from '../../domain/time.js';
import type { Clock } from '../../runtime/clock.js';
import { documentedSigner } from './addresses.js';
import { CertificateFiles } from './certificate-files.js';
import { certificatesIn, maySign, namesOf, organizationsOf, type ReadCertificate } from './certificates.js';
import { type ChainDeps, checkChain } from './chain.js';
import type { EventTrust } from './event-trust.js';
import { microsoftRoots, rootsIn } from './roots.js';

/** A key that events may be signed with. */
export interface Signer {
  readonly key: KeyObject;
  readonly validUntil: Instant;
}

/** The key; or what's wrong with its certificate; or that it couldn't be checked this time. */
export type SignerCheck = Signer | { readonly wrong: string } | { readonly unreachable: string };

/** The signers below the trusted address, by the trusted roots. */
export function openSigners({ certificateBaseUrl: base, roots }: EventTrust, clock: Clock): Signers {
  const trusted = roots === undefined ? microsoftRoots : () => rootsIn(roots);
  return new Signers({ base, roots: trusted, files: new CertificateFiles(clock) }, clock);
}

const leastBits = 2048;
// That the certificate is Microsoft Corporation's is documented; for which host it is, is inferred from the file's name.
// @see https://learn.microsoft.com/partner-center/developer/partner-center-webhooks (checked 2026-11-22)
const organization = 'Microsoft Corporation';
const domain = '.microsoft.com';

/** The signers by the address of their certificates. A file that has been checked isn't checked again. */
export class Signers {
  readonly #deps: ChainDeps;
  readonly #clock: Clock;
  readonly #checked = new LRUCache<string, { readonly file: Buffer; readonly signer: Signer }>({ max: 20 });

  constructor(deps: ChainDeps, clock: Clock) {
    this.#deps = deps;
    this.#clock = clock;
  }

  /** The signer whose certificate is at a pinned address. `isStale`: the known one doesn't fit any more. */
  async get(url: string, isStale = false): Promise<SignerCheck> {
    const { files, base } = this.#deps;
    const now = this.#clock.now();
    const fetched = await files.get(url, { isStale, isKnown: url === `${base}/${documentedSigner}` });
    if ('unreachable' in fetched) return { unreachable: `the certificate: ${fetched.unreachable}` };
    if ('missing' in fetched) return { wrong: `the certificate: ${fetched.missing}` };
    const known = this.#checked.get(url);
    // The same bytes that were checked, not equal ones: a file that was fetched again is checked again.
    if (known && known.file === fetched.bytes && now <= known.signer.validUntil) return known.signer;
    // A malformed certificate is refused, whatever two libraries read in it.
    const signer = await this.#check(fetched.bytes, now).catch(() => ({ wrong: 'a certificate that cannot be read' }));
    if ('key' in signer) this.#checked.set(url, { file: fetched.bytes, signer });
    return signer;
  }

  async #check(bytes: Buffer, now: Instant): Promise<SignerCheck> {
    const certificates = certificatesIn(bytes);
    const leaf = certificates.find(({ x509 }) => !x509.ca);
    if (!leaf) return { wrong: 'there is no signer’s certificate in the file' };
    const fault = faultOf(leaf);
    if (fault !== undefined) return { wrong: fault };
    const others = certificates.filter((each) => each !== leaf);
    const chain = await checkChain(leaf, others, this.#deps, now);
    return 'validUntil' in chain ? { key: leaf.x509.publicKey, validUntil: chain.validUntil } : chain;
  }
}

function faultOf(leaf: ReadCertificate): string | undefined {
  const { asymmetricKeyType, asymmetricKeyDetails } = leaf.x509.publicKey;
  if (asymmetricKeyType !== 'rsa') return `the key is ${asymmetricKeyType}, not rsa`;
  if ((asymmetricKeyDetails?.modulusLength ?? 0) < leastBits) return 'the key is too short';
  if (!maySign(leaf)) return 'the key is not for signing';
  const organizations = organizationsOf(leaf);
  if (organizations.length !== 1 || organizations[0] !== organization) return 'the certificate is not Microsoft’s';
  const isMicrosofts = namesOf(leaf).some((name) => name.toLowerCase().endsWith(domain));
  return isMicrosofts ? undefined : 'the certificate is for no host of Microsoft’s';
}
