// What a person sees on a card and can press.

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

/** The values of inputs before anyone types. */
export function inputsOf(card: unknown): Record<string, unknown> {
  const inputs = [...parts(card)].filter(({ type }) => typeof type === 'string' && type.startsWith('Input.'));
  return Object.fromEntries(inputs.map(({ id, value = '' }) => [String(id), value]));
}
