// The questions before something that can't be undone: what will happen, and what will stay.
import type { Reservation } from '../../domain/access/delegated-admin.js';
import type { IssuedCertificate } from '../../domain/offboarding/certificate.js';
import type { Tenant } from '../../domain/tenant/tenant.js';
import { sandboxBanner, type ViewContext } from '../render/context.js';
import { dataFor, type ListPosition, openButton } from '../render/navigation.js';
import { type Card, render } from '../render/templates.js';
import { counted, dateInWords, day, literal } from '../render/text.js';
import type { Button } from '../render/verbs.js';
import { type Link, leftByDisable } from '../words/manual-removal.js';

/** The parts of a question card. Lines are for text runs: names in them show literally. */
export interface Question {
  readonly title: string;
  readonly intro: string;
  readonly happens: readonly string[];
  readonly stays: readonly string[];
  readonly items: readonly { readonly text: string; readonly date: string }[];
  readonly links: readonly Link[];
  readonly actions: readonly Button[];
}

/** Asks before Disable. */
export function disableQuestion(tenant: Tenant, context: ViewContext, position: ListPosition): Card {
  const name = literal(tenant.customer.displayName);
  const pending =
    tenant.status === 'needsApproval'
      ? ['The open request cannot be withdrawn: the customer can still approve it until it lapses.']
      : [];
  return questionView(
    {
      title: `Disable ${name}?`,
      intro:
        'Disable makes Gatehouse forget this tenant and stop acting on it. It does not end any access; Offboard completely does.',
      happens: [
        'Everything that Gatehouse keeps about this tenant is deleted, its history included.',
        'Gatehouse does nothing more to this tenant, and nobody is told about it any more.',
        'The status becomes Not configured.',
        ...(tenant.delegatedAdmin.removal
          ? ['The removal of delegated admin that is under way is no longer followed up.']
          : []),
      ],
      stays: [...pending, ...leftByDisable],
      items: [],
      links: [],
      actions: [
        {
          title: 'Yes, disable',
          tooltip: `Yes, disable ${name}`,
          verb: 'tenant.disable',
          data: dataFor(tenant, position),
          style: 'destructive',
        },
        openButton(tenant, position, 'No, keep it'),
      ],
    },
    tenant,
    context,
  );
}

/** Asks before enabling a tenant that was offboarded completely. `back`: the card with the button. */
export function enableAgainQuestion(
  tenant: Tenant,
  { id: certificateId, issuedAt }: IssuedCertificate,
  context: ViewContext,
  { position, back, inList }: { readonly position: ListPosition; readonly back: Button; readonly inList: boolean },
): Card {
  const name = literal(tenant.customer.displayName);
  return questionView(
    {
      title: `Enable ${name} again?`,
      intro: `${name} was offboarded completely on ${dateInWords(issuedAt)}, and has an exit certificate.`,
      happens: [
        'Gatehouse asks the customer for access again, or takes up a GDAP relationship that is still there.',
        'Once they have approved it, you have access again, whatever the certificate said on that day.',
      ],
      stays: ['The certificate stays as it is: /certificate shows it.'],
      items: [],
      links: [],
      actions: [
        {
          title: 'Yes, enable',
          tooltip: `Yes, enable ${name}`,
          verb: 'tenant.enable',
          data: { ...dataFor(tenant, position), certificateId, ...(inList && { inList }) },
          style: 'positive',
        },
        { ...back, title: 'No, leave it' },
      ],
    },
    tenant,
    context,
  );
}

/** Asks before removing delegated admin. */
export function removeDelegatedAdminQuestion(tenant: Tenant, context: ViewContext, position: ListPosition): Card {
  const name = literal(tenant.customer.displayName);
  return questionView(
    {
      title: `Remove delegated admin (DAP) from ${name}?`,
      intro:
        'This ends the older, all-powerful access of your admin agents to this tenant. It cannot be undone here: the customer would have to grant it again.',
      happens: ['Microsoft takes the delegated admin relationship (DAP) away, usually within minutes.'],
      stays: [
        'GDAP relationships and what they allow.',
        'The reseller relationship, subscriptions and billing.',
        'What Gatehouse knows about this tenant: this is not Disable.',
      ],
      items: [],
      links: [],
      actions: [
        {
          title: 'Yes, remove delegated admin',
          tooltip: `Yes, remove delegated admin from ${name}`,
          verb: 'tenant.removeDelegatedAdmin',
          data: dataFor(tenant, position),
          style: 'destructive',
        },
        openButton(tenant, position, 'No, keep it'),
      ],
    },
    tenant,
    context,
  );
}

/** Says that these reserved instances must be cancelled before delegated admin can be removed. */
export function reservationsInTheWay(
  tenant: Tenant,
  reservations: readonly Reservation[],
  context: ViewContext,
  position: ListPosition,
): Card {
  const name = literal(tenant.customer.displayName);
  return questionView(
    {
      title: `Delegated admin cannot be removed from ${name} yet`,
      intro: `${name} has ${counted(reservations.length, 'Azure reserved instance')}. Every one has to be cancelled first: call Azure support. Nothing was changed.`,
      happens: [],
      stays: [],
      items: reservations.slice(0, 20).map(({ quantity, productId, kind, expiresAt }) => ({
        text: `${quantity} × ${literal(kind || 'reserved instance')} (${literal(productId || 'no product id')})`,
        date: expiresAt === undefined ? '' : `until ${day(expiresAt)}`,
      })),
      links: [{ title: 'Azure support', url: 'https://azure.microsoft.com/support/create-ticket/' }],
      actions: [openButton(tenant, position, 'Back')],
    },
    tenant,
    context,
  );
}

/** The card of a question about a tenant. */
export function questionView(question: Question, tenant: Tenant, context: ViewContext): Card {
  return render('question', question, {
    banner: sandboxBanner(context, tenant.tenantId),
    fallbackText: question.title,
  });
}
