// What Teams says of the person who has sent an activity.
import { TeamsInfo } from 'botbuilder';
import type { ConnectorClient } from 'botframework-connector';
import type { Store } from '../../operations/ports/store.js';
import { ownChatOf } from '../turn/own-chat.js';
import { actorOf } from '../turn/teams-activity.js';
import type { AskMember, Member } from './admission.js';

// Where the bot isn't, Teams says nothing about who is there; a person may search from there all the same.
// @see https://learn.microsoft.com/microsoftteams/platform/bots/build-conversational-capability (checked 2026-11-28)
const botIsNotThere: readonly unknown[] = ['BotNotInConversationRoster', 'ConversationNotFound'];

/** The connector's answer about the sender: as a member of the conversation, or, where the bot isn't in it, of their own chat with the bot. */
export function askTeams(store: Pick<Store, 'conversations'>): AskMember {
  return async (context) => {
    const { activity, adapter, turnState } = context;
    try {
      return await TeamsInfo.getMember(context, activity.from.id);
    } catch (error) {
      const isElsewhere = error instanceof Error && 'code' in error && botIsNotThere.includes(error.code);
      const ownChat = isElsewhere ? ownChatOf(actorOf(activity).id, store) : undefined;
      const client = turnState.get<ConnectorClient>(adapter.ConnectorClientKey);
      if (!ownChat || !client) throw error;
      // The answer has more than its type says.
      return (await client.conversations.getConversationMember(ownChat.id, activity.from.id)) as Member;
    }
  };
}
