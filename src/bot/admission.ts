// Who may speak to the bot at all, before it is asked what they may do?
import { ActivityTypes, TeamsInfo, type TurnContext } from 'botbuilder';
import type { Clock, Log } from '../operations/ports.js';

/** Why somebody is not let in, for programs; `undefined` when they are. */
export type Refused = 'channel' | 'tenant' | 'noObjectId' | 'guest' | 'notChecked';

/** Tells whether an activity is from one of our own people. */
export type Admit = (context: TurnContext) => Promise<Refused | undefined>;

/** The sandbox's chat and whoever else reaches an anonymous bot, on this machine. */
export const admitEverybody: Admit = async () => undefined;

const checkedForMs = 10 * 60_000;

/** What Teams says of somebody in a conversation. */
export interface Member {
  readonly tenantId?: string | undefined;
  /** `user`, `guest` or `anonymous`. */
  readonly userRole?: string | undefined;
}

/** Asks Teams about whoever sent an activity. */
export type AskMember = (context: TurnContext) => Promise<Member>;

/** The connector's answer about the sender. */
export const askTeams: AskMember = async (context) => TeamsInfo.getMember(context, context.activity.from.id);

/**
 * Lets in members of the partner's own tenants who come through Teams. Guests, and members of a shared channel who
 * belong to another tenant, are told apart by asking Teams, once in a while; without its answer nobody is let in.
 */
export function admitMembersOf(tenantIds: readonly string[], ask: AskMember, clock: Clock, log: Log): Admit {
  const ours = new Set(tenantIds.map((id) => id.toLowerCase()));
  const checked = new Map<string, { readonly refused: Refused | undefined; readonly until: number }>();
  const isOurs = (tenantId: string | undefined) => tenantId !== undefined && ours.has(tenantId.toLowerCase());

  return async (context) => {
    const { activity } = context;
    if (activity.channelId !== 'msteams') return 'channel';
    const said = [activity.conversation.tenantId, tenantIn(activity.channelData)].filter((id) => id !== undefined);
    if (said.length === 0 || !said.every(isOurs)) return 'tenant';
    // Being added and removed is Teams' own doing, and leads to nothing but a greeting.
    if (activity.type !== ActivityTypes.Message && activity.type !== ActivityTypes.Invoke) return undefined;
    const { aadObjectId } = activity.from ?? {};
    if (!aadObjectId) return 'noObjectId';
    const key = `${activity.conversation.id} ${aadObjectId}`;
    const now = Date.parse(clock.now());
    const known = checked.get(key);
    if (known && known.until > now) return known.refused;
    try {
      const { tenantId, userRole } = await ask(context);
      const refused = isOurs(tenantId) ? (userRole === 'user' ? undefined : 'guest') : 'tenant';
      checked.set(key, { refused, until: now + checkedForMs });
      return refused;
    } catch (error) {
      log.warn('memberNotChecked', { error });
      return 'notChecked';
    }
  };
}

function tenantIn(channelData: unknown): string | undefined {
  if (typeof channelData !== 'object' || channelData === null || !('tenant' in channelData)) return undefined;
  const { tenant } = channelData;
  if (typeof tenant !== 'object' || tenant === null || !('id' in tenant)) return undefined;
  return typeof tenant.id === 'string' ? tenant.id : undefined;
}
