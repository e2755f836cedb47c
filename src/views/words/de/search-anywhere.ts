// The search in the box where a message is written, and the card that it inserts into any chat.

/** Names are foreign text. */
export const searchAnywhere = {
  /** After a status. */
  since: ({ date }: { date: string }) => `seit ${date}`,
  /** On an inserted card, for a person who may see no tenant. */
  forOthers: {
    title: 'Ein Kundenmandant',
    line: 'Seinen aktuellen Status sehen nur Personen mit Zugriff auf Gatehouse. Wenn Sie Zugriff brauchen, fragen Sie Ihren Gatehouse-Administrator.',
  },
  slow: 'Das dauert länger als üblich. Versuchen Sie es gleich noch einmal.',
  notUnderstood:
    'Gatehouse versteht diese Suche nicht. Suchen Sie nach einem Teil eines Namens oder zum Beispiel nach status:genehmigt.',
  memberNotChecked:
    'Gatehouse konnte aus diesem Chat nicht prüfen, ob Sie Mitglied Ihrer Organisation sind. Schreiben Sie Gatehouse einmal in seinem eigenen Chat mit Ihnen „Hallo“ und suchen Sie dann noch einmal.',
};
