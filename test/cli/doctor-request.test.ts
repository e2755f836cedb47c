// In which language the doctor answers, and which arguments it takes.

import assert from 'node:assert/strict';
import { readDoctorRequest } from '../../src/cli/doctor-request.js';
import { languages, wordsIn } from '../../src/views/catalogue.js';
import { literal } from '../../src/views/render/text.js';
import { DoctorBench } from '../support/doctor-bench.js';

const { en, de, es } = { en: wordsIn('en'), de: wordsIn('de'), es: wordsIn('es') };

describe('the doctor’s language', () => {
  const spoken = (environment: Readonly<Record<string, string>>, ...args: readonly string[]) =>
    readDoctorRequest(args, environment).language;

  it('is the terminal’s, by the order of POSIX', () => {
    assert.equal(spoken({ LANG: 'de_DE.UTF-8' }), 'de');
    assert.equal(spoken({ LANG: 'de_DE.UTF-8', LC_MESSAGES: 'fr_CA' }), 'fr');
    assert.equal(spoken({ LANG: 'de_DE.UTF-8', LC_MESSAGES: 'fr_CA', LC_ALL: 'es' }), 'es');
    assert.equal(spoken({ LANG: 'de@euro', LC_MESSAGES: '', LC_ALL: '' }), 'de');
  });

  it('is English where the terminal says nothing, or a language that isn’t spoken', () => {
    assert.equal(spoken({}), 'en');
    for (const locale of ['C', 'C.UTF-8', 'POSIX', 'it_IT.UTF-8', 'den', '.'])
      assert.equal(spoken({ LC_ALL: locale, LANG: 'de_DE.UTF-8' }), 'en', locale);
  });

  it('is the one that it’s asked for, in either way to ask', () => {
    assert.equal(spoken({ LC_ALL: 'de_DE' }, '--language', 'fr'), 'fr');
    assert.equal(spoken({}, '--language=es-MX'), 'es');
  });

  it('is that of everything it found', async () => {
    const bench = await DoctorBench.open();
    try {
      bench.environment.ADMINS = '';
      for (const language of languages) {
        const { text } = await bench.doctor('v20.20.2', language);
        const { titles, findings, sums } = wordsIn(language).checkup;
        assert.ok(
          text.includes(`${titles.nodeVersion}: ${findings.nodeEnded.found({ version: literal('v20.20.2') })}`),
          text,
        );
        assert.ok(text.includes(`   → ${findings.nodeEnded.cure}`), text);
        assert.match(text, new RegExp(`1 ${sums.warning}, \\d+ ${sums.good}\\.\\n$`));
      }
    } finally {
      await bench.close();
    }
  });
});

describe('the doctor’s arguments', () => {
  it('may ask how to use it, which it says with the languages that it speaks besides', () => {
    for (const args of [['--help'], ['-h'], ['--fix', '-h']]) {
      const { usage = '', mistake } = readDoctorRequest(args, {});
      assert.equal(mistake, undefined);
      assert.match(usage, /^npm run doctor +checks .*\nnpm run doctor -- --language CODE .*: de \(Deutsch\), fr /);
    }
    assert.ok(readDoctorRequest(['-h', '--language', 'es'], {}).usage?.includes(es.doctor.changesNothing));
  });

  it('are refused where they’re unknown, by name', () => {
    const { mistake, usage } = readDoctorRequest(['--fix'], { LANG: 'de' });
    assert.equal(mistake, de.doctor.unknownArgument({ argument: literal('--fix') }));
    assert.ok(usage?.includes(de.doctor.changesNothing));
    for (const argument of ['now', '-x'])
      assert.equal(
        readDoctorRequest([argument], {}).mistake,
        en.doctor.unknownArgument({ argument: literal(argument) }),
      );
  });

  it('are refused for a language that isn’t spoken, with those that are', () => {
    const names = languages.map((language) => `${language} (${wordsIn(language).language.name})`).join(', ');
    assert.match(names, /^en \(English\), de \(Deutsch\), /);
    for (const args of [['--language', 'tlh'], ['--language'], ['--language', '']])
      assert.equal(readDoctorRequest(args, {}).mistake, en.doctor.unknownLanguage({ languages: literal(names) }));
  });
});
