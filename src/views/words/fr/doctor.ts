// The doctor's own words: what it's for, and what it doesn't take. Its findings are those of a checkup.

/** `--help`, in this order, and the answers to arguments that aren't taken. */
export const doctor = {
  checks:
    'vérifie les paramètres, la connexion, les autorisations, les groupes, l’horloge et le disque : tout ce dont Gatehouse a besoin',
  speaks: ({ languages }: { languages: string }) => `fait de même dans une autre langue : ${languages}`,
  changesNothing:
    'Ne modifie rien et peut s’exécuter à tout moment, que le bot fonctionne ou non. Le code de sortie est 1 en cas de problème.',
  byTerminal: 'Sans --language, la langue est celle de votre terminal (LC_ALL, LC_MESSAGES ou LANG).',
  settings:
    'Définissez les paramètres dans l’environnement ou dans .env. Chaque paramètre est expliqué dans .env.example.',
  unknownArgument: ({ argument }: { argument: string }) => `npm run doctor n’accepte pas ${argument}.`,
  unknownLanguage: ({ languages }: { languages: string }) => `--language accepte ces langues : ${languages}.`,
};
