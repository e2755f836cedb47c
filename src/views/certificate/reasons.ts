// Why something is still there, and who can do what about it.
import type { Tie } from '../../domain/offboarding/access-left.js';
import type { CertificateFacts, Leaving, Remaining } from '../../domain/offboarding/certificate.js';
import { longDate } from '../words/dates.js';
import type { CertificateWords } from '../words/en/certificate.js';
import { type CertificateSpeech, paragraph } from './languages.js';
import { tieId } from './tie-names.js';

/** Why a removal that was chosen didn't succeed. */
export function whyNotRemoved({ why, problem }: Leaving, { failed, reasons, problems }: CertificateWords): string {
  switch (why) {
    case 'microsoft':
      return problem ? failed.microsoft({ problem: problems[problem.reason] }) : reasons.leftWithout;
    case 'unconfirmed':
      return failed.unconfirmed;
    default:
      return reasons[why];
  }
}

/** Why a tie is still there, in a sentence that holds for several things too. */
export function reasonFor(tie: Tie, certificate: CertificateFacts, words: CertificateWords): string {
  const line = certificate.remains.lines.find((each) => tieId(each) === tieId(tie));
  const left = certificate.leftWithout.find((each) => tieId(each) === tieId(tie));
  if (left && line?.why === 'leftWithout') return whyNotRemoved(left, words);
  return words.reasons[line?.why ?? 'foundLater'];
}

/** Why what remains is still there, until when, and who can do what about it. */
export function remainsWords(line: Remaining, certificate: CertificateFacts, speech: CertificateSpeech): string {
  const { words, language } = speech;
  const { remains, problems, names } = words;
  if (line.what === 'unread') {
    const unread = remains.unread({ part: names.unread[line.part], problem: problems[line.problem.reason] });
    return paragraph([unread, remains.readAgain], words);
  }
  const reason = reasonFor(line, certificate, words);
  if (line.what === 'invitation') {
    const { lapsesAt } = line;
    const expires =
      lapsesAt === undefined ? remains.expiresUnknown : remains.expires({ day: longDate(lapsesAt, language) });
    return paragraph([reason, expires], words);
  }
  // These reasons say already what the customer can do.
  if (line.why === 'noWayIn' || line.why === 'noRoleForConsent') return reason;
  return paragraph([reason, cureFor(line, words)], words);
}

function cureFor(
  { what }: Exclude<Remaining, { readonly what: 'unread' | 'invitation' }>,
  { remains: { cures } }: CertificateWords,
): string {
  switch (what) {
    case 'assignment':
    case 'relationship':
      return cures.relationship;
    case 'subscription':
    case 'reservation':
      return cures.purchase;
    case 'consent':
    case 'delegatedAdmin':
    case 'reseller':
      return cures[what];
    default:
      return what satisfies never;
  }
}
