// Whether a certificate leads to one of the trusted roots.
import { CertificateChainValidationEngine } from 'pkijs';
import type { Instant } from '../../domain/time.js';
import { isIssuerAddress } from './addresses.js';
import type { CertificateFiles } from './certificate-files.js';
import {
  certificatesIn,
  isParsed,
  isSignedWell,
  issuerAddressesOf,
  pathLengthOf,
  type ReadCertificate,
} from './certificates.js';

// Microsoft's chains have one authority between root and signer; some have two.
const mostIssuers = 4;

/** What checking takes. */
export interface ChainDeps {
  /** Called when there's a chain to check. */
  readonly roots: () => readonly ReadCertificate[];
  readonly files: CertificateFiles;
  /** The pinned base address of the signer's certificate. */
  readonly base: string;
}

/** Until when the chain is valid; or what's wrong with it; or that it couldn't be completed this time. */
export type ChainCheck =
  | { readonly validUntil: Instant }
  | { readonly wrong: string }
  | { readonly unreachable: string };

/**
 * Builds the chain from the certificates in the file and those that a certificate names, and has pkijs check signatures,
 * names, dates, that every issuer may issue, and that every critical extension is understood.
 */
export async function checkChain(
  leaf: ReadCertificate,
  others: readonly ReadCertificate[],
  deps: ChainDeps,
  now: Instant,
): Promise<ChainCheck> {
  const line = await lineOf(leaf, others, deps);
  if (!('root' in line)) return line;
  const { issuers, root } = line;
  // The library checks none of these. A root is trusted as it is, whatever signed it.
  if (![leaf, ...issuers].every(isSignedWell))
    return { wrong: 'a certificate is signed in a way that is no longer safe' };
  if (![leaf, ...issuers].every(isParsed)) return { wrong: 'a certificate demands what is not known here' };
  const isTooDeep = [...issuers, root].some((issuer, depth) => (pathLengthOf(issuer) ?? depth) < depth);
  if (isTooDeep) return { wrong: 'an issuer stands too deep' };
  const engine = new CertificateChainValidationEngine({
    trustedCerts: [root.pki],
    certs: [...issuers.map(({ pki }) => pki), leaf.pki],
    checkDate: new Date(now),
  });
  const { result, resultMessage } = await engine.verify();
  if (!result) return { wrong: `the chain does not hold: ${resultMessage}` };
  const ends = [leaf, ...issuers, root].map(({ x509 }) => Date.parse(x509.validTo));
  return { validUntil: new Date(Math.min(...ends)).toISOString() };
}

type Line =
  | { readonly issuers: readonly ReadCertificate[]; readonly root: ReadCertificate }
  | { readonly wrong: string }
  | { readonly unreachable: string };

// One issuer after the other, so that the library gets a line without circles.
async function lineOf(leaf: ReadCertificate, others: readonly ReadCertificate[], deps: ChainDeps): Promise<Line> {
  const issuers: ReadCertificate[] = [];
  let last = leaf;
  while (issuers.length <= mostIssuers) {
    const root = issuerAmong(deps.roots(), last);
    if (root) return { issuers, root };
    const next = issuerAmong(others, last) ?? (await namedIssuer(last, deps));
    if (!('x509' in next)) return next;
    issuers.push(next);
    last = next;
  }
  return { wrong: 'more issuers than a chain has' };
}

async function namedIssuer(
  certificate: ReadCertificate,
  { files, base }: ChainDeps,
): Promise<ReadCertificate | { readonly wrong: string } | { readonly unreachable: string }> {
  const address = issuerAddressesOf(certificate).find((each) => isIssuerAddress(each, base));
  if (address === undefined) return { wrong: 'no issuer that we trust, and none named where we would ask' };
  const fetched = await files.get(address, { isKnown: true });
  if ('unreachable' in fetched) return { unreachable: `the issuer’s certificate: ${fetched.unreachable}` };
  const found = 'bytes' in fetched ? issuerAmong(certificatesIn(fetched.bytes), certificate) : undefined;
  return found ?? { wrong: 'the issuer’s certificate is not where the certificate says' };
}

function issuerAmong(candidates: readonly ReadCertificate[], { x509 }: ReadCertificate): ReadCertificate | undefined {
  return candidates.find((each) => x509.checkIssued(each.x509) && x509.verify(each.x509.publicKey));
}
