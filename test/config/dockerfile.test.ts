// The Dockerfile keeps its promises, as far as reading it shows: tests run without Docker.
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Setting } from '../../src/config/setting.js';
import { settings } from '../../src/config/settings.js';

const table: readonly Setting[] = Object.values(settings);
const root = fileURLToPath(new URL('../..', import.meta.url));
const read = (name: string) => readFileSync(`${root}/${name}`, 'utf8');

/** The instructions, each in one line, with the stage that they belong to. */
const instructions = (() => {
  const lines = read('Dockerfile').replaceAll('\\\n', ' ').split('\n');
  let stage = -1;
  return lines
    .filter((line) => /^[A-Z]/.test(line))
    .map((line) => {
      const [, word = '', rest = ''] = /^(\w+)\s+(.*)$/.exec(line) ?? [];
      if (word === 'FROM') stage += 1;
      return { stage, word, rest };
    });
})();
const last = Math.max(...instructions.map(({ stage }) => stage));
const inLast = (wanted: string) => instructions.filter(({ stage, word }) => stage === last && word === wanted);

describe('the Dockerfile', () => {
  it('copies what there is, and what .dockerignore lets through', () => {
    const patterns = read('.dockerignore')
      .split('\n')
      .filter((line) => line !== '' && !line.startsWith('#'));
    assert.equal(patterns[0], '*');
    const isLetThrough = (path: string) => patterns.includes(`!${path}`);
    const sources = instructions
      .filter(({ word, rest }) => word === 'COPY' && !rest.startsWith('--from'))
      .flatMap(({ rest }) => rest.split(/\s+/).slice(0, -1));
    assert.ok(sources.length >= 8);
    for (const source of sources) {
      assert.ok(existsSync(`${root}/${source}`), source);
      assert.ok(isLetThrough(source), `.dockerignore keeps ${source} out`);
    }
    // Nothing is let through that is not copied, so no secret can get into the build.
    const through = patterns.filter((each) => each.startsWith('!')).map((each) => each.slice(1));
    for (const path of through)
      assert.ok(
        sources.some((source) => source.startsWith(path)),
        path,
      );
  });

  it('has every folder beside the code that the code reads', () => {
    const copied = inLast('COPY').map(({ rest }) => rest.split(/\s+/)[0]);
    const sources = readdirSync(`${root}/src`, { recursive: true, encoding: 'utf8' }).filter((name) =>
      name.endsWith('.ts'),
    );
    const folders = sources.flatMap((name) =>
      [...read(`src/${name}`).matchAll(/new URL\('(?:\.\.\/)+([\w-]+)\//g)].map(([, folder]) => folder),
    );
    assert.ok(folders.length > 0);
    for (const folder of folders) assert.ok(copied.includes(folder), folder);
  });

  it('takes from the build only what is made there', () => {
    const taken = inLast('COPY').flatMap(({ rest }) => /^--from=build \/app\/(\S+)/.exec(rest)?.[1] ?? []);
    assert.deepEqual(taken, ['package.json', 'node_modules', 'dist']);
  });

  it('runs as somebody who is not root, without a shell in between, and keeps its data in a volume', () => {
    assert.deepEqual(
      inLast('USER').map(({ rest }) => rest),
      ['1000:1000'],
    );
    assert.deepEqual(
      inLast('CMD').map(({ rest }) => JSON.parse(rest)),
      [['node', '--max-semi-space-size=8', 'dist/main.js']],
    );
    assert.deepEqual(
      inLast('VOLUME').map(({ rest }) => rest),
      ['/data'],
    );
    const order = instructions.map(({ stage, word }) => `${stage} ${word}`);
    assert.ok(order.lastIndexOf(`${last} RUN`) < order.indexOf(`${last} USER`));
  });

  it('sets nothing but settings, and no secret', () => {
    const names = inLast('ENV').flatMap(({ rest }) => [...rest.matchAll(/(\w+)=/g)].map(([, name]) => name ?? ''));
    assert.deepEqual(names, ['HOST', 'PORT', 'DATA_DIR']);
    for (const name of names) {
      const setting = table.find((each) => each.name === name) ?? assert.fail(name);
      assert.ok(!setting.isSecret, name);
    }
    assert.equal(instructions.filter(({ word }) => word === 'ARG').length, 0);
  });

  it('asks for health where the bot tells of it', () => {
    const [check] = inLast('HEALTHCHECK');
    const [, , script] = JSON.parse(check?.rest.replace(/^.*?CMD /, '') ?? '') as string[];
    assert.match(script ?? '', /127\.0\.0\.1:\$\{process\.env\.PORT\}\/healthz/);
    assert.doesNotThrow(() => new Function(script ?? ''));
  });

  it('runs on a Node that the product is tried on', () => {
    const images = instructions.filter(({ word }) => word === 'FROM').map(({ rest }) => rest.split(' ')[0]);
    assert.deepEqual([...new Set(images)], ['node:24.21.0-bookworm-slim']);
    assert.match(read('.github/workflows/ci.yml'), /node: \[.*\b24\.21\.0\b.*\]/);
  });

  it('takes every image and action in one exact version, in CI and in Azure too', () => {
    const text = [read('Dockerfile'), read('deploy/main.bicep')].join('\n');
    const images = [...text.matchAll(/(?:^FROM |image: ')(\w[^\s']*)/gm)].map(([, image]) => image ?? '');
    assert.ok(images.length >= 3);
    for (const image of images) assert.match(image, /:\d+\.\d+\.\d+(?:-[\w.-]+)?(?:@sha256:[0-9a-f]{64})?$/);
    const ci = read('.github/workflows/ci.yml');
    const actions = [...ci.matchAll(/uses: (\S+)/g)].map(([, action]) => action ?? '');
    assert.ok(actions.length >= 2);
    for (const action of actions) assert.match(action, /@(?:v\d+\.\d+\.\d+|[0-9a-f]{40})$/);
    for (const version of /node: \[(.*)\]/.exec(ci)?.[1]?.split(', ') ?? assert.fail())
      assert.match(version, /^'?\d+\.\d+\.\d+'?$/);
  });

  it('runs no script of a package that is installed', () => {
    assert.match(read('.npmrc'), /^ignore-scripts=true$/m);
    const [install] = instructions.filter(({ word, rest }) => word === 'COPY' && rest.includes('package-lock.json'));
    assert.match(install?.rest ?? '', /\.npmrc/);
    const { scripts } = JSON.parse(read('package.json')) as { readonly scripts: Readonly<Record<string, string>> };
    // npm would leave these out as well, without a word.
    for (const name of Object.keys(scripts)) assert.doesNotMatch(name, /^(?:pre|post)/);
  });
});
