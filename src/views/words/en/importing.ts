// Import: tags from rows that a person hands in.
import { icu } from './icu.js';

/** Names and what stands in cells are foreign text. */
export const importing = {
  title: 'Import',
  howTo:
    'Say /import and paste lines below it, headings first, or attach a CSV file. What “/export tenants csv” writes can be changed and imported again.',
  columns: ({ id, domain, tenant, tags }: Record<'id' | 'domain' | 'tenant' | 'tags', string>) =>
    `“${id}”, “${domain}” or “${tenant}” says which tenant. What stands under “${tags}” is put on it, and “-vip” takes a tag off. Nothing else changes.`,
  ownChat: 'Import works in your own chat with Gatehouse, where only you see the lines.',
  noHeadings: ({ id, domain, tenant, tags }: Record<'id' | 'domain' | 'tenant' | 'tags', string>) =>
    `The first line has to name the columns, one of them “${id}”, “${domain}” or “${tenant}”, and one “${tags}”.`,
  nothing: 'Nothing to change',
  more: icu<{ count: number }>('{count, plural, one {and # more tenant} other {and # more tenants}}'),
  unchanged: icu<{ count: number }>(
    '{count, plural, one {# line says what’s so already.} other {# lines say what’s so already.}}',
  ),
  bad: icu<{ count: number }>(
    '{count, plural, one {# line can’t be imported and changes nothing:} other {# lines can’t be imported and change nothing:}}',
  ),
  line: ({ line, why }: { line: number; why: string }) => `Line ${line}: ${why}`,
  moreBad: icu<{ count: number }>(
    '{count, plural, one {and # more line} other {and # more lines}}. Correct these, and import the file again.',
  ),
  lost: 'This import is no longer kept. Send the rows again.',
  why: {
    unknownColumn: ({ given }: { given: string }) => `There’s no column “${given}”.`,
    unknownTenant: ({ given }: { given: string }) => `No tenant is called “${given}”.`,
    didYouMean: ({ name }: { name: string }) => `Did you mean “${name}”?`,
    ambiguous: ({ given }: { given: string }) => `Several tenants are called “${given}”. Use the tenant ID.`,
    notTags: ({ given, most }: { given: string; most: number }) =>
      `“${given}” can’t be a tag. Tags have letters, digits and hyphens, at most ${most} characters.`,
    unknownTemplate: ({ given }: { given: string }) => `There’s no access template “${given}”.`,
    twice: ({ first }: { first: number }) => `This tenant is in line ${first} already.`,
    noTenant: 'It doesn’t say which tenant.',
    tooManyTags: ({ most }: { most: number }) => `The tenant would have more than ${most} tags.`,
    offboarding: 'The tenant is being offboarded.',
    otherTemplate: 'The access template is chosen when you enable the tenant.',
    otherOwner: 'People take a tenant themselves, with /take.',
  },
};
