// README and docs name only what is there: files and headings, settings, commands; and they explain every setting.
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { usages } from '../src/cli/usage.js';
import { settings } from '../src/config/settings.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const read = (name: string) => readFileSync(join(root, name), 'utf8');
const filesIn = (folder: string, ...exts: readonly string[]) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => exts.some((ext) => name.endsWith(ext)))
    .map((name) => `${folder}/${name.replaceAll('\\', '/')}`);

const docs = filesIn('docs', '.md');
const forOperators = ['README.md', ...docs];
const pages = [
  ...forOperators,
  ...['CONTRIBUTING.md', 'ARCHITECTURE.md', 'CHANGELOG.md', 'GLOSSARY.md', 'BENCHMARKS.md'],
  ...filesIn('src', 'README.md'),
];

/** Text outside of code blocks. */
const prose = (page: string) => read(page).replaceAll(/^ *```[\s\S]*?^ *```/gm, '');

/** A heading's anchor, as GitHub makes it. */
const anchorOf = (heading: string) =>
  heading
    .replaceAll(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\p{M}\-_ ]/gu, '')
    .trim()
    .replaceAll(' ', '-');

const anchorsOf = (page: string) => [...prose(page).matchAll(/^#{1,6} (.+)$/gm)].map(([, text = '']) => anchorOf(text));

describe('README and docs', () => {
  it('link only to files and headings that there are', () => {
    assert.equal(anchorOf('3. The `npm run setup` way: a-b'), '3-the-npm-run-setup-way-a-b');
    const broken = pages.flatMap((page) =>
      [...prose(page).matchAll(/\]\((?!https?:|mailto:)([^)#\s]*)(?:#([^)\s]*))?\)/g)].flatMap(
        ([, path = '', anchor]) => {
          const target = path === '' ? page : relative(root, join(root, dirname(page), path));
          if (!existsSync(join(root, target))) return [`${page}: ${path}`];
          if (anchor === undefined || anchorsOf(target).includes(anchor)) return [];
          return [`${page}: ${path}#${anchor}`];
        },
      ),
    );
    assert.deepEqual(broken, []);
  });

  it('are there where programs, cards and settings name one', () => {
    const naming = [
      ...['src', 'scripts', 'deploy', 'test/views/golden'].flatMap((folder) =>
        filesIn(folder, '.ts', '.mjs', '.bicep', '.bicepparam', '.txt'),
      ),
      ...['Dockerfile', '.env.example'],
    ];
    const named = naming.flatMap((file) =>
      [...read(file).matchAll(/(?<![\w/-])docs\/[\w./-]*\w/g)].map(([page]) => [file, page] as const),
    );
    assert.ok(named.length > 10);
    assert.deepEqual(
      named.filter(([, page]) => !existsSync(join(root, page))),
      [],
    );
  });

  it('explain every setting, and name none that there is not', () => {
    const names = Object.values(settings).map(({ name }) => name as string);
    const pagesText = docs.map(read).join('\n');
    // A setting is explained where it stands in a table or a sentence, not only in an example.
    const explained = docs.map(prose).join('\n');
    assert.deepEqual(
      names.filter((name) => !new RegExp(`\`${name}[\`=]`).test(explained)),
      [],
    );
    const others = ['OTEL_RESOURCE_ATTRIBUTES'];
    const named = [...`${pagesText}${read('README.md')}`.matchAll(/\b(?:[A-Z]+(?:_[A-Z]+)+|MicrosoftApp\w+)\b/g)];
    assert.deepEqual(
      named.map(([name]) => name).filter((name) => !names.includes(name) && !others.includes(name)),
      [],
    );
  });

  it('name only commands that there are, each with its usage', () => {
    const { scripts } = JSON.parse(read('package.json')) as { readonly scripts: Readonly<Record<string, string>> };
    // Those that say their own usage stand beside the table.
    const withUsage = [...Object.keys(usages), 'doctor', 'sandbox'];
    const ofDevelopers = [
      'build',
      'pictures',
      'test:e2e',
      'test:crash',
      'test:replicas',
      'bench',
      'bench:replicas',
      'lint',
      'format',
      'types',
    ];
    for (const page of pages) {
      for (const [, name = ''] of read(page).matchAll(/npm run (?:--silent )?([a-z0-9:-]*[a-z0-9])/g)) {
        assert.ok(Object.hasOwn(scripts, name), `${page}: npm run ${name}`);
        if (!ofDevelopers.includes(name)) assert.ok(withUsage.includes(name), `${page}: npm run ${name}`);
      }
    }
  });

  it('start the bot with what Node is to be given, as the image and the benchmarks do', () => {
    const started = [...forOperators, 'Dockerfile', 'scripts/start.mjs', 'bench/places.ts'].flatMap((page) =>
      [...read(page).matchAll(/^.*(?:node\b[^\n]*dist\/main\.js|run\('bot'|nodeOptions: readonly).*$/gm)].map(
        ([line]) => line,
      ),
    );
    assert.ok(started.length > 7, started.join('\n'));
    for (const line of started) assert.match(line, /--max-semi-space-size=8\b/);
  });

  it('name only programs that there are, where they run without npm', () => {
    const programs = forOperators.flatMap((page) =>
      [...read(page).matchAll(/\bdist\/([\w/-]+)\.js|\bsudo gatehouse ([\w-]+)/g)].map(
        ([, file, command]) => file ?? `cli/${command}`,
      ),
    );
    assert.ok(programs.length > 10);
    assert.deepEqual(
      programs.filter((name) => !existsSync(join(root, 'src', `${name}.ts`))),
      [],
    );
  });
});
