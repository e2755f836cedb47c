// Builds what has changed where the compiler is installed; elsewhere, as in production, what was built before is used.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
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

const tsc = compiler();
if (tsc) {
  const { status } = spawnSync(process.execPath, [tsc, '-p', 'tsconfig.build.json'], { stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
} else if (!existsSync('dist/main.js')) {
  process.stderr.write('There is nothing built, and no compiler to build it: run `npm ci && npm run build` first.\n');
  process.exit(1);
}
