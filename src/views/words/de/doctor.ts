// The doctor's own words: what it's for, and what it doesn't take. Its findings are those of a checkup.

/** `--help`, in this order, and the answers to arguments that aren't taken. */
export const doctor = {
  checks: 'prüft Einstellungen, Anmeldung, Berechtigungen, Gruppen, Uhr und Laufwerk: alles, was Gatehouse braucht',
  speaks: ({ languages }: { languages: string }) => `tut das in einer anderen Sprache: ${languages}`,
  changesNothing:
    'Ändert nichts und lässt sich jederzeit ausführen, ob der Bot läuft oder nicht. Der Exitcode ist 1, wenn etwas nicht stimmt.',
  byTerminal: 'Ohne --language gilt die Sprache Ihres Terminals (LC_ALL, LC_MESSAGES oder LANG).',
  settings: 'Setzen Sie Einstellungen in der Umgebung oder in .env. .env.example erklärt jede Einstellung.',
  unknownArgument: ({ argument }: { argument: string }) => `npm run doctor kennt das Argument ${argument} nicht.`,
  unknownLanguage: ({ languages }: { languages: string }) => `--language kennt diese Sprachen: ${languages}.`,
};
