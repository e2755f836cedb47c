// The doctor's own words: what it's for, and what it doesn't take. Its findings are those of a checkup.

/** `--help`, in this order, and the answers to arguments that aren't taken. */
export const doctor = {
  checks:
    'comprueba la configuración, el inicio de sesión, los permisos, los grupos, el reloj y el disco: todo lo que Gatehouse necesita',
  speaks: ({ languages }: { languages: string }) => `hace lo mismo en otro idioma: ${languages}`,
  changesNothing:
    'No cambia nada. Puede ejecutarlo en cualquier momento, con el bot en marcha o sin él. El código de salida es 1 si algo falla.',
  byTerminal: 'Sin --language, usa el idioma de su terminal (LC_ALL, LC_MESSAGES o LANG).',
  settings: 'Defina los valores en el entorno o en .env. Cada valor se explica en .env.example.',
  unknownArgument: ({ argument }: { argument: string }) => `npm run doctor no admite ${argument}.`,
  unknownLanguage: ({ languages }: { languages: string }) => `--language admite estos idiomas: ${languages}.`,
};
