// What an action is: what it takes that a click is about, and what it does.
import type { CommandName } from '../../domain/tenant/commands.js';
import type { LeavingTenant, Tenant } from '../../domain/tenant/tenant.js';
import type { BotServices } from '../replies/bot-services.js';
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

/** Does what was clicked. @throws ExpectedError when the store or Microsoft fails. */
type Run<On> = (on: On) => Promise<Reply> | Reply;

/** What takes a ticket where the partner has one asked for, and the question that it's the yes to. */
interface TicketTaking {
  readonly for: CommandName;
  readonly question: Run<TenantClick<Field>>;
}

/** What a verb does, and which target has to be there for it. `none`: a tenant needn't be there any more. */
export type Action =
  | { readonly target: 'none'; readonly run: Run<AnyClick<Field>> }
  | {
      readonly target: 'tenant';
      readonly run: Run<TenantClick<Field>>;
      readonly ticket?: TicketTaking;
    }
  | { readonly target: 'offboarding'; readonly run: Run<OffboardingClick<Field>> };
