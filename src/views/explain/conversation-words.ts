// What people call a conversation; its id tells them nothing.
import type { Words } from '../catalogue.js';
import { literal } from '../render/text.js';
import type { Literal } from '../words/text-types.js';

/** What is known of a conversation's name. */
export interface NamedConversation {
  readonly kind: 'personal' | 'groupChat' | 'channel';
  /** A channel's name, a group chat's topic, or the name of a personal chat's person. */
  readonly name?: string | undefined;
  /** The name of a channel's team. */
  readonly teamName?: string | undefined;
  /** Whether it's the channel that each team begins with, whose name Teams doesn't say. */
  readonly isGeneral?: boolean | undefined;
}

const mostName = 40;

/** A conversation's name, for places that don't read markdown; where none is known, what kind of conversation it is. */
export function conversationName(
  { kind, name = '', teamName = '', isGeneral = false }: NamedConversation,
  { statusReport: { conversations } }: Words,
): Literal {
  const own = literal(name, mostName);
  if (kind !== 'channel') return own || conversations[kind];
  const team = literal(teamName, mostName);
  if (team === '') return own || conversations.channel;
  if (own === '' && !isGeneral) return conversations.channelIn({ team });
  return conversations.channelOf({ team, channel: own || conversations.general });
}
