// The texts of access templates: a file with all of them, or a folder with a file for each.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** The file of a folder that has the default and the rules. */
export const rulesFile = 'rules.json';

/** How the names of the files end. */
export const templateEnding = '.json';

/** What is on the disk. */
export interface TemplateTexts {
  readonly path: string;
  readonly isFolder: boolean;
  /** By path, in the order of their names. */
  readonly files: readonly { readonly file: string; readonly text: string }[];
}

/** The texts as of now. @throws Error of the system, such as one with the code ENOENT. */
export function readTemplateTexts(path: string): TemplateTexts {
  const isFolder = statSync(path).isDirectory();
  const names = isFolder ? readdirSync(path) : [];
  const files = filesOf(path, isFolder, names).map((file) => ({ file, text: readFileSync(file, 'utf8') }));
  return { path, isFolder, files };
}

/** The same without holding up anything else, however long the disk takes. */
export async function templateTextsNow(path: string): Promise<TemplateTexts> {
  const isFolder = (await stat(path)).isDirectory();
  const names = isFolder ? await readdir(path) : [];
  const reading = filesOf(path, isFolder, names).map(async (file) => ({ file, text: await readFile(file, 'utf8') }));
  return { path, isFolder, files: await Promise.all(reading) };
}

// What begins with a dot is an editor's, or one of the links by which Kubernetes replaces a folder at once.
function filesOf(path: string, isFolder: boolean, names: readonly string[]): readonly string[] {
  if (!isFolder) return [path];
  const meant = names.filter((name) => name.endsWith(templateEnding) && !name.startsWith('.'));
  return meant.sort().map((name) => join(path, name));
}
