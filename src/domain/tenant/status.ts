// The five states of a tenant, and what they're called.
import { foldText } from '../folding.js';

/** Every status, the most urgent first: the order of the list. */
export const statuses = ['issuesFound', 'needsApproval', 'awaitingMicrosoft', 'approved', 'notConfigured'] as const;

/**
 * The state of a tenant.
 * - `notConfigured`: never asked for, disabled, or offboarded completely.
 * - `needsApproval`: the GDAP relationship waits for the customer's administrator.
 * - `awaitingMicrosoft`: Microsoft works on what was asked.
 * - `approved`: everything that the access template asks for is in place.
 * - `issuesFound`: access was refused, lacks something, or was lost; the limitations say what.
 */
export type Status = (typeof statuses)[number];

/**
 * The status that a person means by "Needs approval", "needsapproval" or just "needs"; `undefined` for anything else.
 * `names`: what statuses are called in a language. `isWhole`: a name's first word is not enough.
 */
export function findStatus(
  words: string,
  names: Readonly<Record<Status, string>>,
  isWhole = false,
): Status | undefined {
  const wanted = lettersOf(words.replace(/^\s*status\b/i, ''));
  return statuses.find((status) => {
    const [first = '', ...rest] = names[status].split(' ');
    return (!isWhole && first.length > 2 && wanted === lettersOf(first)) || wanted === lettersOf(first + rest.join(''));
  });
}

function lettersOf(text: string): string {
  return foldText(text).replaceAll(/[^a-z]/g, '');
}
