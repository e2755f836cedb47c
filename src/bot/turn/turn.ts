// A turn: who says or presses something, where, and what the bot replies.

import type { Person } from '../../domain/person.js';
import type { Instant } from '../../domain/time.js';
import type { Language } from '../../views/catalogue.js';
import type { Card } from '../../views/render/templates.js';
import type { Literal } from '../../views/words/text-types.js';
import type { AnswerTime } from './answer-time.js';
import type { PostedView } from './posted-view.js';

/** A file that a person has attached to a message in their own chat. What a client says of it is a claim. */
export interface AttachedFile {
  readonly name: string;
  /** Opens the file, without a sign-in, for some minutes. */
  readonly downloadUrl: string;
}

/** A person whom a message mentions, as Teams knows them. */
export interface MentionedPerson {
  readonly teamsId: string;
  readonly name: string;
}

/** One thing that a person says or presses. */
export interface Turn {
  readonly actor: Person;
  /**
   * The chat or channel, without the thread. Of a click on an inserted card it's the person's own chat with the bot, or empty where
   * there's none: what comes of the click isn't for the others in the chat that the card stands in.
   */
  readonly conversationId: string;
  readonly correlationId: string;
  /** The language of the answer: that of the conversation. */
  readonly language: Language;
  /** As of when is known what the answer tells, since the store can't be brought up to date. Absent: now. */
  readonly knownAsOf?: Instant | undefined;
  /** Whether the person is alone with the bot. */
  readonly isPersonal: boolean;
  /** Whether the client asks by itself, and no person has pressed anything. */
  readonly isAutomatic: boolean;
  /** IANA name of the time zone of the person's Teams app. Absent: it doesn't say. */
  readonly zone?: string | undefined;
  /** The file that came with the message. Absent: none did. */
  readonly attached?: AttachedFile | undefined;
  /** The first person whom the message mentions besides the bot. Absent: none. */
  readonly mentioned?: MentionedPerson | undefined;
  /** Whether the card that was clicked is one that a person inserted into a message of their own. Absent: it isn't. */
  readonly isInserted?: true | undefined;
  /** What is left for the answer. */
  readonly time: AnswerTime;
}

/** What the bot answers. */
export interface Reply {
  readonly card: Card;
  /** One line for a phone's lock screen. */
  readonly summary: Literal;
  /** Absent: the card stays as it is for good. */
  readonly view?: PostedView | undefined;
  /** Whether the change must be drawn for the others too; absent: only the person who asked sees it. */
  readonly othersMustSee?: boolean;
}
