// What a person sees on a card, and what they can press. Buttons go by their verb and words by what they mean, so that
// a sentence that is written anew breaks no test that isn't about it.
import { type Status, statuses } from '../../src/domain/tenant/status.js';
import { styleOf } from '../../src/views/explain/status-style.js';
import type { ActionData, Verb } from '../../src/views/render/verbs.js';
import { en } from '../../src/views/words/en/index.js';

/** A button or anything else on a card that does something. */
export interface Pressable {
  readonly type: string;
  readonly title?: string;
  readonly tooltip?: string;
  readonly verb?: string;
  readonly url?: string;
  readonly data?: Record<string, unknown>;
}

/** Every object in a card, from top to bottom. */
export function* parts(value: unknown): Generator<Record<string, unknown>> {
  if (Array.isArray(value)) for (const each of value) yield* parts(each);
  else if (typeof value === 'object' && value !== null) {
    yield value as Record<string, unknown>;
    for (const [key, each] of Object.entries(value)) if (key !== 'data') yield* parts(each);
  }
}

/** All texts of a card, one per line, as a person reads them. */
export function textOf(card: unknown): string {
  return [...parts(card)]
    .flatMap(({ type, text }) =>
      (type === 'TextBlock' || type === 'TextRun') && typeof text === 'string' ? [text] : [],
    )
    .join('\n');
}

/** Everything that can be pressed. */
export function pressables(card: unknown): readonly Pressable[] {
  return [...parts(card)].filter(
    (part): part is Pressable & Record<string, unknown> =>
      typeof part.type === 'string' && part.type.startsWith('Action.'),
  );
}

/** The titles of the buttons, in order. */
export function buttonsOf(card: unknown): readonly string[] {
  return pressables(card).map(({ title }) => title ?? '');
}

/** The verbs that a card offers, each once, in the order of their buttons. */
export function verbsOf(card: unknown): readonly string[] {
  return [...new Set(pressables(card).flatMap(({ verb }) => verb ?? []))];
}

/** The verbs of the buttons, in their order; what a client does by itself and the page of a link are not among them. */
export function buttonVerbs(card: unknown): readonly string[] {
  return shownPressables(card).flatMap(({ verb }) => (verb === undefined ? [] : [verb]));
}

/** The addresses that a card opens, in their order. */
export function linksOf(card: unknown): readonly string[] {
  return pressables(card).flatMap(({ url }) => (url === undefined ? [] : [url]));
}

/** Which button of a card: `name` and `data` tell those with the same verb apart. */
export interface WhichButton {
  readonly verb: Verb;
  /** Of the tenant that it is about, as a screen reader says it. */
  readonly name?: string;
  /** Some of what goes back with it. */
  readonly data?: Partial<ActionData>;
  /** The input that it stands in. */
  readonly input?: string;
}

/** The first button that is meant; `undefined`: there is none. */
export function buttonFor(card: unknown, which: Verb | WhichButton): Pressable | undefined {
  const { verb, name = '', data = {}, input } = typeof which === 'string' ? { verb: which } : which;
  const among = input === undefined ? card : [...parts(card)].find(({ id }) => id === input);
  return shownPressables(among).find(
    (each) =>
      each.verb === verb &&
      (each.tooltip ?? each.title ?? '').includes(name) &&
      Object.entries(data).every(([key, value]) => each.data?.[key] === value),
  );
}

/** What can be pressed, without what a client does by itself. */
function shownPressables(card: unknown): readonly Pressable[] {
  return pressables(typeof card === 'object' && card !== null ? { ...card, refresh: undefined } : card);
}

/** The statuses that a card shows, each with its icon and in its own text, from the top to the bottom. */
export function statusesOn(card: unknown): readonly Status[] {
  return textOf(card)
    .split('\n')
    .flatMap((line) => {
      const shown = statuses.find((status) => {
        const { icon, word } = styleOf(status, en);
        return line === `${icon} ${word}` || line.startsWith(`${icon} ${word} ·`);
      });
      return shown === undefined ? [] : [shown];
    });
}

/** Which rows a page shows, and of how many: "1–10 of 10,000" in whatever words; `undefined` where it does not say. */
export function rangeOn(card: unknown): readonly number[] | undefined {
  const line = textOf(card)
    .split('\n')
    .find((each) => /^[\d,]+–[\d,]+\D/.test(each));
  return line?.match(/\d[\d,]*/g)?.map((number) => Number(number.replaceAll(',', '')));
}

/** The values of inputs before anyone types. */
export function inputsOf(card: unknown): Record<string, unknown> {
  const inputs = [...parts(card)].filter(({ type }) => typeof type === 'string' && type.startsWith('Input.'));
  return Object.fromEntries(inputs.map(({ id, value = '' }) => [String(id), value]));
}
