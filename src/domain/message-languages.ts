// The languages of the message to a customer, which are more than the chat's.

/** As BCP 47 tags, in the order in which a card offers them. */
export const messageLanguages = ['en', 'de', 'fr', 'es', 'it', 'nl', 'pt-BR', 'ja'] as const;

/** One of them. */
export type MessageLanguage = (typeof messageLanguages)[number];

/** Texts of the partner's own, by language, with placeholders. A language that has none keeps Gatehouse's text. */
export type OwnMessages = ReadonlyMap<MessageLanguage, string>;

/** What such a text may hold in braces. */
export const messagePlaceholders = ['partner', 'customer', 'link', 'deadline', 'duration', 'roles', 'person'] as const;

/** One of them. */
export type MessagePlaceholder = (typeof messagePlaceholders)[number];
