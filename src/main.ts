// The start: has Node load the program at one go, and keep what it has compiled for the next start.
import nodeModule, { createRequire } from 'node:module';
import { join } from 'node:path';

// Beside the program, so that only those who may change the program can put something into it. Where it can't be written,
// as in an image, everything is compiled at each start.
const compileCacheFolder = join(import.meta.dirname, '../dist/compile-cache');

// Node has one from 22.1 on. Whether it can be written, it says in what it returns, and goes on without.
// @see https://nodejs.org/api/module.html#moduleenablecompilecacheoptions (checked 2026-11-29)
type CompileCache = { readonly enableCompileCache?: (folder: string) => unknown };
(nodeModule as CompileCache).enableCompileCache?.(compileCacheFolder);

// `import` reads hundreds of small files with a turn of the event loop for each; `require` reads them one after the other,
// in two thirds of the time. Both load the same modules.
const require = createRequire(import.meta.url);
const { runProgram }: typeof import('./program.js') = require('./program.js');
await runProgram();
