// What is wrong with a JSON file that a schema doesn't take, and on which line.
import type { z } from 'zod';
import { bareFault, type Fault, fault, type LineFault } from '../domain/setting-fault.js';
import type { PlacedJson } from './json-lines.js';

/** The faults of a file, in the order of the schema. The schema is asked with `reportInput`. */
export function lineFaults({ issues }: z.ZodError, json: PlacedJson): readonly LineFault[] {
  return issues.map((issue) => ({ line: json.lineOf(issue.path), at: issue.path.join('.'), fault: faultOf(issue) }));
}

function faultOf(issue: z.core.$ZodIssue): Fault {
  switch (issue.code) {
    case 'custom':
      return issue.params?.fault;
    case 'unrecognized_keys':
      return fault('unknownNames', { names: issue.keys.join(', ') });
    case 'too_small':
      return bareFault('valueEmpty');
    case 'too_big':
      return fault('valueTooLong', { most: Number(issue.maximum) });
    case 'invalid_type':
      return issue.input === undefined
        ? bareFault('valueMissing')
        : bareFault(typeFaults[issue.expected] ?? 'notObject');
    default:
      // The schemas of these files find nothing else.
      throw new Error(`no words for what is wrong: ${issue.code}`);
  }
}

const typeFaults: Readonly<Record<string, 'notText' | 'notTrueOrFalse' | 'notList'>> = {
  string: 'notText',
  boolean: 'notTrueOrFalse',
  array: 'notList',
};
