// The certificate's first sentence: whether the partner still has access, by what, and why.
import type { CertificateFacts, ShownAccess } from '../../domain/offboarding/certificate.js';
import { capital } from '../render/text.js';
import type { CertificateWords } from '../words/en/certificate.js';
import { type CertificateSpeech, certificateIn, listed, paragraph } from './languages.js';
import { reasonFor } from './reasons.js';
import { type ShowName, tieName } from './tie-names.js';

const mostListed = 4;

/** The answer to the customer's question, as a certificate states it in its own language. */
export function statementOf(certificate: CertificateFacts): string {
  const speech = certificateIn(certificate.language);
  return paragraph(statementSentences(certificate, speech), speech.words);
}

/** The same in any language, sentence by sentence: the answer, why, and what isn't known. */
export function statementSentences(certificate: CertificateFacts, { words }: CertificateSpeech): readonly string[] {
  const { access, partner, tenant } = certificate;
  const [answer = '', ...unread] = accessSentences({ access, partner: partner.name, tenant: tenant.name }, words);
  return [answer, ...reasons(certificate, words), ...unread];
}

/** Whose access to what. */
export interface AccessAnswer {
  readonly access: ShownAccess;
  readonly partner: string;
  readonly tenant: string;
}

/** Whether there's access and by what, then what isn't known. `statement`: other sentences than the certificate's. */
export function accessSentences(
  { access: { is, by, notKnown }, partner, tenant }: AccessAnswer,
  words: CertificateWords,
  { statement = words.statement, show }: { statement?: CertificateWords['statement']; show?: ShowName } = {},
): readonly string[] {
  const named = (these: ShownAccess['by']) => [...new Set(these.map((tie) => tieName(tie, words, show)))];
  const unread = notKnown.length === 0 ? [] : [statement.unread({ list: listed(named(notKnown), words, mostListed) })];
  const isDelegatedAdmin = by.every((tie) => typeof tie !== 'string' && tie.what === 'delegatedAdmin');
  switch (is) {
    case 'none':
      return [statement.none({ partner, tenant }), ...unread];
    case 'notKnown':
      return [statement.notKnown({ partner, tenant }), ...unread];
    case 'remains':
      return [
        isDelegatedAdmin
          ? statement.delegatedAdmin({ partner, tenant })
          : statement.remains({ partner, tenant, list: listed(named(by), words, mostListed) }),
        ...unread,
      ];
    default:
      return is satisfies never;
  }
}

/** Why what gives access is still there: one sentence if it's the same for all. */
function reasons(certificate: CertificateFacts, words: CertificateWords): readonly string[] {
  const { by } = certificate.access;
  const each = by.map((tie) => ({ what: capital(tieName(tie, words)), text: reasonFor(tie, certificate, words) }));
  const different = [...new Set(each.map(({ text }) => text))];
  if (different.length <= 1) return different;
  return each.slice(0, mostListed).map((about) => words.about(about));
}
