// The language of a conversation, and /language.

/** `tag` is the language's BCP 47 tag, `name` what the language calls itself. */
export const language = {
  tag: 'fr',
  name: 'Français',
  title: 'Langue',
  personal: ({ language }: { language: string }) => `Votre langue dans Gatehouse : ${language}.`,
  shared: ({ language }: { language: string }) => `Langue de Gatehouse dans cette conversation : ${language}.`,
  /** After `personal`. */
  byTeams: 'C’est celle de votre application Teams.',
  hint: 'Sélectionnez une langue, ou tapez /language suivi de son nom.',
  unknown: ({ said }: { said: string }) => `Je ne connais pas la langue « ${said} ».`,
  /** The button, and the word after /language, by which a personal chat follows the person’s Teams app again. */
  automatic: 'Automatique',
  onlyPersonal:
    'Seule une conversation personnelle peut suivre la langue de votre application Teams. Sélectionnez une langue pour cette conversation.',
  speak: ({ language }: { language: string }) => `Choisir la langue : ${language}`,
};
