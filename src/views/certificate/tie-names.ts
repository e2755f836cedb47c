// The names of what connects a partner to a tenant, for the middle of a sentence.
import type { Tie } from '../../domain/offboarding/access-left.js';
import type { CertificateWords } from '../words/en/certificate.js';

/** Puts foreign text into a sentence: as it is on a page, cut and escaped on a card. */
export type ShowName = (name: string) => string;

/** The name of a tie. A text is the English name from a certificate of version 2. */
export function tieName(tie: Tie | string, words: CertificateWords, show: ShowName = (name) => name): string {
  const { names, groupName } = words;
  if (typeof tie === 'string') return show(tie);
  switch (tie.what) {
    case 'assignment':
      return names.assignment({
        group: tie.groupName === undefined ? show(tie.groupId) : groupName({ name: show(tie.groupName) }),
      });
    case 'consent':
      return tie.consent === 'noWayIn' ? names.consentUnseen : names.consent;
    case 'relationship':
    case 'invitation':
      return names[tie.what]({ name: show(tie.name) });
    case 'delegatedAdmin':
    case 'reseller':
      return names[tie.what];
    case 'subscription':
      return names.subscription({ name: show(tie.offerName) });
    case 'reservation':
      return names.reservation({ name: show(tie.productId) });
    case 'unread':
      return names.unread[tie.part];
    default:
      return tie satisfies never;
  }
}

/** Identifies what a tie or a removed thing is about, whatever its name was at the time. */
export function tieId(tie: { readonly what: Tie['what'] }): string {
  const { what, relationshipId, assignmentId, subscriptionId, productId, part } = tie as Readonly<
    Record<string, string | undefined>
  >;
  return [what, relationshipId, assignmentId, subscriptionId, productId, part].join(' ');
}
