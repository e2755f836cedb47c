// The cards that list exit certificates, and the buttons to them.

import type { IssuedCertificate } from '../../domain/offboarding/certificate.js';
import type { Words } from '../catalogue.js';
import { frameOf, type ViewContext } from '../render/context.js';
import { messageView } from '../render/message.js';
import { listButton } from '../render/navigation.js';
import { type Card, render } from '../render/templates.js';
import { dateInWords, dayAndTime, literal, phrase } from '../render/text.js';
import type { Button } from '../render/verbs.js';
import type { Literal } from '../words/text-types.js';
import { certificateHeadline } from './past-offboarding.js';

// Each has its own button, and Teams shows six.
const mostShown = 5;

/** The button to a certificate and its files. `which`: tells it from others on the same card. */
export function certificateButton(
  { id, tenantId, tenantName }: IssuedCertificate,
  title: Literal,
  { certificates }: Words,
  which?: Literal,
): Button {
  return {
    title,
    tooltip: certificates.tooltip({ which: which ?? literal(tenantName, 28) }),
    verb: 'offboarding.show',
    data: { tenantId, offboardingId: id },
    style: 'default',
  };
}

/** Several certificates to choose from, the newest first. */
export function certificatesView(found: readonly IssuedCertificate[], context: ViewContext): Card {
  const { words } = context;
  const { certificates } = words;
  const shown = found.slice(0, mostShown);
  const isCut = found.length > shown.length;
  const title = isCut
    ? certificates.newest({ shown: shown.length, total: found.length })
    : certificates.titled({ count: found.length });
  const data = {
    title,
    lines: isCut ? [certificates.findOthers] : [],
    rows: shown.map((certificate) => ({
      label: dayAndTime(certificate.issuedAt),
      text: certificateHeadline(certificate, context),
      note: certificates.number({ id: literal(certificate.id) }),
    })),
    actions: [
      ...shown.map((certificate) => {
        const name = titleAmong(shown, certificate, words);
        return certificateButton(certificate, name, words, name);
      }),
      listButton({}, words),
    ],
  };
  return render('report', data, frameOf(context, title));
}

/** Name and day, with the beginning of the certificate's number where several share both. */
function titleAmong(shown: readonly IssuedCertificate[], certificate: IssuedCertificate, words: Words): Literal {
  const title = nameAndDay(certificate, words);
  const isShared = shown.some((other) => other.id !== certificate.id && nameAndDay(other, words) === title);
  return isShared ? phrase`${title} (${literal(certificate.id.slice(0, 8))})` : title;
}

function nameAndDay({ tenantName, issuedAt }: IssuedCertificate, words: Words): Literal {
  const date = dateInWords(issuedAt, words);
  return words.certificates.nameAndDay({ tenant: literal(tenantName, 28), date });
}

/** No certificate matches. `nearest`: the name that may have been intended. */
export function noCertificateView(search: string, nearest: string | undefined, context: ViewContext): Card {
  const { certificates } = context.words;
  const title = search === '' ? certificates.none : certificates.noMatch({ search: literal(search, 60) });
  const lines = [
    ...(nearest === undefined ? [] : [certificates.didYouMean({ nearest: literal(nearest, 60) })]),
    certificates.howTo,
  ];
  return messageView({ title, lines, actions: [listButton({}, context.words)] }, context);
}
