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

/** Tags after some were added, in the order in which they came, and others removed. */
export function changedTags(
  tags: readonly string[],
  { added, removed }: { readonly added: readonly string[]; readonly removed: readonly string[] },
): readonly string[] {
  return [...new Set([...tags, ...added])].filter((tag) => !removed.includes(tag));
}
