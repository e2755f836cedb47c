// The compiler keeps foreign text and Markdown where they show as intended: each line below it refuses.
import assert from 'node:assert/strict';
import type { Message } from '../../../src/views/render/message.js';
import { bare, dayAndTime, joined, literal, phrase } from '../../../src/views/render/text.js';
import type { Button } from '../../../src/views/render/verbs.js';
import { en } from '../../../src/views/words/en/index.js';
import type { Literal, Markdown, Text } from '../../../src/views/words/text-types.js';
import { now } from '../../support/builders.js';
import { files, read } from '../../support/source-files.js';

const foreign: string = ['[Contoso]', '(https://evil.example)'].join('');
const inItsPlace: readonly unknown[] = [
  en.approval.title({ tenant: literal(foreign) }) satisfies Literal,
  en.tenantList.asOf({ time: dayAndTime(now) }) satisfies Markdown,
  phrase`${en.statuses.approved} ${bare(foreign)}` satisfies Text,
  joined([en.statuses.approved, literal(foreign)]) satisfies Literal,
];

/** Never called: what the compiler would let through here fails the type check, as an expectation that isn't met. */
const refused = (): readonly unknown[] => [
  // @ts-expect-error foreign text as it is
  en.approval.title({ tenant: foreign }),
  // @ts-expect-error escaped twice
  literal(literal(foreign)),
  // @ts-expect-error text of a text block, of which some is foreign
  en.approval.title({ tenant: literal(foreign) }) satisfies Markdown,
  // @ts-expect-error a date that only text blocks write, in a title
  dayAndTime(now) satisfies Button['title'],
  // @ts-expect-error a date that only text blocks write, beside a name
  phrase`${literal(foreign)} · ${dayAndTime(now)}`,
  // @ts-expect-error the line of a message as it is
  [foreign] satisfies Message['lines'],
  // @ts-expect-error a missing argument
  en.approval.title({}),
  // @ts-expect-error a surplus one
  en.approval.title({ tenant: literal(foreign), more: literal(foreign) }),
];

describe('the kinds of texts', () => {
  it('let through what is in its place, and the rest only as errors that are expected', () => {
    assert.equal(inItsPlace.length, 4);
    assert.equal(typeof refused, 'function');
  });

  it('are given in two files only', () => {
    const giving = files.filter((file) => /\bas (?:Literal|Markdown|Text|Kinds|WithKinds)\b/.test(read(`src/${file}`)));
    assert.deepEqual(giving.sort(), ['views/render/text.ts', 'views/words/text-types.ts']);
  });
});
