// The language of a conversation, and /language.

/** `tag` is the language's BCP 47 tag, `name` what the language calls itself. */
export const language = {
  tag: 'de',
  name: 'Deutsch',
  title: 'Sprache',
  personal: ({ language }: { language: string }) => `Gatehouse spricht mit Ihnen ${language}.`,
  shared: ({ language }: { language: string }) => `Gatehouse spricht in dieser Unterhaltung ${language}.`,
  /** After `personal`. */
  byTeams: 'Das richtet sich nach der Sprache Ihrer Teams-App.',
  hint: 'Wählen Sie eine Sprache oder schreiben Sie /language und ihren Namen.',
  unknown: ({ said }: { said: string }) => `Die Sprache „${said}“ kenne ich nicht.`,
  /** The button, and the word after /language, by which a personal chat follows the person’s Teams app again. */
  automatic: 'Automatisch',
  onlyPersonal:
    'Nur ein persönlicher Chat kann sich nach der Sprache Ihrer Teams-App richten. Wählen Sie eine Sprache für diese Unterhaltung.',
  speak: ({ language }: { language: string }) => `${language} sprechen`,
};
