// Decides that a customer is told beforehand, and in which language they're written to.
import type { Person } from '../person.js';
import { isAhead } from './announcement.js';
import type { Command } from './commands.js';
import type { FactData, FactType } from './facts.js';
import type { Tenant } from './tenant.js';

/** A command about what a customer is told. */
export type AnnouncementCommand = Extract<Command, { readonly do: 'takeAnnouncement' | 'chooseCustomerLanguage' }>;

type Decision = { readonly facts: readonly FactData[] } | { readonly refused: 'alreadyDone' | 'doesNotApply' };

/** Decides such a command, for a tenant that isn't being offboarded. */
export function decideAnnouncement(command: AnnouncementCommand, tenant: Tenant): Decision {
  const { by } = command;
  if (command.do === 'chooseCustomerLanguage') {
    const { language } = command;
    if (language === tenant.customerLanguage) return { refused: 'alreadyDone' };
    return { facts: [{ type: 'customerLanguageChosen', by, language }] };
  }
  const { announcement } = command;
  if (!isAhead(announcement, tenant)) return { refused: 'doesNotApply' };
  return { facts: [{ type: 'announcementTaken', by, announcement }] };
}

/** Whether the last text for the customer that was taken there is a person's own. As far back as the history goes. */
export function hasTakenAnnouncement({ history }: Pick<Tenant, 'history'>, { id }: Person): boolean {
  return history.findLast(({ what }) => what === ('announcementTaken' satisfies FactType))?.by?.id === id;
}
