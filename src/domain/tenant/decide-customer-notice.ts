// Decides that a customer is told beforehand, and in which language they're written to.
import { knownCoverage } from '../access/coverage.js';
import type { Person } from '../person.js';
import type { Command } from './commands.js';
import type { CustomerNotice } from './customer-notice.js';
import type { FactData, FactType } from './facts.js';
import type { Tenant } from './tenant.js';

/** Whether it can be done to a tenant now, and hasn't been begun. */
export function isAhead(
  customerNotice: CustomerNotice,
  { onboarding, offboarding }: Pick<Tenant, 'onboarding' | 'offboarding'>,
): boolean {
  if (offboarding) return false;
  if (customerNotice === 'offboarding') return true;
  return onboarding !== undefined && !onboarding.keeping && knownCoverage(onboarding)?.keep === customerNotice;
}

/** A command about what a customer is told. */
export type CustomerNoticeCommand = Extract<Command, { readonly do: 'takeCustomerNotice' | 'chooseCustomerLanguage' }>;

type Decision = { readonly facts: readonly FactData[] } | { readonly refused: 'alreadyDone' | 'doesNotApply' };

/** Decides such a command, for a tenant that isn't being offboarded. */
export function decideCustomerNotice(command: CustomerNoticeCommand, tenant: Tenant): Decision {
  const { by } = command;
  if (command.do === 'chooseCustomerLanguage') {
    const { language } = command;
    if (language === tenant.customerLanguage) return { refused: 'alreadyDone' };
    return { facts: [{ type: 'customerLanguageChosen', by, language }] };
  }
  const { customerNotice } = command;
  if (!isAhead(customerNotice, tenant)) return { refused: 'doesNotApply' };
  return { facts: [{ type: 'customerNoticeTaken', by, customerNotice }] };
}

/** Whether the last notice that was taken there is this one, and a person's own. As far back as the history goes. */
export function hasTakenCustomerNotice(
  { history }: Pick<Tenant, 'history'>,
  { id }: Person,
  customerNotice: CustomerNotice,
): boolean {
  const last = history.findLast(({ what }) => what === ('customerNoticeTaken' satisfies FactType));
  return last?.by?.id === id && last.customerNotice === customerNotice;
}
