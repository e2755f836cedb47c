// Who may speak to the bot at all, before it is asked what they may do.

import { ActivityTypes, type TurnContext } from 'botbuilder';
import { LRUCache } from 'lru-cache';
import type { Clock } from '../../runtime/clock.js';
import type { Log } from '../../runtime/log.js';
import { withTimeout } from '../../runtime/timeout.js';

/**
 * Why a person isn't let in, for programs; `undefined` when they are. `notChecked`: that couldn't be found out just now,
 * which says nothing about who they are.
 */
export type NotAdmitted = 'channel' | 'tenant' | 'noObjectId' | 'guest' | 'notChecked';

/** Tells whether an activity is from one of our own people. */
export type Admit = (context: TurnContext) => Promise<NotAdmitted | undefined>;

/** Lets in everyone who reaches an anonymous bot: the sandbox's chat, and others on this machine. */
export const admitEverybody: Admit = async () => undefined;

const checkedForMs = 10 * 60_000;
// A part of the time for an answer; a later result counts for the next activity.
const patienceMs = 2500;
// An answer may never come; after that long it's asked for again.
const askAgainMs = 60_000;
const mostChecked = 10_000;

/** What Teams says of a person in a conversation. */
export interface Member {
  readonly tenantId?: string | undefined;
  /** `user`, `owner`, `guest` or `anonymous`, in any case; absent for a member too. */
  readonly userRole?: string | undefined;
  /** A guest's contains `#EXT#`, whatever their role is called. */
  readonly userPrincipalName?: string | undefined;
}

/** Asks Teams about the sender of an activity. */
export type AskMember = (context: TurnContext) => Promise<Member>;

interface Verdict {
  readonly refused: NotAdmitted | undefined;
  /** By the clock's `elapsedMs`. */
  readonly until: number;
}

/**
 * Lets in members of the partner's own tenants who come through Teams. Guests, and members of a shared channel who belong to
 * another tenant, are told apart by asking Teams once in a while; without its answer no person is let in.
 */
export function admitMembersOf(tenantIds: readonly string[], ask: AskMember, clock: Clock, log: Log): Admit {
  const ours = new Set(tenantIds.map((id) => id.toLowerCase()));
  const isOurs = (tenantId: string | undefined) => tenantId !== undefined && ours.has(tenantId.toLowerCase());
  const checked = new LRUCache<string, Verdict>({ max: mostChecked });
  const asking = new Map<string, Promise<Verdict | undefined>>();

  const askAbout = async (context: TurnContext, key: string): Promise<Verdict | undefined> => {
    try {
      const member = await ask(context);
      const refused: NotAdmitted | undefined = isOurs(member.tenantId) ? whyNoMember(member, log) : 'tenant';
      const verdict = { refused, until: clock.elapsedMs() + checkedForMs };
      if (refused !== 'notChecked') checked.set(key, verdict);
      return verdict;
    } catch (error) {
      log.warn('memberNotChecked', { error });
      return undefined;
    }
  };
  // Everyone who speaks meanwhile waits for the same answer.
  const askOnce = (context: TurnContext, key: string): Promise<Verdict | undefined> => {
    const underWay = asking.get(key);
    if (underWay) return underWay;
    const answer = askAbout(context, key);
    asking.set(key, answer);
    const isOver = () => void (asking.get(key) === answer && asking.delete(key));
    void withTimeout(clock, askAgainMs, answer).then(isOver);
    return answer;
  };

  return async (context) => {
    const { activity } = context;
    if (activity.channelId !== 'msteams') return 'channel';
    const said = [activity.conversation.tenantId, tenantIn(activity.channelData)].filter((id) => id !== undefined);
    if (said.length === 0 || !said.every(isOurs)) return 'tenant';
    if (isOfTeams(activity.type)) return undefined;
    const { aadObjectId } = activity.from ?? {};
    if (!aadObjectId) return 'noObjectId';
    const key = `${activity.conversation.id} ${aadObjectId}`;
    const known = checked.get(key);
    if (known && known.until > clock.elapsedMs()) return known.refused;
    const verdict = await withTimeout(clock, patienceMs, askOnce(context, key));
    return verdict ? verdict.refused : 'notChecked';
  };
}

// The bot's being added and removed comes from Teams itself, and leads only to a greeting.
function isOfTeams(type: string): boolean {
  return type === ActivityTypes.ConversationUpdate || type === ActivityTypes.InstallationUpdate;
}

/**
 * An unknown role lets no person in, and is logged, so that it can be added here.
 * @see https://github.com/microsoft/botbuilder-dotnet/issues/3405 (checked 2026-11-28)
 * @see https://learn.microsoft.com/microsoftteams/platform/bots/how-to/get-teams-context (checked 2026-11-28)
 */
function whyNoMember({ userRole, userPrincipalName }: Member, log: Log): 'guest' | 'notChecked' | undefined {
  if (typeof userPrincipalName === 'string' && userPrincipalName.toUpperCase().includes('#EXT#')) return 'guest';
  const role = typeof userRole === 'string' ? userRole.trim().toLowerCase() : '';
  switch (role) {
    case '':
    case 'user':
    case 'member':
    case 'owner':
      return undefined;
    case 'guest':
    case 'anonymous':
      return 'guest';
    default:
      log.warn('memberRoleNotKnown', { userRole: role.slice(0, mostOfRole) });
      return 'notChecked';
  }
}

const mostOfRole = 40;

function tenantIn(channelData: unknown): string | undefined {
  if (typeof channelData !== 'object' || channelData === null || !('tenant' in channelData)) return undefined;
  const { tenant } = channelData;
  if (typeof tenant !== 'object' || tenant === null || !('id' in tenant)) return undefined;
  return typeof tenant.id === 'string' ? tenant.id : undefined;
}
