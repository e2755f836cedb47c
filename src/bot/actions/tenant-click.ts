// What is a click on a tenant, and with which card is one answered?

import type { Command } from '../../domain/tenant/commands.js';
import type { Tenant } from '../../domain/tenant/tenant.js';
import type { Outcome } from '../../operations/commands/perform.js';
import type { Card } from '../../views/render/templates.js';
import type { Button } from '../../views/render/verbs.js';
import { listButton, openButton } from '../../views/tenant/buttons.js';
import { tenantView } from '../../views/tenant/tenant.js';
import { refusalNotice } from '../../views/words/notices.js';
import type { BotServices } from '../bot-services.js';
import { offboardingReply } from '../cards/offboarding-card.js';
import { showList } from '../conversation/text-commands.js';
import type { Reply, Turn } from '../conversation/turn.js';
import type { Click } from './action-data.js';

/** A click on a tenant that is there, by somebody who may. */
export interface TenantClick {
  readonly services: BotServices;
  readonly click: Click;
  readonly tenant: Tenant;
  readonly turn: Turn;
}

/** What a verb does with such a click. */
export type Answer = (on: TenantClick) => Promise<Reply> | Reply;

/** What is said of a tenant that is not known any more. */
export const noCustomer = 'That tenant is not among your customers any more.';

/** Carries out a command that the click stands for, and shows what came of it. */
export async function carryOut(on: TenantClick, command: Command): Promise<Reply> {
  const { services, click, tenant } = on;
  const { version } = click;
  // A click that does something has to say what its card was drawn from.
  if (version === undefined) return current(on, tenant, refusalNotice('outdated', tenant));
  return answerOutcome(on, await services.perform({ tenantId: tenant.tenantId, command, version }));
}

/** What a command came to, as the card that the click came from. */
export function answerOutcome(on: TenantClick, outcome: Outcome | undefined): Reply {
  if (!outcome) return showList(on.services, on.click.query, on.click.inList ? '' : noCustomer);
  const { tenant, refused } = outcome;
  return { ...current(on, tenant, refused && refusalNotice(refused, tenant)), isForAll: refused === undefined };
}

/** The card that the click came from, as it is now: the list for a click in the list, the exit's, else the tenant's. */
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
