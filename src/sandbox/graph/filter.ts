// Graph's $filter, in the forms that working clients send; any other is refused.
import { badRequest } from './answers.js';

/** `property eq 'value'`. */
export interface Condition {
  readonly property: string;
  readonly value: string;
}

const token = /\s*(\(|\)|'(?:[^']|'')*'|[\w/@.-]+)/y;

/**
 * Reads conditions joined by `and` in any case, with parentheses.
 * @throws Refusal 400 for every other form and for a property that isn't in `properties`
 */
export function readFilter(filter: string, properties: readonly string[]): Condition[] {
  const tokens = tokensOf(filter);
  const conditions: Condition[] = [];
  let depth = 0;
  let isConditionNext = true;
  for (let i = 0; i < tokens.length; i += 1) {
    const here = tokens[i] ?? '';
    if (isConditionNext && here === '(') {
      depth += 1;
    } else if (isConditionNext) {
      conditions.push(readCondition(tokens.slice(i, i + 3), properties));
      i += 2;
      isConditionNext = false;
    } else if (here === ')' && depth > 0) {
      depth -= 1;
    } else if (here.toLowerCase() === 'and') {
      isConditionNext = true;
    } else {
      throw invalid(`'${here}' was not expected`);
    }
  }
  if (isConditionNext || depth > 0) throw invalid('it ends too early');
  return conditions;
}

function readCondition(
  [property = '', operator = '', literal = '']: string[],
  properties: readonly string[],
): Condition {
  if (!properties.includes(property)) throw invalid(`'${property}' cannot be filtered by`);
  if (operator.toLowerCase() !== 'eq') throw invalid(`the operator '${operator}' is not supported`);
  if (!literal.startsWith("'")) throw invalid(`'${literal}' is not a string literal`);
  return { property, value: literal.slice(1, -1).replaceAll("''", "'") };
}

function tokensOf(filter: string): string[] {
  const tokens: string[] = [];
  token.lastIndex = 0;
  while (token.lastIndex < filter.trimEnd().length) {
    const match = token.exec(filter);
    if (!match?.[1]) throw invalid('it has a syntax error');
    tokens.push(match[1]);
  }
  return tokens;
}

function invalid(problem: string) {
  return badRequest(`Invalid filter clause: ${problem}.`);
}
