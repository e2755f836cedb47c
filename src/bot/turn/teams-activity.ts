// What an activity from Teams says: who, where, on which message, with which button.
import type { Activity } from 'botbuilder';
import type { Person } from '../../domain/person.js';
import { isZone } from '../../domain/subscription/local-time.js';
import type { MessageId } from '../../operations/ports/cards.js';
import type { Conversation, MetPerson } from '../../operations/ports/rows.js';
import type { Verb } from '../../views/render/verbs.js';
import type { AttachedFile } from './turn.js';

/** A conversation as the bot meets it, with the names that the activity brings. */
export interface MetConversation
  extends Pick<Conversation, 'id' | 'kind' | 'reference' | 'teamId' | 'locale' | 'name' | 'teamName'> {
  /** What brought it: the bot was installed or updated there, a person pressed a button, or anything else. */
  readonly by: 'installation' | 'click' | 'other';
  /** The person who has just said or pressed something there. Absent: none that Entra knows. */
  readonly person?: MetPerson | undefined;
}

/**
 * Who did it. Trusted as far as the transport is: the Bot Framework signs what Teams says. The id in lower case, so that
 * one person is never two where a second one has to agree. Without a name, that's empty.
 */
export function actorOf({ from }: Activity): Person {
  return { id: from?.aadObjectId?.toLowerCase() ?? '', name: from?.name ?? '' };
}

/** The verb and data of a card action, whatever they may be; both absent for any other activity. */
export function actionOf({ value }: Activity): { readonly verb?: unknown; readonly data?: unknown } {
  const action: unknown = isObject(value) ? value.action : undefined;
  return isObject(action) ? { verb: action.verb, data: action.data } : {};
}

/** Whether a client asks by itself, because a person has opened the conversation or the message was changed. */
export function isAutomatic({ value }: Activity): boolean {
  return isObject(value) && value.trigger === 'automatic';
}

/**
 * Whether a message was changed by its author; one that was deleted, or came back from that, says nothing new.
 * @see https://learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/subscribe-to-conversation-events (checked 2026-11-28)
 */
export function isEdited({ channelData }: Activity): boolean {
  return isObject(channelData) && channelData.eventType === 'editMessage';
}

const attachedFile = 'application/vnd.microsoft.teams.file.download.info';

/**
 * The first file that a person has attached; a message's own text comes as an attachment too.
 * @see https://learn.microsoft.com/microsoftteams/platform/bots/how-to/bots-filesv4 (checked 2026-11-29)
 */
export function attachedTo({ attachments }: Pick<Activity, 'attachments'>): AttachedFile | undefined {
  const all: readonly unknown[] = Array.isArray(attachments) ? attachments : [];
  const file = all.filter(isObject).find(({ contentType }) => contentType === attachedFile);
  const downloadUrl = isObject(file?.content) ? file.content.downloadUrl : undefined;
  return typeof downloadUrl === 'string' ? { name: nameFrom(file?.name) ?? '', downloadUrl } : undefined;
}

/** Whether the card that was clicked, or asks by itself, is one that a person inserted into a message of their own. */
export function isOnInsertedCard(activity: Activity): boolean {
  const { verb, data } = actionOf(activity);
  return verb === ('inserted.show' satisfies Verb) || (isObject(data) && data.isInserted === true);
}

/**
 * The time zone of the person's Teams app, by its IANA name; `undefined`: it says none, or none that there is.
 * @see https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-api-reference (checked 2026-11-30)
 */
export function zoneOf({ localTimezone }: Pick<Activity, 'localTimezone'>): string | undefined {
  return typeof localTimezone === 'string' && isZone(localTimezone) ? localTimezone : undefined;
}

/** The message whose card was clicked; `undefined` when the client doesn't say. */
export function messageIn({ conversation, replyToId }: Activity) {
  return replyToId ? { conversationId: conversation.id, activityId: replyToId } : undefined;
}

/** What has become of a channel, or of a team with all its channels, by the id of whichever it is. */
export interface LifeEvent {
  /** `deleted` can be restored; `gone` can't. */
  readonly change: 'deleted' | 'restored' | 'gone';
  readonly id: string;
}

// @see https://learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/subscribe-to-conversation-events (checked 2026-11-28)
const lifeEvents: ReadonlyMap<unknown, readonly [LifeEvent['change'], 'channel' | 'team']> = new Map([
  ['channelDeleted', ['deleted', 'channel']],
  ['channelRestored', ['restored', 'channel']],
  ['teamDeleted', ['deleted', 'team']],
  ['teamRestored', ['restored', 'team']],
  ['teamHardDeleted', ['gone', 'team']],
]);

/** Whether a channel or team was deleted or restored. The activity's own conversation is the team, whichever it was. */
export function lifeEventIn({ channelData }: Activity): LifeEvent | undefined {
  const [change, what] = (isObject(channelData) && lifeEvents.get(channelData.eventType)) || [];
  const id = what && idIn(channelData, what);
  return change && id ? { change, id } : undefined;
}

/** A new name of a channel, of a team for all its channels, or of a group chat, by the id of whichever it is. */
export interface Rename {
  readonly change: 'renamed';
  readonly what: 'conversation' | 'team';
  readonly id: string;
  /** Absent: the chat has no topic any more. */
  readonly name: string | undefined;
}

/**
 * Whether a channel, a team or a group chat was renamed.
 * @see https://learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/subscribe-to-conversation-events (checked 2026-11-29)
 */
export function renameIn({ channelData, conversation, topicName }: Activity): Rename | undefined {
  const change = 'renamed';
  const { eventType, channel, team } = isObject(channelData) ? channelData : {};
  const renamed = eventType === 'channelRenamed' ? channel : eventType === 'teamRenamed' ? team : undefined;
  if (isObject(renamed)) {
    const { id } = renamed;
    const name = nameFrom(renamed.name);
    const what = eventType === 'teamRenamed' ? 'team' : 'conversation';
    return typeof id === 'string' && name !== undefined ? { change, what, id, name } : undefined;
  }
  const isTopic = conversation.conversationType === 'groupChat' && typeof topicName === 'string';
  return isTopic ? { change, what: 'conversation', id: conversation.id, name: nameFrom(topicName) } : undefined;
}

/** Whether it is the bot itself that came or went. */
export function concernsBot(activity: Activity, what: 'membersAdded' | 'membersRemoved'): boolean {
  return (activity[what] ?? []).some(({ id }) => id === activity.recipient.id);
}

/**
 * The conversation, without the thread, so that a channel is one conversation and news begins a thread of its own. After an
 * installation in a team it's the channel that was chosen for it.
 */
export function conversationOf(activity: Activity): MetConversation {
  const { type, conversation, serviceUrl, channelId, recipient, channelData, from } = activity;
  const locale = localeOf(activity);
  const { conversationType, tenantId } = conversation;
  const teamId = idIn(channelData, 'team');
  const id = withoutThread(selectedChannel(channelData)?.id ?? conversation.id);
  const kind = kindOf(id, conversationType);
  return {
    id,
    by: type === 'installationUpdate' ? 'installation' : type === 'invoke' ? 'click' : 'other',
    person: from?.aadObjectId ? { id: from.aadObjectId.toLowerCase(), teamsId: from.id } : undefined,
    kind,
    ...namesIn(activity, { id, kind }),
    ...(teamId && { teamId }),
    ...(locale && { locale }),
    reference: {
      serviceUrl,
      channelId,
      bot: { id: recipient.id, name: recipient.name ?? '' },
      ...(tenantId && { tenantId }),
      ...(conversationType && { conversationType }),
    },
  };
}

// A chat of two people is `personal` to Teams too, as a search in it says. The bot's own with a person begins with `a:`.
function kindOf(id: string, conversationType: string | undefined): Conversation['kind'] {
  if (conversationType === 'channel' || conversationType === 'groupChat') return conversationType;
  return id.startsWith('19:') ? 'groupChat' : 'personal';
}

const languageTag = /^[a-z]{2,3}(?:[-_][a-z0-9]{1,8}){0,3}$/i;

/** The language of the person's Teams app, as a BCP 47 tag. @see https://learn.microsoft.com/microsoftteams/platform/bots/build-conversational-capability (checked 2026-11-29) */
function localeOf({ locale, entities }: Activity): string | undefined {
  const all: readonly unknown[] = Array.isArray(entities) ? entities : [];
  const clientInfo = all.filter(isObject).find(({ type }) => type === 'clientInfo');
  const said = [locale, clientInfo?.locale];
  return said.find((each): each is string => typeof each === 'string' && languageTag.test(each));
}

/** The id of a conversation without that of a thread in it. */
export function withoutThread(conversationId: string): string {
  return conversationId.replace(/;messageid=.*$/s, '');
}

/** Whether a message of a channel's stands under no other. */
export function beginsThread({ conversationId }: Pick<MessageId, 'conversationId'>): boolean {
  return conversationId === withoutThread(conversationId);
}

/** The id of the conversation that is a channel's thread: what is sent there stands under the message that begins it. */
export function threadOf({ conversationId, activityId }: MessageId): string {
  return `${conversationId};messageid=${activityId}`;
}

function selectedChannel(channelData: unknown): Named | undefined {
  return namedIn(isObject(channelData) ? channelData.settings : undefined, 'selectedChannel');
}

// An event of a team's comes from its General channel, whatever channel it's about.
function namesIn(
  { conversation, channelData, from, recipient }: Activity,
  { id, kind }: Pick<Conversation, 'id' | 'kind'>,
): Pick<Conversation, 'name' | 'teamName'> {
  const channels = [selectedChannel(channelData), namedIn(channelData, 'channel')];
  const name = {
    channel: channels.find((each) => each?.id === id)?.name,
    groupChat: nameFrom(conversation.name),
    personal: from?.id === recipient.id ? undefined : nameFrom(from?.name),
  }[kind];
  const teamName = kind === 'channel' ? namedIn(channelData, 'team')?.name : undefined;
  return { ...(name && { name }), ...(teamName && { teamName }) };
}

interface Named {
  readonly id: string;
  readonly name: string | undefined;
}

/** A channel or team that something else holds. */
function namedIn(holder: unknown, key: string): Named | undefined {
  const named: unknown = isObject(holder) ? holder[key] : undefined;
  return isObject(named) && typeof named.id === 'string' ? { id: named.id, name: nameFrom(named.name) } : undefined;
}

function idIn(holder: unknown, key: string): string | undefined {
  return namedIn(holder, key)?.id;
}

// Teams lets none be longer.
const longestName = 256;

function nameFrom(said: unknown): string | undefined {
  const name = typeof said === 'string' ? said.trim() : '';
  return name === '' ? undefined : [...name].slice(0, longestName).join('');
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
