// What a customer reads is whole in each of its languages: all that English says, with everything that it's told.
import assert from 'node:assert/strict';
import { messageLanguages } from '../../../src/domain/message-languages.js';
import { certificateIn } from '../../../src/views/certificate/languages.js';
import { customerMessageIn, customerNoticeLetterIn } from '../../../src/views/customer-messages.js';
import { leavesOf, type Said, saidBy, unfilled } from '../../support/languages.js';

const textsIn = (language: (typeof messageLanguages)[number]) =>
  new Map(
    leavesOf({
      customerMessage: customerMessageIn(language),
      customerNoticeLetter: customerNoticeLetterIn(language),
      certificate: certificateIn(language).words,
    }).map((leaf) => [leaf.path, saidBy(leaf)] as const),
  );
const english = textsIn('en');

// Names, and what is written alike in several languages.
const names =
  /Microsoft(?: \w+)?|Gatehouse|GDAP|DAP|Azure|UTC|JSON|SHA-256|npm run [a-z:-]+|FILE|[A-Z]\w*[a-z][A-Z]\w*/g;
const alike: Readonly<Record<string, readonly string[]>> = {
  es: ['certificate.items.roles'],
  fr: ['customerMessage.roleAlone'],
};

for (const language of messageLanguages) {
  describe(`what a customer reads in ${language}`, () => {
    const said = textsIn(language);
    const where = (isTrue: (text: string, path: string, its: Said) => boolean) =>
      [...said].flatMap(([path, its]) => {
        const text = its.texts.find((each) => isTrue(each, path, its));
        return text === undefined ? [] : [`${path}: ${text}`];
      });

    it('is what English says, with every argument and no other', () => {
      assert.deepEqual([...said.keys()].sort(), [...english.keys()].sort());
      const wrong = [...english].flatMap(([path, source]) => {
        const its = said.get(path);
        const missing = [...source.uses].filter((name) => !its?.uses.has(name));
        const unknown = [...(its?.reads ?? [])].filter((name) => !source.reads.has(name));
        return [...missing.map((name) => `${path}: lacks ${name}`), ...unknown.map((name) => `${path}: has ${name}`)];
      });
      assert.deepEqual(wrong, []);
    });

    it('has no straight apostrophe or quotation mark, no brace left over and no stray space', () => {
      assert.deepEqual(
        where((text) => /['"{}]/.test(unfilled(text))),
        [],
      );
      assert.deepEqual(
        where((text, _, { gapless }) => (/ {2}/.test(text) || text !== text.trim()) && gapless.includes(text)),
        [],
      );
    });

    it('has the command of a terminal as it is typed', () => {
      const typed = certificateIn(language).words.verify.exactFile({ file: 'x.json' });
      assert.ok(typed.endsWith('npm run certificate:verify FILE'), typed);
    });

    if (language !== 'en') {
      it('is translated', () => {
        const isName = (text: string) => !/\p{L}/u.test(unfilled(text).replaceAll(names, ''));
        const same = [...english].flatMap(
          ([
            path,
            {
              texts: [source = ''],
            },
          ]) => (said.get(path)?.texts[0] === source && !isName(source) ? [path] : []),
        );
        assert.deepEqual(
          same.filter((path) => !alike[language]?.includes(path)),
          [],
        );
      });
    }
  });
}
