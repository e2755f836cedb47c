// Dates on cards have one style for days and one for moments: what makes them is in one place, and no view writes its own.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { languages, wordsIn } from '../../src/views/catalogue.js';
import { dateAndTimeInWords, dateInWords, dayAndTime } from '../../src/views/render/text.js';
import { files, read } from '../support/source-files.js';

const at = '2027-02-08T14:05:09.123Z';
const goldens = fileURLToPath(new URL('golden/', import.meta.url));
const cards = fileURLToPath(new URL('../../cards/', import.meta.url));

describe('dates', () => {
  it('are written out in each language, in UTC', () => {
    assert.deepEqual(
      languages.map((language) => dateInWords(at, wordsIn(language))),
      ['8 February 2027', '8. Februar 2027', '8 février 2027', '8 de febrero de 2027'],
    );
    assert.equal(dateInWords('2027-02-01T00:00:00Z', wordsIn('fr')), '1er février 2027');
    for (const language of languages) {
      const moment = dateAndTimeInWords(at, wordsIn(language));
      assert.ok(moment.startsWith(dateInWords(at, wordsIn(language))), moment);
      assert.match(moment, /14:05 UTC$/);
    }
  });

  it('are a moment’s only together with its time, which clients fill in where the reader is', () => {
    assert.equal(dayAndTime(at), '{{DATE(2027-02-08T14:05:09Z)}} {{TIME(2027-02-08T14:05:09Z)}}');
    for (const name of readdirSync(goldens)) {
      const text = readFileSync(`${goldens}${name}`, 'utf8');
      // Foreign text in a terminal, where nothing is filled in, has one of 2020.
      for (const [found, instant] of text.matchAll(/\{\{DATE\((?!2020)(\d{4}[^,)]*)[^}]*\}\}.{0,40}/g))
        assert.ok(found.startsWith(`{{DATE(${instant})}} {{TIME(${instant})}}`), `${name}: ${found}`);
    }
  });

  it('come from one place', () => {
    const own = /\{\{(?:DATE|TIME)\(|toLocale(?:Date|Time)|DateTimeFormat|dateStyle/;
    const places = ['views/render/text.ts', 'views/words/dates.ts'];
    const views = files.filter((path) => path.startsWith('views/') && !places.includes(path));
    assert.deepEqual(
      views.filter((path) => own.test(read(`src/${path}`))),
      [],
    );
    for (const name of readdirSync(cards)) assert.doesNotMatch(read(`cards/${name}`), own, name);
  });
});
