// What does the card of an exit show once the exit is over: its certificate, or that nothing came of it?
import type { IssuedCertificate } from '../../domain/exit/certificate.js';
import type { Tenant } from '../../domain/tenant.js';
import { listButton, mayPress, openButton } from '../buttons.js';
import { certificateButtons } from '../certificate.js';
import { sandboxBanner, type ViewContext } from '../context.js';
import { type Card, render } from '../templates.js';
import { counted, dayAndTime, literal } from '../text.js';
import { type ExitCardExtras, fact } from './exit.js';

/** The tenant is offboarded completely. It may be no customer any more. */
export function certifiedExitView(
  certificate: IssuedCertificate,
  tenant: Tenant | undefined,
  context: ViewContext,
): Card {
  const { id, tenantName, issuedAt, by, approvedBy, removedCount, remainsCount, hashes } = certificate;
  const name = literal(tenantName);
  const data = {
    headline: '',
    notice: '',
    title: `${name} is offboarded`,
    domain: '',
    stage: '✅ Certified',
    colour: 'good',
    sentences: [
      `${counted(removedCount, 'thing')} proved gone. ${
        remainsCount === 0
          ? 'Nothing that could be read ties you to the tenant any more.'
          : `${counted(remainsCount, 'thing')} ${remainsCount === 1 ? 'remains' : 'remain'}: the certificate says what, why, and who can do what about it.`
      }`,
      'Everything else that Gatehouse knew of the tenant has been deleted, except for ids in the audit log.',
    ],
    facts: [
      { ...fact('Decided by', by, issuedAt), date: '' },
      ...(approvedBy ? [{ ...fact('Agreed by', approvedBy, issuedAt), date: '' }] : []),
      { label: 'Issued', text: '', date: dayAndTime(issuedAt) },
      { label: 'Certificate', text: literal(id), date: '' },
      { label: 'SHA-256 of the JSON', text: inGroups(hashes.json), date: '' },
    ],
    plannedWords: '',
    tasks: [],
    more: '',
    actions: [
      ...certificateButtons(certificate).filter((button) => mayPress(button, context)),
      tenant ? openButton(tenant, {}, 'To the tenant') : listButton({}),
    ],
  };
  return render('exit', data, {
    banner: sandboxBanner(context, certificate.tenantId),
    fallbackText: `${name} is offboarded completely`,
  });
}

// One long word would run out of the card.
function inGroups(hash: string): string {
  return (hash.match(/.{1,16}/g) ?? []).map((group) => literal(group)).join(' ');
}

/** It was undone or dropped before it began. */
export function droppedExitView(tenant: Tenant, context: ViewContext, extras: ExitCardExtras = {}): Card {
  const name = literal(tenant.customer.displayName);
  const data = {
    headline: extras.headline ?? '',
    notice: extras.notice ?? '',
    title: `${name} was not offboarded`,
    domain: literal(tenant.customer.domain),
    stage: '➖ Dropped',
    colour: 'default',
    sentences: [
      'Offboarding it completely was undone or dropped before it began. Nothing was done, and everything is as it was.',
    ],
    facts: [],
    plannedWords: '',
    tasks: [],
    more: '',
    actions: [openButton(tenant, {}, 'To the tenant')],
  };
  return render('exit', data, {
    banner: sandboxBanner(context, tenant.tenantId),
    fallbackText: `${name} was not offboarded`,
  });
}
