// What an action gets, in which order it's refused, and with which card a click on a tenant is answered.
import type { Command } from '../../domain/tenant/commands.js';
import { isLeaving, type LeavingTenant, type Tenant } from '../../domain/tenant/tenant.js';
import type { Outcome } from '../../operations/commands/command-handler.js';
import type { Card } from '../../views/render/templates.js';
import type { Button } from '../../views/render/verbs.js';
import { listButton, openButton } from '../../views/tenant/buttons.js';
import { tenantView } from '../../views/tenant/tenant.js';
import { refusalNotice } from '../../views/words/notices.js';
import type { BotServices } from '../replies/bot-services.js';
import { refusal } from '../replies/failure.js';
import { showList } from '../replies/show-list.js';
import { offboardingReply } from '../replies/show-offboarding.js';
import type { Reply, Turn } from '../turn/turn.js';
import type { ClickData, ClickPlace } from './action-data.js';

type Field = keyof ClickData;

/** A click that an action answers, with the fields `K` of its data. */
export interface AnyClick<K extends Field = never> {
  readonly services: BotServices;
  readonly click: ClickPlace;
  readonly turn: Turn;
  readonly data: Pick<ClickData, K>;
}

/** A click on a tenant that is there, by a person who may. */
export interface TenantClick<K extends Field = never> extends AnyClick<K> {
  readonly tenant: Tenant;
}

/** A click on the offboarding that the tenant has, and on no earlier one. */
export interface OffboardingClick<K extends Field = never> extends TenantClick<K> {
  readonly tenant: LeavingTenant;
}

/**
 * What a verb does. `denied` says why the person may not.
 * @throws ExpectedError when the store or Microsoft fails.
 */
export type Action = (on: AnyClick<Field>, denied: string | undefined) => Promise<Reply> | Reply;

type Run<On> = (on: On) => Promise<Reply> | Reply;

/** An action that takes no tenant that is there. It reads these fields of the click. */
export function onNoTenant<K extends Field = never>(reads: readonly K[], run: Run<AnyClick<K>>): Action {
  return (on, denied) =>
    denied === undefined ? run({ ...on, data: only(on.data, reads) }) : refusal(on.services, denied);
}

/** An action on a tenant: shows the list when it isn't there any more, and its own card to a person who may not. */
export function onTenant<K extends Field = never>(reads: readonly K[], run: Run<TenantClick<K>>): Action {
  return (on, denied) => {
    const { services, click } = on;
    const tenant = tenantOf(services, click);
    // In the list its row says so.
    if (!tenant) return showList(services, click.query, click.inList ? '' : noCustomer);
    const onIt = { ...on, tenant, data: only(on.data, reads) };
    return denied === undefined ? run(onIt) : current(onIt, tenant, denied);
  };
}

/**
 * An action on the offboarding that the card was drawn for. A button of an offboarding that is over isn't taken for one of
 * a later offboarding, whose plan its person hasn't read.
 */
export function onOffboarding<K extends Field = never>(reads: readonly K[], run: Run<OffboardingClick<K>>): Action {
  return onTenant(reads, (on) => {
    const { tenant, click } = on;
    if (isLeaving(tenant, click.offboardingId)) return run({ ...on, tenant });
    return current(on, tenant, refusalNotice('noSuchOffboarding', tenant));
  });
}

function only<K extends Field>(data: ClickData, reads: readonly K[]): Pick<ClickData, K> {
  return Object.fromEntries(reads.map((field) => [field, data[field]])) as Pick<ClickData, K>;
}

/** The tenant that a click is about; `undefined`: about none, or it isn't known any more. */
export function tenantOf({ store }: BotServices, { tenantId }: ClickPlace): Tenant | undefined {
  return tenantId === undefined ? undefined : store.tenant(tenantId);
}

const noCustomer = 'That tenant is not among your customers any more.';

/** Carries out a command that the click stands for, and shows what came of it. */
export async function carryOut(on: TenantClick<'version'>, command: Command): Promise<Reply> {
  const { services, tenant } = on;
  const { version } = on.data;
  // A click that does something has to say what its card was drawn from.
  if (version === undefined) return current(on, tenant, refusalNotice('outdated', tenant));
  return answerOutcome(on, await services.commands.perform({ tenantId: tenant.tenantId, command, version }));
}

/** What a command came to, as the card that the click came from. */
export function answerOutcome(on: TenantClick, outcome: Outcome | undefined): Reply {
  if (!outcome) return showList(on.services, on.click.query, on.click.inList ? '' : noCustomer);
  const { tenant, refused } = outcome;
  return { ...current(on, tenant, refused && refusalNotice(refused, tenant)), isForAll: refused === undefined };
}

/** The card that the click came from, as it is now: the list for a click in the list, the offboarding's, else the tenant's. */
export function current(on: TenantClick, tenant: Tenant, notice: string | undefined): Reply {
  const { services, click } = on;
  if (click.inList) return showList(services, click.query, notice, tenant.tenantId);
  const offboardingId =
    click.offboardingId ?? (click.verb.startsWith('offboarding.') ? tenant.offboarding?.id : undefined);
  const ofOffboarding =
    offboardingId === undefined
      ? undefined
      : offboardingReply(services, { tenantId: tenant.tenantId, offboardingId }, { notice });
  if (ofOffboarding) return ofOffboarding;
  return shown(on, tenant, tenantView(tenant, services.context(), { notice, position: click.query }));
}

/** The way back to where the click came from. */
export function backFrom({ click, tenant }: TenantClick): Button {
  return click.inList ? listButton(click.query, 'Back') : openButton(tenant, click.query, 'Back');
}

/** A card in place of the one that was clicked, which is the tenant's again once something about the tenant changes. */
export function shown({ services, click }: TenantClick, tenant: Tenant, card?: Card): Reply {
  const { places, ...position } = click.query;
  return {
    card: card ?? tenantView(tenant, services.context(), { position }),
    summary: tenant.customer.displayName,
    view: { kind: 'tenant', tenantId: tenant.tenantId, position },
  };
}
