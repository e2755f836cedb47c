// Finds the line of a JSON file on which a value stands, so that an error can name it.
import { findNodeAtLocation, type Node, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser';

/** JSON that has been read, and where each part of it stands. */
export interface PlacedJson {
  readonly value: unknown;
  /** The line, from 1, of a part; of the nearest part around it when it is not there. */
  lineOf(path: readonly PropertyKey[]): number;
}

/** Why a text is no JSON, and on which line. */
export interface NoJson {
  readonly line: number;
  /** What is wrong there, in words. */
  readonly what: string;
}

/** Reads strict JSON: no comments, no comma at the end. */
export function placedJson(text: string): PlacedJson | NoJson {
  // Editors on Windows put a mark at the start that is no part of JSON.
  const json = text.replace(/^\uFEFF/, '');
  const errors: ParseError[] = [];
  const root = parseTree(json, errors, { disallowComments: true, allowTrailingComma: false });
  const [error] = errors;
  if (error) return { line: lineAt(json, error.offset), what: inWords(printParseErrorCode(error.error)) };
  if (!root) return { line: 1, what: 'the file is empty' };
  return {
    value: JSON.parse(json),
    lineOf: (path) => lineAt(json, nodeAt(root, path).offset),
  };
}

const words: Readonly<Record<string, string>> = {
  PropertyNameExpected: 'a name in quotes is missing, or there’s an extra comma',
  ValueExpected: 'a value is missing, or there’s an extra comma',
  ColonExpected: 'a colon is missing',
  CommaExpected: 'a comma is missing',
  CloseBraceExpected: 'a closing } is missing',
  CloseBracketExpected: 'a closing ] is missing',
  EndOfFileExpected: 'there’s text after the end',
  InvalidCommentToken: 'JSON doesn’t allow comments',
  UnexpectedEndOfString: 'a closing quote is missing',
};

function inWords(code: string): string {
  return words[code] ?? 'there’s a syntax error';
}

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
