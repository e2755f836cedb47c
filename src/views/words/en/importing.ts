// Import: changes to tenants from rows that a person hands in.
import { icu } from './icu.js';

/** Columns by the titles that exports give them. */
type ColumnName = 'id' | 'domain' | 'tenant' | 'tags' | 'template' | 'owner';

/** Names and what stands in cells are foreign text. */
export const importing = {
  title: 'Import',
  howTo:
    'Say /import and paste lines below it, headings first, or attach a workbook (XLSX) or CSV file. If your chat drops line breaks, put “;” between rows and “,” between cells. What “/export tenants” writes can be changed and imported again.',
  columns: ({ id, domain, tenant, tags, template, owner }: Record<ColumnName, string>) =>
    `“${id}”, “${domain}” or “${tenant}” says which tenant. What stands under “${tags}” is put on it, and “-vip” takes a tag off. “${template}” chooses its access template, whatever the rules say, and “${owner}” says who looks after it. Empty cells and other columns change nothing.`,
  /** What becomes of one of the columns. */
  part: ({ column, value }: { column: string; value: string }) => `${column}: ${value}`,
  ownChat: 'Import works in your own chat with Gatehouse, where only you see the lines.',
  noHeadings: ({ id, domain, tenant, tags, template, owner }: Record<ColumnName, string>) =>
    `The first line has to name the columns, one of them “${id}”, “${domain}” or “${tenant}”, and one of “${tags}”, “${template}” or “${owner}”.`,
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
    unknownOwner: ({ given }: { given: string }) =>
      `Gatehouse doesn’t know “${given}”. Ask them to write to Gatehouse once, then import again, with their full name or Entra object ID.`,
    ambiguousOwner: ({ given }: { given: string }) => `Several people are called “${given}”. Use the Entra object ID.`,
    mayNotOwn: ({ given }: { given: string }) =>
      `“${given}” needs the operator role to look after tenants. Have them added to OPERATORS in Gatehouse’s settings, then import again.`,
    ownerNotChecked: ({ given }: { given: string }) =>
      `Gatehouse couldn’t check the groups of “${given}” in Microsoft Entra just now, so it can’t tell whether they may look after tenants. Import this line again in a moment.`,
    ownedByOther: ({ given }: { given: string }) => `${given} looks after this tenant. Only an admin can change that.`,
    askerNotChecked: ({ given }: { given: string }) =>
      `${given} looks after this tenant, and only an admin can change that. Gatehouse couldn’t check your groups in Microsoft Entra just now. Import this line again in a moment.`,
  },
};
