// What is loaded before Gatehouse is ready: nothing that the first answer does not need.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { builtBot } from './support/programs.js';
import { read, src } from './support/source-files.js';

// What `main.ts` loads at the start: the program, and what it imports once the settings are read.
const first = ['program.ts', 'app/app.ts'];

// The packages of the start, which are bundled with it. One more makes every start longer: its place is where it's first used, with
// `import()`.
const packages = [
  'adaptivecards-templating',
  'async-lock',
  'botbuilder',
  'botframework-connector',
  'fastest-levenshtein',
  'intl-messageformat',
  'jsonc-parser',
  'lowdb',
  'lru-cache',
  'luxon',
  'p-limit',
  'pino',
  'proper-lockfile',
  'restify',
  'zod',
];

// Statements that load a module; those that import types only are gone once compiled.
const loads = /^(?:import|export)\s(?!type\s)(?:[^;'"]*?\sfrom\s)?'([^']+)'/gm;
const loadedBy = (file: string) => [...read(`src/${file}`).matchAll(loads)].map(([, module = '']) => module);

/** Everything that a start loads: files of src, and packages by their names. */
function loadedAtTheStart(): { readonly files: ReadonlySet<string>; readonly packages: ReadonlySet<string> } {
  const loaded = { files: new Set<string>(), packages: new Set<string>() };
  const visit = (file: string) => {
    if (loaded.files.has(file)) return;
    loaded.files.add(file);
    for (const module of loadedBy(file)) {
      if (module.startsWith('.')) visit(relative(src, resolve(src, dirname(file), module)).replace(/\.js$/, '.ts'));
      else if (!module.startsWith('node:')) loaded.packages.add(module);
    }
  };
  for (const file of first) visit(file);
  return loaded;
}

describe('a start', () => {
  const loaded = loadedAtTheStart();

  it('loads these packages, and no other before it is ready', () => {
    assert.deepEqual([...loaded.packages].sort(), packages);
  });

  it('has these packages bundled, and no other', () => {
    const [, bundled = ''] = /librariesOfTheStart = \[(.*?)\]/s.exec(read('scripts/bundle.mjs')) ?? [];
    assert.deepEqual(
      [...bundled.matchAll(/'(.+)'/g)].map(([, name]) => name),
      packages,
    );
  });

  it('loads neither sandbox nor metrics nor traces nor a database', () => {
    const later = /^(?:sandbox|metrics|sign-in|setup|cli|store\/postgres)\/|^tracing\/tracing/;
    assert.deepEqual(
      [...loaded.files].filter((file) => later.test(file)),
      [],
    );
  });

  it('is followed from main.ts, which has nothing else in it', () => {
    assert.deepEqual(
      loadedBy('main.ts').filter((module) => !module.startsWith('node:')),
      [],
    );
    assert.match(read('src/main.ts'), /import\('\.\/program\.js'\)/);
    assert.match(read('src/program.ts'), /import\('\.\/app\/app\.js'\)/);
    assert.ok(loaded.files.has('bot/conversation/teams-bot.ts'));
  });
});

describe('the bundle', function () {
  this.timeout(60_000);

  // A library of the older form has one part, its default, when it's loaded later: what else is taken of it is `undefined`.
  const texts = new Map<string, string>();
  before(() => {
    const folder = join(dirname(builtBot()), 'bundle');
    for (const name of readdirSync(folder)) texts.set(name, readFileSync(join(folder, name), 'utf8'));
  });

  // V8 keeps the text of a file with one such letter with two bytes a letter.
  it('has no letter that takes more than a byte', () => {
    const programs = [...texts].filter(([name]) => name.endsWith('.js'));
    assert.ok(programs.length > 10);
    const wide = programs.filter(([, text]) => /[^\0-\x7F]/.test(text)).map(([name]) => name);
    assert.deepEqual(wide, []);
  });

  it('has every part that is taken of what is loaded later', () => {
    const taken = [...texts].flatMap(([name, text]) => partsTaken(text).map((part) => ({ ...part, by: name })));
    assert.ok(
      taken.some(({ part }) => part === 'HTTPMessageHandler') && taken.length > 15,
      `${taken.length} are taken`,
    );
    const missing = taken.filter(({ part, from }) => !partsOf(texts.get(from) ?? '').has(part));
    assert.deepEqual(missing, []);
  });
});

const importLater = String.raw`await import\("\./([^"]+)"\)`;

function partsTaken(text: string): readonly { readonly part: string; readonly from: string }[] {
  const several = [...text.matchAll(new RegExp(String.raw`\{([^{}]*)\}=${importLater}`, 'g'))].flatMap(
    ([, parts = '', from = '']) => parts.split(',').map((part) => ({ part: (part.split(':')[0] ?? '').trim(), from })),
  );
  const one = [...text.matchAll(new RegExp(String.raw`\(${importLater}\)\.(\w+)`, 'g'))].map(
    ([, from = '', part = '']) => ({ part, from }),
  );
  return [...several, ...one];
}

/** The names that a module of the bundle exports. */
function partsOf(text: string): ReadonlySet<string> {
  const [, exported = ''] = /\bexport\{([^}]*)\};\s*\/[*/]/.exec(text) ?? [];
  return new Set(exported.split(',').map((part) => (part.split(' as ').at(-1) ?? '').trim()));
}
