// Is a click the second half of a double click, or one that Teams has sent again?

import { type Instant, secondsSince } from '../time.js';
import type { Command, CommandName } from './commands.js';
import type { FactType } from './facts.js';
import type { Tenant } from './tenant.js';

// What a command leaves in the history. Taking the link again is harmless.
const traceOf: Readonly<Record<CommandName, FactType | undefined>> = {
  enable: 'onboardingRequested',
  takeApprovalLink: undefined,
  revalidate: 'revalidationRequested',
  acceptLimitations: 'limitationsAccepted',
  disable: 'disabled',
  removeDelegatedAdmin: 'delegatedAdminRemovalRequested',
  decideOffboarding: 'offboardingDecided',
  approveOffboarding: 'offboardingApproved',
  dropStaleOffboarding: undefined,
  undoOffboarding: 'offboardingUndone',
  retryOffboarding: 'offboardingRetried',
  leaveRest: 'offboardingRestLeft',
};

// Teams waits some fifteen seconds for an answer and may then send the click again.
const repeatedWithinSeconds = 60;

/**
 * Whether this very command is the last thing that anybody had done to the tenant, a moment ago and by the same person.
 * Only to be asked of a click from a card that is older than the tenant: whoever presses a button of the present card
 * means it anew.
 */
export function isRepeated(command: Command, { history }: Tenant, now: Instant): boolean {
  const last = [...history].reverse().find(({ by }) => by !== undefined);
  return (
    last !== undefined &&
    last.what === traceOf[command.do] &&
    last.by?.id === command.by.id &&
    secondsSince(last.at, now) < repeatedWithinSeconds
  );
}
