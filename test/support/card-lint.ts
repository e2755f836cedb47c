// Checks that every Teams client shows a card, and that everyone can use it.
import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { verbs } from '../../src/views/render/verbs.js';
import { parts, pressables } from './card-reading.js';

// The package's ES module build doesn't load in Node; its bundle does.
const { AdaptiveCard, SerializationContext, Version } = createRequire(import.meta.url)(
  'adaptivecards/dist/adaptivecards.js',
) as {
  AdaptiveCard: new () => { parse(json: unknown, context: unknown): void };
  SerializationContext: new (
    version: unknown,
  ) => { eventCount: number; getEventAt(index: number): { message: string } };
  Version: { parse(text: string, context: unknown): unknown };
};

/** The largest message of a bot, as Teams counts: two bytes a character. */
const mostBytes = 28 * 1024;
const mostPrimaryActions = 6;
const charts = ['HorizontalBar.Stacked', 'VerticalBar', 'HorizontalBar', 'Line'].map((kind) => `Chart.${kind}`);
/** Elements newer than the schema version, which need a fallback. */
const newer = [
  'CodeBlock',
  'Badge',
  'Icon',
  'ProgressBar',
  'ProgressRing',
  'Carousel',
  'CompoundButton',
  'Rating',
  ...charts,
];

/** Fails with what's wrong with a card. */
export function assertGoodCard(card: unknown): void {
  const { version, type, lang, fallbackText } = card as Record<string, unknown>;
  assert.equal(type, 'AdaptiveCard');
  assert.equal(version, '1.5');
  assert.equal(lang, 'en');
  assert.ok(typeof fallbackText === 'string' && fallbackText !== '');
  assert.ok(JSON.stringify(card).length * 2 < mostBytes, `${JSON.stringify(card).length * 2} bytes`);
  assertParses(card);
  for (const part of parts(card)) {
    const name = String(part.type ?? '');
    // Yellow on white in Teams' light theme.
    assert.notEqual(String(part.color).toLowerCase(), 'warning', `can’t be read: ${JSON.stringify(part)}`);
    if (newer.includes(name)) assert.ok(part.fallback, `${name} has no fallback`);
    if (name === 'ActionSet') {
      const { length } = (part.actions as { mode?: string }[]).filter(({ mode }) => mode !== 'secondary');
      assert.ok(length > 0 && length <= mostPrimaryActions, `${length} actions in one set`);
    }
    if (name === 'TextBlock') assert.equal(typeof part.text, 'string');
    if (name === 'TextBlock') assert.equal(part.wrap, true, `cut off on a phone: ${part.text}`);
  }
  assertActions(card);
}

function assertActions(card: unknown): void {
  const said = pressables(card).map((action) => {
    if (action.type === 'Action.OpenUrl') {
      assert.match(String(action.url), /^https?:\/\//);
      return undefined;
    }
    assert.equal(action.type, 'Action.Execute');
    assert.ok(
      verbs.some((verb) => verb === action.verb),
      `unknown verb ${action.verb}`,
    );
    assert.ok(action.title !== undefined && action.title !== '');
    const meaning = action.tooltip ?? action.title;
    assert.match(meaning, / /, `“${meaning}” says too little to a screen reader`);
    return meaning;
  });
  const told = said.filter((each) => each !== undefined);
  // The same row may be opened by its name and by its button; nothing else may be told twice.
  const twice = told.filter((each, index) => told.indexOf(each) !== index && !each.startsWith('Open: '));
  assert.deepEqual(twice, []);
}

// The reference renderer reports unknown elements, wrong values and missing or repeated ids.
function assertParses(card: unknown): void {
  const plain = JSON.parse(JSON.stringify(card, (_, value) => (newer.includes(value?.type) ? value.fallback : value)));
  const context = new SerializationContext(Version.parse('1.5', new SerializationContext(undefined)));
  new AdaptiveCard().parse(plain, context);
  const complaints = Array.from({ length: context.eventCount }, (_, index) => context.getEventAt(index).message)
    // Clients that don't know it leave it out.
    .filter((message) => !message.startsWith('Property "choices.data" is supported in version 1.6'))
    // The renderer remembers where its last search for a language ended, and so rejects every second one.
    .filter((message) => message !== 'Invalid value "en" for property "lang".');
  assert.deepEqual(complaints, []);
}
