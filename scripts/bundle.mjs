// Puts the bot into one file with every library that its start takes, and what it loads later into files beside it.
import { readFile, rm } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

/** The libraries that a start loads, and what draws the first card. Any other stays where it's installed, and is found there. */
export const librariesOfTheStart = [
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

/** Those that are loaded once it's ready: hundreds of small files, whose loading whoever asks first would wait for. */
export const librariesSoonAfter = ['@azure/msal-node', '@microsoft/microsoft-graph-client'];

const bundled = [...librariesOfTheStart, ...librariesSoonAfter];
const root = fileURLToPath(new URL('..', import.meta.url));
const src = join(root, 'src') + sep;

/**
 * Bundles `src/main.ts` into `main.js` of a folder beside `cards`, `roles` and `database`, with a folder `bundle` of what is
 * loaded later.
 */
export async function bundle(folder) {
  await rm(join(folder, 'bundle'), { recursive: true, force: true });
  await build({
    absWorkingDir: root,
    entryPoints: ['src/main.ts'],
    outdir: folder,
    entryNames: '[name]',
    chunkNames: 'bundle/[name]-[hash]',
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    // V8 keeps the text of what it runs: without comments and indentation it's two thirds. A line of a stack is a few statements.
    minifyWhitespace: true,
    lineLimit: 200,
    sourcemap: 'linked',
    sourcesContent: false,
    // What they have for Node is of a form in which their parts can't be found.
    alias: {
      '@microsoft/microsoft-graph-client': '@microsoft/microsoft-graph-client/lib/es/src/index.js',
      'jsonc-parser': 'jsonc-parser/lib/esm/main.js',
    },
    // The one looks for what it was compiled to, in vain, and restify goes on without it. The other takes a part of Node that Node
    // warns of wherever it isn't an installed library that takes it.
    external: ['dtrace-provider', 'whatwg-url'],
    // Libraries of the older form `require` Node's own modules.
    banner: {
      js: "import { createRequire as createRequireOfBundle } from 'node:module';\nconst require = createRequireOfBundle(import.meta.url);",
    },
    plugins: [ownFiles],
    logLevel: 'warning',
  });
}

// One letter that takes more than a byte makes V8 keep all text of its file with two bytes a letter. esbuild writes them so
// everywhere but in regular expressions, which read the escape as the letter, and in tagged templates.
function inAscii(text) {
  return text.replaceAll(/[^\0-\x7F]/g, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

const ownFiles = {
  name: 'own files',
  setup({ onLoad, onResolve }) {
    onResolve({ filter: /^[^./]/ }, ({ path, importer }) => {
      if (!importer.startsWith(src) || path.startsWith('node:')) return undefined;
      const [scope, name] = path.split('/');
      return bundled.includes(scope.startsWith('@') ? `${scope}/${name}` : scope)
        ? undefined
        : { path, external: true };
    });
    // Each file keeps the address that it has unbundled, by which it finds `cards`, `roles` and `database`.
    onLoad({ filter: /\.ts$/ }, async ({ path }) => {
      const text = await readFile(path, 'utf8');
      const address = relative(src, path).split(sep).join('/').replace(/ts$/, 'js');
      const contents = text.replaceAll('import.meta.url', `new URL('../${address}', import.meta.url).href`);
      return { contents: inAscii(contents), loader: 'ts' };
    });
    onLoad({ filter: /\.[cm]?js$/ }, async ({ path }) => ({ contents: inAscii(await readFile(path, 'utf8')) }));
  },
};

const [, program, folder = join(root, 'dist')] = process.argv;
if (program === fileURLToPath(import.meta.url)) await bundle(folder);
