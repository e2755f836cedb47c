// The language of a conversation, and /language.

/** `tag` is the language's BCP 47 tag, `name` what the language calls itself. */
export const language = {
  tag: 'en',
  name: 'English',
  title: 'Language',
  personal: ({ language }: { language: string }) => `Gatehouse speaks ${language} with you.`,
  shared: ({ language }: { language: string }) => `Gatehouse speaks ${language} in this conversation.`,
  /** After `personal`. */
  byTeams: 'It follows the language of your Teams app.',
  hint: 'Select a language, or say /language and its name.',
  unknown: ({ said }: { said: string }) => `I don’t know the language “${said}”.`,
  /** The button, and the word after /language, by which a personal chat follows the person’s Teams app again. */
  automatic: 'Automatic',
  onlyPersonal:
    'Only a personal chat can follow the language of your Teams app. Select a language for this conversation.',
  speak: ({ language }: { language: string }) => `Speak ${language}`,
};
