// Tags: words of the partner's own by which tenants are told apart.

/** The longest tag, in characters. */
export const mostTagCharacters = 32;

/** How many tags a tenant has at most. */
export const mostTags = 20;

const tagPattern = /^[\p{L}\p{N}][\p{L}\p{M}\p{N}-]*$/u;

/** The tag that a person means, in lower case; `undefined`: that's no tag, which has letters, digits and hyphens. */
export function tagIn(text: string): string | undefined {
  const tag = text.normalize('NFKC').toLowerCase();
  return tagPattern.test(tag) && [...tag].length <= mostTagCharacters ? tag : undefined;
}

/** Which tags are put on a tenant, and which are taken off. */
export interface TagChange {
  readonly added: readonly string[];
  readonly removed: readonly string[];
}

/** Tags after some were added, in the order in which they came, and others removed. */
export function changedTags(tags: readonly string[], { added, removed }: TagChange): readonly string[] {
  return [...new Set([...tags, ...added])].filter((tag) => !removed.includes(tag));
}

/** What a person has typed where tags are asked for. */
export interface TypedTags extends TagChange {
  /** What stands where a tag should, and is none. */
  readonly notTags: readonly string[];
}

/** What is asked for with `/tag`: whose tags, and which change. */
export interface TagRequest extends TypedTags {
  /** As it was typed; empty: no tenant is named. */
  readonly search: string;
}

/** The tags in a typed text, with spaces or commas between them: `vip` adds one, `-vip` takes it off. */
export function tagsIn(text: string): TypedTags {
  return changesIn(wordsIn(text));
}

/**
 * The request in a typed text, such as `contoso ltd vip -old`. The name is as many words as name some tenant, by `names`; quotes
 * around it, or a sign before the first tag, say where it ends.
 */
export function tagRequestIn(text: string, names: (search: string) => boolean): TagRequest {
  const [, quoted, afterQuotes = ''] = /^["“„«‹](.+?)["”“»›](.*)$/su.exec(text.trim()) ?? [];
  if (quoted !== undefined) return { search: quoted.trim(), ...changesIn(wordsIn(afterQuotes)) };
  const words = wordsIn(text);
  const signed = words.findIndex((word) => /^[+-][\p{L}\p{N}]/u.test(word));
  const most = signed === -1 ? words.length : signed;
  const lengths = Array.from({ length: most }, (_, index) => most - index);
  const length = lengths.find((count) => names(words.slice(0, count).join(' '))) ?? (signed === -1 ? 1 : most);
  return { search: words.slice(0, length).join(' '), ...changesIn(words.slice(length)) };
}

function wordsIn(text: string): readonly string[] {
  return text.split(/[\s,]+/u).filter((word) => word !== '');
}

function changesIn(words: readonly string[]): TypedTags {
  const changes = words.map((word) => {
    const [, sign, rest = ''] = /^([+-]?)(.*)$/su.exec(word) ?? [];
    return { word, isRemoved: sign === '-', tag: tagIn(rest) };
  });
  const tags = (areRemoved: boolean) =>
    changes.flatMap(({ isRemoved, tag }) => (isRemoved === areRemoved && tag !== undefined ? [tag] : []));
  return {
    added: [...new Set(tags(false))],
    removed: [...new Set(tags(true))],
    notTags: changes.flatMap(({ word, tag }) => (tag === undefined ? [word] : [])),
  };
}
