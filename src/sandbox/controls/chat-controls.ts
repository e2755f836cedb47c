// What can be changed about the chat that comes along with the sandbox?
import type { Cloud } from '../cloud.js';

/** The chat of `npm start`. */
export interface ChatControls {
  /** Where the bot takes what is said in the chat. */
  connectChat(botUrl: string): void;
  /** Who says and presses what is said and pressed there. Throws a `Refusal` for somebody unknown. */
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
