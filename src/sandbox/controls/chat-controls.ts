// Controls of the chat.
import type { Cloud } from '../cloud.js';

/** The chat of `npm start`. */
export interface ChatControls {
  /** Sets the bot's messaging endpoint. */
  connectChat(botUrl: string): void;
  /** Chooses the person who speaks in the chat. @throws Refusal for an unknown one */
  speakAs(personId: string): void;
}

/** The controls of one cloud's chat. */
export function chatControls({ chat }: Cloud): ChatControls {
  return {
    connectChat(botUrl) {
      chat.connect(botUrl);
    },
    speakAs(personId) {
      chat.speakAs(personId);
    },
  };
}
