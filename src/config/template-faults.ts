// Reads JSON of access templates by a schema, and tells on which lines it is wrong.
import type { z } from 'zod';
import { FileError } from '../domain/errors.js';
import type { LineFault } from '../domain/setting-fault.js';
import { placedJson } from './json-lines.js';
import { lineFaults } from './line-faults.js';

/**
 * The value of a text in JSON.
 * @throws FileError that names the line where it is none.
 */
export function jsonIn(text: string, source: string): unknown {
  const json = placedJson(text);
  if ('fault' in json) throw wrongTemplate(source, [{ ...json, at: '' }]);
  return json.value;
}

/**
 * What a schema makes of a text in JSON.
 * @throws FileError that names every line where it is wrong.
 */
export function readShape<T>(text: string, source: string, shape: z.ZodType<T>): T {
  const json = placedJson(text);
  if ('fault' in json) throw wrongTemplate(source, [{ ...json, at: '' }]);
  const parsed = shape.safeParse(json.value, { reportInput: true });
  if (!parsed.success) throw wrongTemplate(source, lineFaults(parsed.error, json));
  return parsed.data;
}

function wrongTemplate(source: string, lines: readonly LineFault[]): FileError {
  return new FileError(source, { code: 'templateHasErrors', lines });
}
