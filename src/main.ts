// The start: has Node keep what it has compiled of the program for the next start. Imports nothing that would be loaded before that.
import nodeModule from 'node:module';
import { join } from 'node:path';

// Beside the program, so that only those who may change the program can put something into it. Where it can't be written,
// as in an image, everything is compiled at each start.
const compileCacheFolder = join(import.meta.dirname, '../dist/compile-cache');

// Node has one from 22.1 on. Whether it can be written, it says in what it returns, and goes on without.
// @see https://nodejs.org/api/module.html#moduleenablecompilecacheoptions (checked 2026-11-29)
type CompileCache = { readonly enableCompileCache?: (folder: string) => unknown };
(nodeModule as CompileCache).enableCompileCache?.(compileCacheFolder);

// As it's built, this is one file with all that a start takes (scripts/bundle.mjs).
const { runProgram } = await import('./program.js');
await runProgram();
