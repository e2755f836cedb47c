// What does it look like, what still ties us to tenants that nobody looks after?
import type { ResiduePage, ResidueRow, TieLevel } from '../../domain/access/residue-list.js';
import type { Tenant } from '../../domain/tenant/tenant.js';
import { sandboxBanner, type ViewContext } from '../render/context.js';
import { remembered } from '../render/memoize.js';
import { type Card, render } from '../render/templates.js';
import { counted, day, literal } from '../render/text.js';
import type { Button } from '../render/verbs.js';
import {
  dataFor,
  listButton,
  mayPress,
  mostName as mostNameInTooltip,
  openButton,
  residueButton,
} from '../tenant/buttons.js';
import { asOfWords, failingWords, unreadWords } from '../tenant/tenant-list.js';

// Ten rows have to stay small enough to be sent; a tenant's own card shows its name in full.
const mostName = 34;

/** The card for a page of `/residue`. */
export function residueView(page: ResiduePage, context: ViewContext): Card {
  return rememberedResidue(page, context, undefined);
}

const rememberedResidue = remembered(drawResidue);

function drawResidue(page: ResiduePage, context: ViewContext): Card {
  const { rows, places, total } = page;
  const known = new Map(rows.map((row) => [row.tenant.tenantId, row]));
  const data = {
    asOf: asOfWords(context),
    failing: failingWords(context),
    empty: places.length === 0 ? emptyWords(page, context) : '',
    rows: places.map((tenantId) => {
      const row = known.get(tenantId);
      return row ? rowOf(row, context) : goneRow;
    }),
    notes: notesOf(page),
    position: positionWords(page),
    turns: turnsOf(page),
  };
  const fallbackText =
    total === 0 ? 'Nothing found that is still tied to you' : `Still tied: ${counted(total, 'tenant')}`;
  return render('residue', data, { banner: sandboxBanner(context), fallbackText });
}

function positionWords({ places, hasMoved, from, total }: ResiduePage): string {
  if (hasMoved) return 'Changed since · Refresh';
  return places.length === 0 ? '' : `${from}–${from + places.length - 1} of ${counted(total, 'tenant')}`;
}

const looks: Readonly<Record<TieLevel, { readonly icon: string; readonly words: string; readonly colour: string }>> = {
  liveAccessAndDelegatedAdmin: {
    icon: '⛔',
    words: 'Live access (GDAP) and delegated admin (DAP)',
    colour: 'attention',
  },
  liveAccess: { icon: '⚠️', words: 'Live access (GDAP)', colour: 'attention' },
  delegatedAdmin: { icon: '⚠️', words: 'Delegated admin (DAP)', colour: 'attention' },
  openRequest: { icon: '✉️', words: 'Open request', colour: 'accent' },
};

// It has only kept its place: it is looked after by now, or nothing leads there any more.
const untied = { icon: '✅', words: 'No longer in this list', colour: 'default' };

// Its place stays taken, and what is pressed there does nothing.
const goneName = 'No longer your customer';
const goneRow = {
  name: goneName,
  ties: `${untied.icon} ${untied.words}`,
  colour: untied.colour,
  when: '',
  who: 'Refresh takes this row away.',
  actions: [] as readonly Button[],
};

function rowOf({ tenant, level }: ResidueRow, context: ViewContext) {
  const { icon, words, colour } = level ? looks[level] : untied;
  return {
    name: literal(tenant.customer.displayName, mostName),
    ties: `${icon} ${words}${moreTies(tenant, level)}`,
    colour,
    when: whenWords(tenant),
    who: whoWords(tenant),
    actions: [
      ...(level ? planButtons(tenant) : []).filter((button) => mayPress(button, context)),
      openButton(tenant, {}, 'Open'),
    ],
  };
}

function planButtons(tenant: Tenant): readonly Button[] {
  if (tenant.exit) return [];
  const name = literal(tenant.customer.displayName, mostNameInTooltip);
  const tooltip = `Plan the offboarding of ${name}`;
  return [{ title: 'Plan', tooltip, verb: 'exit.plan', data: dataFor(tenant, {}), style: 'default' }];
}

function moreTies({ residue, delegatedAdmin, exCustomer, exit }: Tenant, level: TieLevel | undefined): string {
  if (level === undefined) return '';
  const request = level === 'delegatedAdmin' && residue === 'openRequest' ? ', and an open request' : '';
  const unread = delegatedAdmin.state === 'unknown' && !exCustomer && !exit ? ' · delegated admin not read yet' : '';
  return `${request}${exit ? ' · being offboarded' : unread}`;
}

function whenWords({ residue, residueSpan: { since, endsAt } = {} }: Tenant): string {
  const from = since === undefined ? [] : [`since ${day(since)}`];
  const ends = residue === 'openRequest' ? 'can be approved until' : 'ends on';
  const until = endsAt === undefined ? [] : [`${ends} ${day(endsAt)}`];
  return [...from, ...until].join(', ');
}

function whoWords({ tenantId, customer, exCustomer }: Tenant): string {
  const known = customer.domain === '' ? tenantId : literal(customer.domain, mostName);
  return `${exCustomer ? 'Not a customer in Partner Center' : 'Customer'} · ${known}`;
}

function emptyWords({ unreadCount }: ResiduePage, { asOf, failing }: ViewContext): string {
  if (asOf === undefined) return unreadWords(failing);
  if (unreadCount > 0) return 'Nothing found so far. Gatehouse goes on reading, and this card fills by itself.';
  return '✅ All clean: nothing of yours leads to a tenant that nobody looks after.';
}

function notesOf({ customersOnly, unreadCount }: ResiduePage): readonly string[] {
  const only = customersOnly === 1 ? 'customer is' : 'customers are';
  const read = unreadCount === 1 ? 'tenant' : 'tenants';
  return [
    ...(customersOnly === 0
      ? []
      : [
          `${customersOnly} more ${only} Not configured and, as far as is known, tied to you by the reseller relationship alone.`,
        ]),
    ...(unreadCount === 0
      ? []
      : [
          `Whether there is delegated admin (DAP) has still to be read for ${unreadCount} ${read}. Gatehouse reads up to two hundred whenever somebody asks, and this card grows by itself; Refresh goes on.`,
        ]),
  ];
}

function turnsOf({ page, pages }: ResiduePage): readonly Button[] {
  return [
    ...(page > 1 ? [residueButton('‹ Previous', page - 1)] : []),
    ...(page < pages ? [residueButton('Next ›', page + 1)] : []),
    residueButton('Refresh', page),
    listButton({}),
  ];
}
