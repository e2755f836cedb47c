// Requests to offboarded tenants that may still be approved.
/** Names are foreign text. */
export const watchedRequests = {
  theRequest: 'la demande',
  namedRequest: ({ request }: { request: string }) => `la demande « ${request} »`,
  overTitle: ({ tenant }: { tenant: string }) => `✅ L’accès à ${tenant} a pris fin`,
  over: ({ request }: { request: string }) => `Microsoft le confirme : ${request} ne donne plus d’accès.`,
  terminatingTitle: ({ tenant }: { tenant: string }) => `⏳ L’accès à ${tenant} est en cours de résiliation`,
  requestedBy: ({ person, date }: { person: string; date: string }) => `Demandé par ${person} le ${date}.`,
  unnamed: 'une personne non identifiée',
  asking:
    'Gatehouse le demande à Microsoft, qui ne peut pas mettre fin à un accès dont la mise en place est en cours. Gatehouse réessaie jusqu’à ce que ce soit possible.',
  accepted: 'Microsoft a accepté et l’indique en général en quelques minutes.',
  youAreNotified: 'Vous serez averti dès que Microsoft indiquera que l’accès a pris fin.',
  refusedTitle: ({ tenant }: { tenant: string }) => `❌ L’accès à ${tenant} n’a pas pu être résilié`,
  byHandTerminate:
    'Pour y mettre fin vous-même, ouvrez le client dans l’Espace partenaires, puis « Relations d’administration », et sélectionnez « Mettre fin à la relation ».',
  byHand: 'Pour vérifier vous-même, ouvrez le client dans l’Espace partenaires, puis « Relations d’administration ».',
  openTitle: ({ tenant }: { tenant: string }) => `La demande à ${tenant} n’a pas été approuvée`,
  open: ({ date }: { date: string }) => `Il n’y a aucun accès à résilier. La demande expire le ${date}.`,
  approvedTitle: ({ tenant }: { tenant: string }) =>
    `⚠️ Vous avez de nouveau accès à ${tenant} : une ancienne demande a été approuvée`,
  approved: ({ request, date }: { request: string; date: string }) =>
    `Lors de la sortie du locataire, ${request} était encore ouverte et ne pouvait pas être retirée. Un administrateur du locataire l’a approuvée ; Gatehouse l’a constaté le ${date}. Vous y avez de nouveau accès.`,
  approvedNext:
    'Si ce n’est pas voulu, résiliez l’accès maintenant. Si vous travaillez de nouveau pour ce locataire, vous n’avez rien à faire. Pour le gérer, sélectionnez « Activer » dans /tenants.',
  notWatchedTitle: ({ tenant }: { tenant: string }) => `Gatehouse ne surveille plus la demande à ${tenant}`,
  nothingDone: 'Rien n’a été fait.',
  notFound: 'Microsoft n’a plus cette demande ou n’a pas répondu à l’instant.',
  mayGiveAccess: ({ request }: { request: string }) =>
    `Microsoft affiche encore ${request}, qui peut donc donner un accès. Si le locataire est de nouveau géré, c’est normal, et sa carte dans /tenants permet d’y mettre fin.`,
  offboarded: ({ date, certificate }: { date: string; certificate: string }) =>
    `La sortie du locataire s’est terminée le ${date}, certificat ${certificate}.`,
  settingUp:
    'La mise en place est encore en cours chez Microsoft, et l’accès ne peut pas être résilié avant la fin. Sélectionnez tout de même le bouton : Gatehouse attendra ce moment.',
  refusedUnconfirmed: 'Microsoft a accepté il y a plus d’une heure, mais affiche encore l’accès.',
  refusedForAnHour: 'Depuis une heure, Microsoft indique que ce n’est pas possible pour l’instant.',
  requestId: ({ id }: { id: string }) => `ID de demande Microsoft : ${id}`,
  tenantId: ({ id }: { id: string }) => `Locataire : ${id}`,
  busy: 'Gatehouse s’en occupe déjà. Rien n’a été fait. Réessayez.',
  terminate: 'Résilier maintenant',
  terminateTooltip: ({ tenant }: { tenant: string }) => `Résilier maintenant l’accès à ${tenant}`,
  retryTooltip: ({ tenant }: { tenant: string }) => `Réessayer de résilier l’accès à ${tenant}`,
};
