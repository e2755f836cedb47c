// The files of src, as the rules of the house read them.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the project. */
export const root = fileURLToPath(new URL('../..', import.meta.url));
/** The folder of the sources. */
export const src = join(root, 'src');

/** The files of src, by their paths in it. */
export const files = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => name.replaceAll('\\', '/'));

/** The text of a file of the project. */
export const read = (path: string) => readFileSync(join(root, path), 'utf8');
/** The folder of a file in src, or the file itself where it stands at the top. */
export const partOf = (path: string) =>
  path
    .split('/')
    .slice(0, path.includes('/') ? 1 : undefined)
    .join('/');
