// A person who searches for tenants while writing in a chat, and the card that they insert there.
import assert from 'node:assert/strict';
import type { Verb } from '../../src/views/render/verbs.js';
import { buttonFor, inputsOf } from './card-reading.js';
import type { Chat } from './fake-teams.js';

/** A tenant among the results. */
export interface FoundRow {
  readonly preview: { readonly title: string; readonly subtitle: string; readonly text: string };
  readonly card: unknown;
}

/** What Teams shows of an answer: a sentence, or results. */
export interface Found {
  readonly text: string | undefined;
  readonly rows: readonly FoundRow[];
}

interface Attachment {
  readonly contentType: string;
  readonly content: unknown;
  readonly preview: { readonly contentType: string; readonly content: FoundRow['preview'] };
}

/** The answer as Teams takes it; anything else it shows as a failure of the app. */
export function foundIn({ status, body }: { readonly status: number; readonly body: unknown }): Found {
  assert.equal(status, 200);
  const { composeExtension } = body as {
    composeExtension: { type: string; text?: string; attachmentLayout?: string; attachments?: readonly Attachment[] };
  };
  const { type, text, attachmentLayout, attachments = [] } = composeExtension;
  if (type === 'message') return { text: text ?? assert.fail('a message without a text'), rows: [] };
  assert.equal(type, 'result');
  assert.equal(attachmentLayout, 'list');
  const rows = attachments.map(({ contentType, content, preview }) => {
    assert.equal(contentType, 'application/vnd.microsoft.card.adaptive');
    // Teams shows no result whose preview is an Adaptive Card.
    assert.equal(preview.contentType, 'application/vnd.microsoft.card.thumbnail');
    return { preview: preview.content, card: content };
  });
  return { text: undefined, rows };
}

/** Searches and inserted cards in a chat. */
export function searchIn(chat: Chat) {
  const asks = async (parameters: unknown, queryOptions: unknown = { skip: 0, count: 25 }): Promise<Found> => {
    const value = { commandId: 'tenants', parameters, queryOptions };
    return foundIn(await chat.invokes('composeExtension/query', value));
  };
  const acts = async (action: object, trigger: 'manual' | 'automatic'): Promise<unknown> => {
    const { status, body } = await chat.invokes('adaptiveCard/action', { action, trigger }, 'their-message');
    assert.equal(status, 200);
    const { statusCode, value } = body as { statusCode: number; value: unknown };
    assert.equal(statusCode, 200, JSON.stringify(value));
    return value;
  };
  return {
    /** The box is opened, and nothing typed yet. */
    begins: () => asks([{ name: 'initialRun', value: 'true' }]),
    types: (query: string, part: { readonly skip?: number; readonly count?: number } = {}) =>
      asks([{ name: 'query', value: query }], { skip: 0, count: 25, ...part }),
    asks,
    /** The person's client draws the card anew, since they look at it. */
    refreshes: (card: unknown): Promise<unknown> => {
      const { refresh } = card as { refresh: { action: { verb: string; data: unknown } } };
      return acts({ type: 'Action.Execute', ...refresh.action }, 'automatic');
    },
    /** A button of the card, or of what it has become for this person. */
    presses: (card: unknown, verb: Verb): Promise<unknown> => {
      const { data } = buttonFor(card, verb) ?? assert.fail(`there is no button ${verb}`);
      return acts({ type: 'Action.Execute', verb, data: { ...data, ...inputsOf(card) } }, 'manual');
    },
  };
}
