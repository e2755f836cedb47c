// What does the card of an exit show once the exit is over: its certificate, or that nothing came of it?
import { certificateKinds, type IssuedCertificate } from '../../domain/exit/certificate.js';
import type { Tenant } from '../../domain/tenant.js';
import { listButton, mayPress, openButton } from '../buttons.js';
import type { ViewContext } from '../context.js';
import type { Card } from '../templates.js';
import { counted, dayAndTime, literal } from '../text.js';
import type { Button } from '../verbs.js';
import { drawExitCard } from './draw.js';
import { type ExitCardExtras, fact } from './exit.js';
import { type FileWays, kindLabels, linksOf, waysNotice } from './files.js';

/** The line for a phone's lock screen. */
export function certificateHeadline({ tenantName }: IssuedCertificate): string {
  return `✅ ${literal(tenantName, 60)} is offboarded, and its certificate written`;
}

/**
 * The tenant is offboarded completely. `tenant`: as it is known by now, if it is still a customer; `ways`: the card
 * answers somebody who has asked for a file.
 */
export function certifiedExitView(
  certificate: IssuedCertificate,
  tenant: Tenant | undefined,
  context: ViewContext,
  ways?: FileWays,
): Card {
  const { id, tenantId, tenantName, issuedAt, by, approvedBy, hashes } = certificate;
  const name = literal(tenantName);
  const parts = {
    title: `${name} is offboarded`,
    stage: '✅ Certified',
    colour: 'good',
    sentences: [
      goneWords(certificate),
      remainsWords(certificate),
      'All else that Gatehouse kept of this tenant has been deleted, except for ids: in the audit log, and of requests that are still watched.',
    ],
    facts: [
      { ...fact('Decided by', by, issuedAt), date: '' },
      ...(approvedBy ? [{ ...fact('Agreed by', approvedBy, issuedAt), date: '' }] : []),
      { label: 'Issued', text: '', date: dayAndTime(issuedAt) },
      { label: 'Certificate', text: literal(id), date: '' },
      { label: 'SHA-256 of the JSON', text: inGroups(hashes.json), date: '' },
    ],
    actions: [
      ...certificateButtons(certificate).filter((button) => mayPress(button, context)),
      tenant ? openButton(tenant, {}, 'To the tenant') : listButton({}),
    ],
    ...(ways && { ways: waysNotice(ways), links: linksOf(ways, `certificate of ${literal(tenantName, 28)}`) }),
  };
  return drawExitCard(parts, { tenantId, fallbackText: certificateHeadline(certificate) }, context);
}

function certificateButtons({ id, tenantName }: IssuedCertificate): readonly Button[] {
  const name = literal(tenantName, 28);
  return certificateKinds.map((kind) => ({
    title: kindLabels[kind],
    tooltip: `Get the certificate as ${kindLabels[kind]}: ${name}`,
    verb: 'certificate.get',
    data: { certificateId: id, file: kind },
    style: kind === 'pdf' ? 'positive' : 'default',
  }));
}

function goneWords({ removedCount }: IssuedCertificate): string {
  if (removedCount === 0) return 'Nothing had to be removed, or could be.';
  return `${counted(removedCount, 'thing')} removed, each proved gone by a later reading of Microsoft’s.`;
}

function remainsWords({ remainsCount }: IssuedCertificate): string {
  if (remainsCount === 0) return 'Nothing that could be read ties you to this tenant any more.';
  const remains = remainsCount === 1 ? 'remains' : 'remain';
  return `⚠️ ${counted(remainsCount, 'tie')} ${remains} or could not be read: the certificate says which, why, and who can do what about it.`;
}

// One long word would run out of the card.
function inGroups(hash: string): string {
  return (hash.match(/.{1,16}/g) ?? []).map((group) => literal(group)).join(' ');
}

/** It was undone or dropped before it began. */
export function droppedExitView(tenant: Tenant, context: ViewContext, extras: ExitCardExtras = {}): Card {
  const title = `${literal(tenant.customer.displayName)} was not offboarded`;
  const parts = {
    ...extras,
    title,
    domain: literal(tenant.customer.domain),
    stage: '➖ Dropped',
    sentences: [
      'Offboarding it completely was undone or dropped before it began. Nothing was done, and everything is as it was.',
    ],
    actions: [openButton(tenant, {}, 'To the tenant')],
  };
  return drawExitCard(parts, { tenantId: tenant.tenantId, fallbackText: title }, context);
}
