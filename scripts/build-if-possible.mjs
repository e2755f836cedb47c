// Builds what has changed where the compiler is installed; elsewhere, as in production, what was built before is used.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const require = createRequire(import.meta.url);

function compiler() {
  try {
    return join(dirname(require.resolve('typescript/package.json')), 'bin', 'tsc');
  } catch {
    return undefined;
  }
}

// Bundling takes seconds, and commands don't need it: it's done where something has changed since the last time.
function isBundleOutdated() {
  const changedAt = (file) => statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  const sources = readdirSync('src', { recursive: true }).map((name) => join('src', name));
  const bundledAt = changedAt('dist/main.js');
  return ['src', ...sources, 'package-lock.json', 'scripts/bundle.mjs'].some((file) => changedAt(file) > bundledAt);
}

const tsc = compiler();
if (tsc) {
  const { status } = spawnSync(process.execPath, [tsc, '-p', 'tsconfig.build.json'], { stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
  if (isBundleOutdated()) {
    const { bundle } = await import('./bundle.mjs');
    await bundle('dist');
  }
} else if (!existsSync('dist/main.js')) {
  process.stderr.write('There is nothing built, and no compiler to build it: run `npm ci && npm run build` first.\n');
  process.exit(1);
}
