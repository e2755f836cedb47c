// The doctor's own words: what it's for, and what it doesn't take. Its findings are those of a checkup.

/** `--help`, in this order, and the answers to arguments that aren't taken. */
export const doctor = {
  checks: 'checks settings, sign-in, permissions, groups, clock, disk: everything Gatehouse needs',
  speaks: ({ languages }: { languages: string }) => `does so in another language: ${languages}`,
  changesNothing:
    'Changes nothing. Run it at any time, with or without a running bot. The exit code is 1 if something is wrong.',
  byTerminal: 'Without --language, it speaks the language of your terminal (LC_ALL, LC_MESSAGES or LANG).',
  settings: 'Set settings in the environment or in .env. For each setting, see .env.example.',
  unknownArgument: ({ argument }: { argument: string }) => `npm run doctor doesn’t take ${argument}.`,
  unknownLanguage: ({ languages }: { languages: string }) => `--language takes one of these languages: ${languages}.`,
};
