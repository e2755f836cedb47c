// Finds the line of a JSON file on which a value stands, so that an error can name it.
import { findNodeAtLocation, type Node, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser';
import { bareFault, type Fault, fault } from '../domain/setting-fault.js';

/** JSON that has been read, and where each part of it stands. */
export interface PlacedJson {
  readonly value: unknown;
  /** The line, from 1, of a part; of the nearest part around it when it is not there. */
  lineOf(path: readonly PropertyKey[]): number;
}

/** Why a text is no JSON, and on which line. */
export interface NoJson {
  readonly line: number;
  /** What is wrong there. */
  readonly fault: Fault;
}

/** Reads strict JSON: no comments, no comma at the end. */
export function placedJson(text: string): PlacedJson | NoJson {
  // Editors on Windows put a mark at the start that is no part of JSON.
  const json = text.replace(/^\uFEFF/, '');
  const errors: ParseError[] = [];
  const root = parseTree(json, errors, { disallowComments: true, allowTrailingComma: false });
  const [error] = errors;
  if (error)
    return {
      line: lineAt(json, error.offset),
      fault: faults[printParseErrorCode(error.error)] ?? bareFault('jsonWrong'),
    };
  if (!root) return { line: 1, fault: bareFault('jsonEmpty') };
  return {
    value: JSON.parse(json),
    lineOf: (path) => lineAt(json, nodeAt(root, path).offset),
  };
}

const faults: Readonly<Record<string, Fault>> = {
  PropertyNameExpected: bareFault('jsonLacksName'),
  ValueExpected: bareFault('jsonLacksValue'),
  ColonExpected: fault('jsonLacksSign', { sign: ':' }),
  CommaExpected: fault('jsonLacksSign', { sign: ',' }),
  CloseBraceExpected: fault('jsonLacksSign', { sign: '}' }),
  CloseBracketExpected: fault('jsonLacksSign', { sign: ']' }),
  EndOfFileExpected: bareFault('jsonGoesOn'),
  InvalidCommentToken: bareFault('jsonHasComment'),
  UnexpectedEndOfString: bareFault('jsonLacksQuote'),
};

function nodeAt(root: Node, path: readonly PropertyKey[]): Node {
  const steps = path.filter((step) => typeof step !== 'symbol');
  for (let length = steps.length; length > 0; length -= 1) {
    const node = findNodeAtLocation(root, steps.slice(0, length));
    if (node) return node;
  }
  return root;
}

function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length;
}
