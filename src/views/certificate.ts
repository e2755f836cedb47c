// What does somebody see of an exit certificate?
import { includesRole } from '../domain/commands.js';
import { certificateKinds, type IssuedCertificate } from '../domain/exit/certificate.js';
import { sandboxBanner, type ViewContext } from './context.js';
import { type FileWays, kindLabels, linksOf, waysNotice } from './exit/files.js';
import { type Card, render } from './templates.js';
import { counted, literal } from './text.js';
import { type Button, leastRoleForVerb } from './verbs.js';

/** The line for a phone's lock screen. */
export function certificateHeadline({ tenantName }: IssuedCertificate): string {
  return `✅ ${literal(tenantName, 60)} is offboarded, and its certificate written`;
}

/** Gets the files of a certificate. For admins; whoever else presses is told so. */
export function certificateButtons({ id, tenantName }: IssuedCertificate): readonly Button[] {
  const name = literal(tenantName, 28);
  return certificateKinds.map((kind) => ({
    title: kindLabels[kind],
    tooltip: `Get the certificate as ${kindLabels[kind]}: ${name}`,
    verb: 'certificate.get',
    data: { certificateId: id, file: kind },
    style: kind === 'pdf' ? 'positive' : 'default',
  }));
}

/** The card of a certificate; `ways`: it is the answer to somebody who has asked for a file. */
export function certificateView(certificate: IssuedCertificate, context: ViewContext, ways?: FileWays): Card {
  const { id, tenantId, tenantName, by, approvedBy, issuedAt, removedCount, remainsCount, hashes } = certificate;
  const mayGet = context.role === undefined || includesRole(context.role, leastRoleForVerb['certificate.get']);
  const agreed = approvedBy === undefined ? '' : `, agreed to by ${literal(approvedBy.name, 40)}`;
  const data = {
    title: certificateHeadline(certificate),
    lines: [
      `${counted(removedCount, 'thing')} removed, each proved gone by a later reading of Microsoft’s.`,
      remainsCount === 0
        ? 'Nothing that could be read ties you to this tenant any more.'
        : `⚠️ ${counted(remainsCount, 'tie')} remain${remainsCount === 1 ? 's' : ''} or could not be read. The certificate says which, why, and who can do what.`,
    ],
    rows: [
      { label: 'Decided by', text: `${literal(by.name, 40)}${agreed}` },
      { label: 'Issued', text: `${issuedAt.slice(0, 16).replace('T', ' ')} UTC` },
      { label: 'Certificate', text: id },
      { label: 'SHA-256 of the JSON', text: hashes.json },
    ],
    notices: ways ? [waysNotice(ways)] : [],
    links: ways ? linksOf(ways, `certificate of ${literal(tenantName, 28)}`) : [],
    actions: mayGet ? certificateButtons(certificate) : [],
  };
  return render('exit-file', data, {
    banner: sandboxBanner(context, tenantId),
    fallbackText: certificateHeadline(certificate),
  });
}
