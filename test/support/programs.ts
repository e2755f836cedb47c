// The programs of src, built: a start of the source would compile all of it, each time.
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { buildSync } from 'esbuild';
import { files, root } from './source-files.js';

let dist: string | undefined;
let bot: string | undefined;

/** The built file of a file of src, such as `cli/doctor.ts`. Built once by each process that runs tests, and gone with it. */
export function builtProgram(file: string): string {
  dist ??= build();
  return join(dist, file.replace(/\.ts$/, '.js'));
}

/** The bot in one file, as `npm run build` bundles it. */
export function builtBot(): string {
  bot ??= bundle(builtProgram('main.ts'));
  return bot;
}

function bundle(program: string): string {
  execFileSync(process.execPath, [join(root, 'scripts', 'bundle.mjs'), dirname(program)]);
  return program;
}

// Within the project, where libraries are found.
function build(): string {
  mkdirSync(join(root, 'test-results'), { recursive: true });
  const folder = mkdtempSync(join(root, 'test-results', 'programs-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  for (const name of ['cards', 'database', 'roles']) symlinkSync(join(root, name), join(folder, name), 'junction');
  const outdir = join(folder, 'dist');
  const entryPoints = files.map((file) => join('src', file));
  buildSync({ absWorkingDir: root, entryPoints, outbase: 'src', outdir, format: 'esm', platform: 'node' });
  return outdir;
}
