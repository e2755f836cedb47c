// The cards that list exit certificates, and the buttons to them.
import type { IssuedCertificate } from '../../domain/offboarding/certificate.js';
import { sandboxBanner, type ViewContext } from '../render/context.js';
import { messageView } from '../render/message.js';
import { listButton } from '../render/navigation.js';
import { type Card, render } from '../render/templates.js';
import { counted, dateInWords, dayAndTime, literal } from '../render/text.js';
import type { Button } from '../render/verbs.js';
import { accessSentence, accessStyle } from './past-offboarding.js';

// Each has its own button, and Teams shows six.
const mostShown = 5;

/** The button to a certificate and its files. `which`: tells it from others on the same card. */
export function certificateButton(
  { id, tenantId, tenantName }: IssuedCertificate,
  title: string,
  which?: string,
): Button {
  return {
    title,
    tooltip: `Exit certificate: ${which ?? literal(tenantName, 28)}`,
    verb: 'offboarding.show',
    data: { tenantId, offboardingId: id },
    style: 'default',
  };
}

/** Several certificates to choose from, the newest first. */
export function certificatesView(found: readonly IssuedCertificate[], context: ViewContext): Card {
  const shown = found.slice(0, mostShown);
  const title =
    found.length > shown.length
      ? `Exit certificates: the newest ${shown.length} of ${found.length}`
      : counted(found.length, 'exit certificate');
  const data = {
    title,
    lines:
      found.length > shown.length ? ['Say **/certificate** and a name, a tenant ID or a number to find others.'] : [],
    rows: shown.map((certificate) => ({
      label: dayAndTime(certificate.issuedAt),
      text: `${accessStyle(certificate).icon} ${accessSentence(certificate, context)}`,
      note: `Certificate ${certificate.id}`,
    })),
    actions: [
      ...shown.map((certificate) => {
        const title = titleAmong(shown, certificate);
        return certificateButton(certificate, title, title);
      }),
      listButton({}),
    ],
  };
  return render('report', data, { banner: sandboxBanner(context), fallbackText: title });
}

/** Name and day, with the beginning of the certificate's number where several share both. */
function titleAmong(shown: readonly IssuedCertificate[], certificate: IssuedCertificate): string {
  const title = nameAndDay(certificate);
  const isShared = shown.some((other) => other.id !== certificate.id && nameAndDay(other) === title);
  return isShared ? `${title} (${certificate.id.slice(0, 8)})` : title;
}

const nameAndDay = ({ tenantName, issuedAt }: IssuedCertificate): string =>
  `${literal(tenantName, 28)}, ${dateInWords(issuedAt)}`;

/** No certificate matches. `nearest`: the name that may have been intended. */
export function noCertificateView(search: string, nearest: string | undefined, context: ViewContext): Card {
  const title =
    search === '' ? 'There are no exit certificates yet' : `No exit certificate matches “${literal(search, 60)}”`;
  const lines = [
    ...(nearest === undefined ? [] : [`Did you mean ${literal(nearest, 60)}? Say /certificate and the name.`]),
    'A certificate is written when a tenant has been offboarded completely: open the tenant, then choose Offboard completely.',
  ];
  return messageView({ title, lines, actions: [listButton({})] }, context);
}
