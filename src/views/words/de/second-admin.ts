// Was auf einen zweiten Admin wartet.

/** Names are foreign text. */
export const secondAdmin = {
  subjects: {
    enable: 'Zugriff anfordern (Aktivieren)',
    tag: 'Tags und damit die Zugriffsvorlage ändern',
    removeGlobalAdministrator: 'Globaler Administrator entfernen und Zugriff behalten',
    endEarlier: 'eine frühere Beziehung beenden',
  },
  somethingAsked: 'das Angeforderte',
  offboarding: 'vollständiges Offboarding',
  waits: ({ person, what, day }: { person: string; what: string; day: string }) =>
    `🔐 ${person} hat angefordert: ${what}. Ein zweiter Admin muss bis ${day} genehmigen. Vorher wird nichts ausgeführt.`,
  willBeAsked: '🔐 Ein zweiter Admin muss das innerhalb eines Tages genehmigen. Vorher wird nichts ausgeführt.',
  ask: 'Zweiten Admin fragen',
  review: 'Anforderung prüfen…',
  title: ({ what, tenant }: { what: string; tenant: string }) => `${tenant}: ${what}?`,
  intro: ({ person, date, day }: { person: string; date: string; day: string }) =>
    `${person} hat das am ${date} angefordert. Ohne Genehmigung eines zweiten Admins bis ${day} wird nichts ausgeführt.`,
  template: ({ template }: { template: string }) =>
    `Vom Kunden wird Zugriff nach der Vorlage „${template}“ angefordert.`,
  ledTo: ({ template }: { template: string }) =>
    `Der Mandant bekommt die Zugriffsvorlage „${template}“, und die nächste Prüfung weist deren Rollen zu.`,
  privileged: ({ roles }: { roles: string }) => `Privilegierte Rollen darin: ${roles}.`,
  inTheirName: ({ person }: { person: string }) =>
    `Es geschieht im Namen von ${person}, und Ihre Genehmigung wird festgehalten.`,
  own: 'Das haben Sie angefordert, deshalb muss es ein anderer Admin genehmigen.',
  ownOfOperator: 'Das haben Sie angefordert, deshalb muss es ein Admin genehmigen.',
  takesAdmin: 'Zum Genehmigen brauchen Sie die Rolle Admin.',
  yes: 'Genehmigen',
  yesTooltip: ({ tenant }: { tenant: string }) => `Für ${tenant} Angefordertes genehmigen`,
  no: 'Ablehnen',
  noTooltip: ({ tenant }: { tenant: string }) => `Für ${tenant} Angefordertes ablehnen`,
  withdraw: 'Zurückziehen',
  withdrawTooltip: ({ tenant }: { tenant: string }) => `Ihre Anforderung für ${tenant} zurückziehen`,
  stale: ({ tenant }: { tenant: string }) =>
    `${tenant} hat sich seit der Anforderung geändert, oder die Person darf das nicht mehr anfordern. Es wurde nichts ausgeführt. Fordern Sie es noch einmal an, falls es weiterhin gewünscht ist.`,
  notChecked: ({ person }: { person: string }) =>
    `Gatehouse konnte die Gruppen von ${person} in Microsoft Entra gerade nicht prüfen und weiß deshalb nicht, ob die Person das noch anfordern darf. Es wartet weiterhin. Versuchen Sie es gleich noch einmal.`,
};
