// The languages of what a customer reads, which are more than the chat's: the message and the exit certificate.

/** As BCP 47 tags, in the order in which a card offers them. */
export const messageLanguages = ['en', 'de', 'fr', 'es', 'it', 'nl', 'pt-BR', 'ja'] as const;

/** One of them. */
export type MessageLanguage = (typeof messageLanguages)[number];

/** The language for a BCP 47 tag such as `de-AT` or `PT`; `undefined`: there's nothing in that one. */
export function messageLanguageFor(tag: string | undefined): MessageLanguage | undefined {
  const primary = primaryOf(tag ?? '');
  return messageLanguages.find((each) => primaryOf(each) === primary);
}

function primaryOf(tag: string): string {
  return tag.trim().toLowerCase().split(/[-_]/)[0] ?? '';
}

/** Texts of the partner's own, by language, with placeholders. A language that has none keeps Gatehouse's text. */
export type OwnMessages = ReadonlyMap<MessageLanguage, string>;

/** What such a text may hold in braces. */
export const messagePlaceholders = ['partner', 'customer', 'link', 'deadline', 'duration', 'roles', 'person'] as const;

/** One of them. */
export type MessagePlaceholder = (typeof messagePlaceholders)[number];
