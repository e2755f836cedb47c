// Golden texts: all that a card says and offers, word for word, in `test/views/golden`. After a change of words,
// `GOLDEN=write npx mocha test/views` writes them anew, and the diff is what has to be read.
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { pressables, textOf } from './card-reading.js';

const isWriting = process.env.GOLDEN === 'write';

/** Holds what is shown to `test/views/golden/<name>.txt`, one section for each situation. */
export function goldenIn(name: string): (situation: string, shown: unknown) => void {
  const file = new URL(`../views/golden/${name}.txt`, import.meta.url);
  const held = isWriting ? new Map<string, string>() : sectionsOf(readFileSync(file, 'utf8'));
  const seen = new Set<string>();
  return (situation, shown) => {
    const text = (typeof shown === 'string' ? shown : readingOf(shown)).trim();
    assert.ok(!seen.has(situation), `two golden texts are called ${situation}`);
    seen.add(situation);
    if (isWriting) {
      held.set(situation, text);
      writeFileSync(file, [...held].map(([title, each]) => `${mark}${title}\n${each}\n`).join('\n'));
    }
    assert.equal(text, held.get(situation), situation);
  };
}

const mark = '=== ';

function sectionsOf(text: string): Map<string, string> {
  const sections = text
    .replaceAll('\r\n', '\n')
    .split(new RegExp(`^${mark}`, 'm'))
    .slice(1);
  return new Map(
    sections.map((each) => {
      const end = each.indexOf('\n');
      return [each.slice(0, end), each.slice(end).trim()];
    }),
  );
}

/** The texts of a card, then what can be pressed. */
function readingOf(card: unknown): string {
  const buttons = pressables(card).map(({ type, title = type, verb, url }) => `[${title}] ${verb ?? url ?? ''}`.trim());
  return [textOf(card), ...buttons].join('\n');
}
