// What all cards about an offboarding share.

import { type EarlierNews, earlierNewsLine } from '../explain/notices.js';
import { frameOf, type ViewContext } from '../render/context.js';
import { type Card, render } from '../render/templates.js';
import type { Button } from '../render/verbs.js';
import type { Literal, Markdown, Text } from '../words/text-types.js';
import type { TaskRow } from './task-rows.js';

/** A link to a file. */
export interface FileLink {
  readonly title: Text;
  readonly tooltip: Literal;
  readonly url: string;
}

/** A line of label, name and date; the name is for a text run, the date for a text block. */
export interface OffboardingCardFact {
  readonly label: Text;
  readonly text: Literal;
  readonly date: Markdown;
}

/** The content of such a card. Headline, notice and title are for text runs, sentences and `ways` for text blocks. */
export interface OffboardingCardParts {
  readonly title: Literal;
  readonly sentences: readonly Markdown[];
  readonly actions: readonly Button[];
  readonly headline?: Literal | undefined;
  readonly told?: EarlierNews | undefined;
  readonly notice?: Literal | undefined;
  readonly domain?: Literal;
  readonly stage?: Text;
  readonly colour?: string;
  readonly facts?: readonly OffboardingCardFact[];
  readonly plannedWords?: Text;
  readonly tasks?: readonly TaskRow[];
  readonly more?: Text;
  /** How a requested file gets to the person. */
  readonly ways?: Markdown;
  readonly links?: readonly FileLink[];
  /** A choice of languages for a file. */
  readonly languageLabel?: Text;
  readonly language?: string;
  readonly languages?: readonly { readonly title: string; readonly value: string }[];
}

const nothing = {
  domain: '',
  stage: '',
  colour: 'default',
  facts: [],
  plannedWords: '',
  tasks: [],
  more: '',
  ways: '',
  links: [],
  languageLabel: '',
  language: '',
  languages: [],
} as const;

/** The card. `fallbackText`: for clients that show no cards. */
export function drawOffboardingCard(
  { headline = '', told, notice = '', ...parts }: OffboardingCardParts,
  about: { readonly tenantId: string; readonly fallbackText: Literal },
  context: ViewContext,
): Card {
  const { tenantId, fallbackText } = about;
  const lines = { headline, told: told ? earlierNewsLine(told, context.words) : '', notice };
  return render('offboarding', { ...nothing, ...parts, ...lines }, frameOf(context, fallbackText, tenantId));
}
