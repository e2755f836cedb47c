// What is wrong with the files that settings name. Each fault follows the name of the file, or of the line's value.

/** By fault. */
export const settingFileFaults = {
  fileAbsent: 'gibt es nicht',
  fileUnreadable: ({ answer }: { answer: string }) => `lässt sich nicht lesen (${answer})`,
  tokensOfOtherKey: 'wurde mit einem anderen TOKEN_KEY verschlüsselt',
  tokensDamaged: 'ist beschädigt',
  // Certificates.
  noCertificate: 'enthält kein Zertifikat',
  keyEncrypted: 'enthält einen verschlüsselten privaten Schlüssel, für den Gatehouse keine Passphrase hat',
  noPrivateKey: 'enthält keinen privaten Schlüssel',
  certificateDamaged: 'ist beschädigt',
  keyOfOtherCertificate: 'enthält einen privaten Schlüssel, der nicht zum Zertifikat gehört',
  keyNotRsa: 'enthält einen Schlüssel, der kein RSA-Schlüssel ist, und andere akzeptiert Microsoft nicht',
  notAuthority: 'beginnt nicht mit dem PEM-Zertifikat einer Zertifizierungsstelle',
  // The partner's own message.
  messageAbsent: ({ example }: { example: string }) =>
    `gibt es nicht, und auch keine für eine andere Sprache, zum Beispiel ${example}`,
  messageNotText: 'enthält keinen Text in UTF-8',
  messageTooLong: ({ length, most }: { length: number; most: number }) =>
    `hat ${length} Zeichen: Höchstens ${most} passen`,
  messageTooManyBytes: ({ bytes, most }: { bytes: number; most: number }) =>
    `hat ${bytes} Bytes: Höchstens ${most} passen`,
  messageRepeats: ({ placeholder }: { placeholder: string }) => `enthält ${placeholder} mehr als zweimal`,
  messageHasMarkup: 'darf nur reinen Text enthalten, ohne Auszeichnungen',
  messageLacksLink: ({ placeholder }: { placeholder: string }) =>
    `enthält kein ${placeholder}, an dessen Stelle der Genehmigungslink tritt`,
  messageHasUnknown: ({ given, placeholders }: { given: string; placeholders: string }) =>
    `enthält „${given}“: Die Platzhalter sind ${placeholders}`,
  // Access template and list of roles.
  hasErrors: ({ lines }: { lines: string }) => `enthält Fehler: ${lines}`,
  jsonEmpty: 'ist leer',
  jsonWrong: 'enthält kein gültiges JSON (Syntaxfehler)',
  jsonLacksName: 'enthält kein gültiges JSON (ein Name in Anführungszeichen fehlt, oder ein Komma ist zu viel)',
  jsonLacksValue: 'enthält kein gültiges JSON (ein Wert fehlt, oder ein Komma ist zu viel)',
  jsonLacksSign: ({ sign }: { sign: string }) => `enthält kein gültiges JSON („${sign}“ fehlt)`,
  jsonGoesOn: 'enthält kein gültiges JSON (nach dem Ende steht noch Text)',
  jsonHasComment: 'enthält kein gültiges JSON (Kommentare sind nicht erlaubt)',
  jsonLacksQuote: 'enthält kein gültiges JSON (ein schließendes Anführungszeichen fehlt)',
  valueMissing: 'fehlt',
  valueEmpty: 'darf nicht leer sein',
  valueTooLong: ({ most }: { most: number }) => `darf höchstens ${most} Zeichen haben`,
  notText: 'muss Text in Anführungszeichen sein',
  notTrueOrFalse: 'muss true oder false sein, ohne Anführungszeichen',
  notList: 'muss eine Liste in eckigen Klammern sein',
  notObject: 'muss ein Objekt in geschweiften Klammern sein',
  unknownNames: ({ names }: { names: string }) => `hat Namen, die Gatehouse nicht kennt: ${names}`,
  notDays: ({ least, most }: { least: number; most: number }) => `muss eine ganze Zahl von ${least} bis ${most} sein`,
  notSecurityGroup: 'muss die Objekt-ID (eine GUID) einer Sicherheitsgruppe sein',
  notRoleId: 'muss eine Rollenvorlagen-ID (eine GUID) sein',
  groupTwice: ({ groupId }: { groupId: string }) =>
    `ist ${groupId}, und dieselbe Gruppe steht noch in einer anderen Zuweisung`,
  noTemplates: 'enthält keine Datei, deren Name auf .json endet',
  notTemplateName:
    'ist kein Name für eine Vorlage: Er muss mit einem Buchstaben oder einer Ziffer beginnen, darf nur Buchstaben, Ziffern, Leerzeichen, Punkte, Bindestriche und Unterstriche enthalten und höchstens 64 Zeichen lang sein',
  noDefaultTemplate: ({ templates }: { templates: string }) =>
    `fehlt: Nennen Sie die Vorlage für Mandanten, für die keine Regel gilt. Die Vorlagen sind: ${templates}`,
  templateUnknown: ({ template, templates }: { template: string; templates: string }) =>
    `nennt die Vorlage „${template}“, die es nicht gibt. Die Vorlagen sind: ${templates}`,
  notTag: ({ most }: { most: number }) =>
    `muss ein Tag sein: Buchstaben, Ziffern und Bindestriche, höchstens ${most} Zeichen, am Anfang ein Buchstabe oder eine Ziffer`,
  notTagOrName: 'muss entweder ein Tag oder einen Namen haben',
  roleUnknown: ({ role }: { role: string }) =>
    `nennt „${role}“, und diese Rolle steht nicht auf der Liste der Rollen, die GDAP unterstützt. npm run template -- --roles listet sie auf. Tragen Sie eine neuere Rolle in eine eigene Liste ein und setzen Sie GDAP_ROLES auf deren Pfad`,
  roleMisspelled: ({ role, meant }: { role: string; meant: string }) =>
    `nennt „${role}“, und diese Rolle steht nicht auf der Liste der Rollen, die GDAP unterstützt. Meinten Sie „${meant}“? Tragen Sie eine neuere Rolle in eine eigene Liste ein und setzen Sie GDAP_ROLES auf deren Pfad`,
};
