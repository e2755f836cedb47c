// What a folder may know, by the line of its README that says it. ARCHITECTURE.md says the same of each room, in the same words.
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { files, partOf, read, src } from './source-files.js';

/** The folders of src that have an entrance; the languages of the catalogue share that of `views/words`. */
export const entrances = [
  ...new Set(files.filter((file) => file.includes('/') && !/^views\/words\/.+\//.test(file)).map(dirname)),
];
/** The rooms: the folders right below src. */
export const rooms = entrances.filter((folder) => folder === partOf(folder));

/** The folder behind whose entrance a file stands; `undefined`: it stands at the top of src. */
export const entranceOf = (file: string) => {
  const around = entrances.filter((folder) => file.startsWith(`${folder}/`));
  return around.sort((a, b) => b.length - a.length)[0];
};

const line = /\n- May know: ([\s\S]*?)(?=\n- |\n*$)/;

/** What stands after "May know" in the README of a folder. */
export const saidOf = (folder: string) => line.exec(read(`src/${folder}/README.md`))?.[1] ?? '';

/**
 * What such words allow: paths of files and folders, and `room/*` for the files that stand in a room beside its folders. Only the
 * first sentence counts, up to a colon. In it a name is a folder of the same room, else a path of src; that of the room means the
 * files in it, unless `all of` comes before.
 */
export function allowedBy(folder: string, words: string): readonly string[] {
  const [sentence = ''] = words.split(/:\s|\.(?:\s|$)/);
  if (/^(?:nobody|nothing)\b/.test(sentence)) return [];
  const named = [...sentence.matchAll(/(what |all of )?`([^`]+)`/g)];
  const names = named.map(([, , name = '']) => name);
  if (sentence.startsWith('everything but '))
    return rooms.filter((room) => room !== folder && !names.includes(room)).sort();
  const room = partOf(folder);
  const allowed = named.flatMap(([, before, name = '']) => {
    if (before === 'what ') return allowedBy(name, saidOf(name));
    if (name === room) return [before === undefined ? `${room}/*` : room];
    const path = folder !== room && existsSync(join(src, room, name)) ? `${room}/${name}` : name;
    assert.ok(existsSync(join(src, path)), `src/${folder}/README.md: ${name} isn't in src`);
    return [path];
  });
  return [...new Set(allowed)].sort();
}

/** Whether one of those paths has a file in it. */
export const covers = (allowed: readonly string[], file: string) =>
  allowed.some((path) => path === file || file.startsWith(`${path}/`) || path === `${dirname(file)}/*`);
