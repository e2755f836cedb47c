// The language of a conversation, and /language.

/** `tag` is the language's BCP 47 tag, `name` what the language calls itself. */
export const language = {
  tag: 'es',
  name: 'Español',
  title: 'Idioma',
  personal: ({ language }: { language: string }) => `Gatehouse usa este idioma con usted: ${language}.`,
  shared: ({ language }: { language: string }) => `Gatehouse usa este idioma en esta conversación: ${language}.`,
  /** After `personal`. */
  byTeams: 'Es el idioma de su aplicación de Teams.',
  hint: 'Seleccione un idioma, o escriba /language y su nombre.',
  unknown: ({ said }: { said: string }) => `No reconozco el idioma “${said}”.`,
  /** The button, and the word after /language, by which a personal chat follows the person’s Teams app again. */
  automatic: 'Automático',
  onlyPersonal:
    'Solo un chat personal puede usar automáticamente el idioma de su aplicación de Teams. Seleccione un idioma para esta conversación.',
  speak: ({ language }: { language: string }) => `Cambiar a ${language}`,
};
