// What all cards about an offboarding share.
import { frameOf, type ViewContext } from '../render/context.js';
import { type Card, render } from '../render/templates.js';
import type { Button } from '../render/verbs.js';
import type { TaskRow } from './task-rows.js';

/** A line of label, name and date; the name is for a text run, the date for a text block. */
export interface OffboardingCardFact {
  readonly label: string;
  readonly text: string;
  readonly date: string;
}

/** The content of such a card. Headline, notice and title are for text runs, sentences and `ways` for text blocks. */
export interface OffboardingCardParts {
  readonly title: string;
  readonly sentences: readonly string[];
  readonly actions: readonly Button[];
  readonly headline?: string | undefined;
  readonly notice?: string | undefined;
  readonly domain?: string;
  readonly stage?: string;
  readonly colour?: string;
  readonly facts?: readonly OffboardingCardFact[];
  readonly plannedWords?: string;
  readonly tasks?: readonly TaskRow[];
  readonly more?: string;
  /** How a requested file gets to the person. */
  readonly ways?: string;
  readonly links?: readonly object[];
  /** A choice of languages for a file. */
  readonly languageLabel?: string;
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
  { headline = '', notice = '', ...parts }: OffboardingCardParts,
  about: { readonly tenantId: string; readonly fallbackText: string },
  context: ViewContext,
): Card {
  const { tenantId, fallbackText } = about;
  return render('offboarding', { ...nothing, ...parts, headline, notice }, frameOf(context, fallbackText, tenantId));
}
