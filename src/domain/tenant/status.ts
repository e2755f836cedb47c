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

/** What people call a status: the words of the list, of the filters and of `/tenants <status>`. */
export const statusWords: Readonly<Record<Status, string>> = {
  issuesFound: 'Issues found',
  needsApproval: 'Needs approval',
  awaitingMicrosoft: 'Awaiting Microsoft',
  approved: 'Approved',
  notConfigured: 'Not configured',
};

/** The status that a person means by "Needs approval", "needsapproval" or just "needs"; `undefined` for anything else. */
export function findStatus(words: string): Status | undefined {
  const wanted = lettersOf(words.replace(/^\s*status\b/i, ''));
  return statuses.find((status) => {
    const [first = '', ...rest] = statusWords[status].split(' ');
    return wanted === lettersOf(first) || wanted === lettersOf(first + rest.join(''));
  });
}

function lettersOf(text: string): string {
  return foldText(text).replaceAll(/[^a-z]/g, '');
}
