// Ce qui attend un second administrateur.

/** Names are foreign text. */
export const secondAdmin = {
  subjects: {
    enable: 'demander l’accès (Activer)',
    tag: 'changer d’étiquettes, et avec elles de modèle d’accès',
    removeGlobalAdministrator: 'retirer Administrateur général et conserver l’accès',
    endEarlier: 'mettre fin à une relation antérieure',
  },
  somethingAsked: 'la demande',
  offboarding: 'sortie complète',
  waits: ({ person, what, day }: { person: string; what: string; day: string }) =>
    `🔐 ${person} a demandé : ${what}. Un second administrateur doit approuver avant le ${day}. Rien n’est fait d’ici là.`,
  willBeAsked: '🔐 Un second administrateur doit l’approuver dans les 24 heures. Rien n’est fait d’ici là.',
  ask: 'Demander à un second administrateur',
  review: 'Examiner la demande…',
  title: ({ what, tenant }: { what: string; tenant: string }) => `${tenant} : ${what} ?`,
  intro: ({ person, date, day }: { person: string; date: string; day: string }) =>
    `${person} l’a demandé le ${date}. Sans l’accord d’un second administrateur avant le ${day}, rien n’est fait.`,
  template: ({ template }: { template: string }) => `L’accès est demandé au client selon le modèle « ${template} ».`,
  ledTo: ({ template }: { template: string }) =>
    `Le locataire reçoit le modèle d’accès « ${template} », et la prochaine vérification attribue ses rôles.`,
  privileged: ({ roles }: { roles: string }) => `Rôles privilégiés inclus : ${roles}.`,
  inTheirName: ({ person }: { person: string }) => `Cela se fait au nom de ${person}, et votre accord est consigné.`,
  own: 'Vous l’avez demandé : un autre administrateur doit donc l’approuver.',
  ownOfOperator: 'Vous l’avez demandé : un administrateur doit donc l’approuver.',
  takesAdmin: 'Il faut le rôle Administrateur pour approuver.',
  yes: 'Approuver',
  yesTooltip: ({ tenant }: { tenant: string }) => `Approuver ce qui est demandé pour ${tenant}`,
  no: 'Refuser',
  noTooltip: ({ tenant }: { tenant: string }) => `Refuser ce qui est demandé pour ${tenant}`,
  withdraw: 'Retirer la demande',
  withdrawTooltip: ({ tenant }: { tenant: string }) => `Retirer votre demande pour ${tenant}`,
  stale: ({ tenant }: { tenant: string }) =>
    `${tenant} a changé depuis la demande, ou la personne n’a plus le droit de la faire. Rien n’a été fait. Refaites la demande si elle est toujours souhaitée.`,
  notChecked: ({ person }: { person: string }) =>
    `Gatehouse n’a pas pu vérifier les groupes de ${person} dans Microsoft Entra à l’instant et ne sait donc pas si cette personne a encore le droit de le demander. La demande attend toujours. Réessayez dans un instant.`,
};
