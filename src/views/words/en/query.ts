// The query language: what people type for its keys and values.
import { englishNames } from '../../../domain/query/query-names.js';

const { statuses: _, ...names } = englishNames;

/** Of several words for one thing the first is written, and all are understood. */
export const query = {
  names,
  problems: {
    unknownKey: ({ given }: { given: string }) => `A search doesn’t know “${given}:”.`,
    noValue: ({ given }: { given: string }) => `“${given}” needs a value.`,
    unknownValue: {
      status: ({ given }: { given: string }) => `“${given}” isn’t a status.`,
      cause: ({ given }: { given: string }) => `“${given}” isn’t a cause.`,
      tag: ({ given }: { given: string }) => `No tenant has the tag “${given}”.`,
      template: ({ given }: { given: string }) => `There’s no access template “${given}”.`,
      owner: ({ given }: { given: string }) => `“${given}” doesn’t look after any tenant.`,
      ends: ({ given }: { given: string }) => `“${given}” isn’t a date or a number of days.`,
      pending: ({ given }: { given: string }) => `“${given}” isn’t a number of days. Put > or < before it.`,
      ga: ({ given }: { given: string }) => `“${given}” isn’t yes or no.`,
      dap: ({ given }: { given: string }) => `“${given}” isn’t yes or no.`,
      leftover: ({ given }: { given: string }) => `“${given}” isn’t yes or no.`,
      drift: ({ given }: { given: string }) => `“${given}” isn’t yes or no.`,
      earlier: ({ given }: { given: string }) => `“${given}” isn’t yes or no.`,
      snoozed: ({ given }: { given: string }) => `“${given}” isn’t yes or no.`,
      accepted: ({ given }: { given: string }) => `“${given}” isn’t yes or no.`,
    },
    didYouMean: 'Did you mean:',
    oneOf: 'You can choose:',
    noneKnown: 'So there’s nothing to show.',
  },
  help: {
    title: 'How to search',
    /** What people type after /help. */
    asked: ['search', 'query', 'filter'],
    what: 'Type these after /tenants or into the search box of the list. A tenant has to match all of them.',
    examples: {
      name: 'Part of a name, domain or tenant ID, or a sign-in name, however it’s spelled',
      status: 'One of these statuses; commas separate several',
      cause: 'Issues found for this reason',
      tag: 'Tenants with a tag',
      template: 'Tenants with this access template',
      owner: 'Tenants that you look after; also owner:none, or a name',
      endsWithin: 'Access ends within 30 days, the earliest end first; weeks work too (4w)',
      endsBefore: 'Access ends before that day; “>” means after it',
      endsNever: 'Access rolls over by itself',
      pending: 'Requests that have waited for the customer for 30 days or longer; “<” means less',
      ga: 'The active relationship has Global Administrator',
      dap: 'Delegated admin (DAP) is still granted',
      leftover: 'Unmanaged, and you still have access',
      drift: 'Auto-extend is off, though the access template wants it on',
      earlier: 'An earlier relationship is still active beside the one that took its place',
      snoozed: 'Left at rest for some days with /snooze',
      accepted: 'Limitations that someone has accepted',
      not: 'A minus sign before a condition or a word excludes it',
    },
    hint: 'Put a name that contains a colon, or begins with a minus sign, in quotation marks. English words work in every language.',
  },
};
