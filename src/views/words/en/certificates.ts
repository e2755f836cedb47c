// Exit certificates in the chat, and the ways to their files.
import { icu } from './icu.js';

const count = (pattern: string) => icu<{ count: number }>(pattern);

/** Times are for text blocks only; names are foreign text. */
export const certificates = {
  tooltip: ({ which }: { which: string }) => `Exit certificate: ${which}`,
  titled: count('{count, plural, one {# exit certificate} other {# exit certificates}}'),
  newest: ({ shown, total }: { shown: number; total: number }) => `Exit certificates: the newest ${shown} of ${total}`,
  findOthers: 'Say **/certificate** and a name, a tenant ID or a number to find others.',
  number: ({ id }: { id: string }) => `Certificate ${id}`,
  nameAndDay: ({ tenant, date }: { tenant: string; date: string }) => `${tenant}, ${date}`,
  none: 'There are no exit certificates yet',
  noMatch: ({ search }: { search: string }) => `No exit certificate matches “${search}”`,
  didYouMean: ({ nearest }: { nearest: string }) => `Did you mean ${nearest}? Say /certificate and the name.`,
  howTo:
    'A certificate is written when a complete offboarding has ended. To offboard a tenant, open it, then select Offboard completely.',
  access: {
    none: 'Offboarding ended: no access left',
    remains: 'Offboarding ended: access remains',
    unread: 'Offboarding ended: no access found, but not everything could be read',
    notKnown: 'Offboarding ended: access not known',
    unsaid: 'Offboarding ended: something remains',
  },
  /** The answer to a partner whose name isn’t set. */
  yours: {
    none: ({ tenant }: { tenant: string }) => `You no longer have access to ${tenant}.`,
    delegatedAdmin: ({ tenant }: { tenant: string }) => `You still have delegated admin access (DAP) to ${tenant}.`,
    remains: ({ tenant, list }: { tenant: string; list: string }) => `You still have access to ${tenant}: ${list}.`,
    notKnown: ({ tenant }: { tenant: string }) => `It isn’t known whether you still have access to ${tenant}.`,
    unread: ({ list }: { list: string }) => `Couldn’t be determined with Microsoft: ${list}.`,
  },
  someStayed: icu<{ tenant: string; count: number }>(
    'The offboarding of {tenant} has ended, and {count, plural, one {# item} other {# items}} stayed in place.',
  ),
  nothingRemoved: 'Nothing was removed.',
  removed: count(
    '{count, plural, one {# item removed. The removal was verified with Microsoft.} other {# items removed. Each removal was verified with Microsoft.}}',
  ),
  remains: 'The certificate says what’s still in place, whether it gives access, and who can do what about it.',
  stillInPlace: 'Still in place:',
  moreInCertificate: ({ count: more }: { count: number }) => `and ${more} more, all named in the certificate`,
  deleted:
    'Everything else that Gatehouse stored about this tenant was deleted, except IDs in the audit log and of approval requests that are still watched.',
  issued: 'Issued',
  certificate: 'Certificate',
  hash: 'SHA-256 of the JSON',
  pdfLanguage: 'Language of the PDF',
  translation: 'This PDF is a translation, drawn from the certificate that was issued.',
  get: ({ kind, tenant }: { kind: string; tenant: string }) => `Get the certificate as ${kind}: ${tenant}`,
  of: ({ tenant }: { tenant: string }) => `certificate of ${tenant}`,
  notOffboarded: ({ tenant }: { tenant: string }) => `${tenant} wasn’t offboarded`,
  dropped: 'The offboarding was undone or canceled before it started. Nothing was done, and nothing has changed.',
};
