// Help and greeting.

/** `say` is what a person types. */
export const help = {
  title: 'Commandes',
  hint: 'La barre oblique est facultative. Dans un canal ou une conversation de groupe, mentionnez d’abord Gatehouse.',
  /** A button's label and a tenant's name, which can be typed too. */
  buttonsToo: ({ enable, disable, offboarding }: { enable: string; disable: string; offboarding: string }) =>
    `Vous pouvez aussi taper « ${enable} contoso », « ${disable} contoso » ou « ${offboarding} contoso » : cela ouvre la carte du locataire sans rien modifier.`,
  notUnderstood: ({ said }: { said: string }) => `Je ne connais pas « ${said} ».`,
  didYouMean: ({ nearest }: { nearest: string }) => `Vouliez-vous dire ${nearest} ?`,
  showTenants: 'Afficher tous les locataires clients',
  /** What subscribed conversations are notified of. The manifest says it too, so it has at most 128 characters. */
  notifiedWhen:
    'Vous serez averti ici si un accès est approuvé, expire ou est perdu, en cas de problème ou si une sortie est à décider ou finie.',
  commands: {
    tenants: 'Tous les locataires clients avec leur statut, les plus urgents en premier',
    tenantsByName: 'Locataires selon une partie du nom, un domaine ou un ID de locataire',
    tenantsByStatus: 'Locataires par statut',
    open: 'Ce qui attend quelqu’un, le plus grave d’abord ; « /ouverts moi » ne montre que vos locataires',
    expiring: 'Locataires dont l’accès prend fin, les plus proches en premier',
    fleet: 'La situation de tous les locataires, et son évolution',
    tenantsByTag: 'Les locataires qui ont une étiquette',
    view: 'Ouvrir une de vos vues, ou enregistrer une recherche comme vue',
    views: 'Vos recherches enregistrées, avec ce qu’elles trouvent',
    add: 'Ajouter un client qui n’est sur aucune liste, par domaine ou ID de locataire (opérateurs)',
    tag: 'Donner une étiquette à un locataire ; « -vip » la retire (opérateurs)',
    note: 'Une note sur un locataire, que chacun voit sur sa carte (opérateurs)',
    ticket: 'Le ticket qui concerne un locataire (opérateurs)',
    snooze: 'Reporter un locataire de quelques jours, avec une raison (opérateurs)',
    take: 'S’occuper d’un locataire, ou de tous ceux qui correspondent : chacun voit votre nom (opérateurs)',
    release: 'Ne plus s’occuper d’un locataire, ou de tous ceux qui correspondent (opérateurs)',
    assign:
      'Confier un locataire, ou tous ceux qui correspondent, à une autre personne ; qui s’en occupe et les admins le peuvent (opérateurs)',
    enable: 'Demander l’accès à tous les locataires correspondants, après un essai à blanc (opérateurs)',
    revalidate: 'Revalider tous les locataires correspondants (opérateurs)',
    keep: 'Conserver l’accès à tous les locataires correspondants (opérateurs)',
    disable: 'Désactiver tous les locataires correspondants (administrateurs)',
    batches: 'Ce qui a été lancé pour plusieurs locataires à la fois, et où cela en est',
    templates: 'Les modèles d’accès, et les locataires qui les ont',
    export:
      'Obtenir locataires, relations, attributions, accès résiduels, avis aux clients ou historique dans un fichier',
    import:
      'Modifier étiquettes, modèles d’accès et responsables d’après des lignes collées ou un fichier, après un aperçu (opérateurs)',
    history: 'Qui a fait quoi sur un locataire, avec les ID de demande de Microsoft',
    certificate: 'Le certificat de sortie d’un locataire après sa sortie complète (administrateurs)',
    leftovers: 'Locataires non gérés auxquels vous avez encore accès',
    status: 'État de Gatehouse et de ses envois (administrateurs)',
    subscriptions: 'Ce dont cette conversation est avertie, et pourquoi',
    unsubscribe: 'Ne plus envoyer de notifications ici',
    language: 'La langue de cette conversation',
    help: 'Cette liste',
    helpSearch: 'Comment rechercher des locataires',
  },
  /** What people say besides commands, without punctuation; English works too. */
  smallTalk: {
    hello: ['bonjour', 'bonjour à tous', 'bonsoir', 'salut', 'coucou'],
    helloTitle: 'Bonjour !',
    helloLine: 'Tapez /tenants pour voir les locataires de vos clients, ou /help pour toutes les commandes.',
    thanks: [
      'merci',
      'merci bien',
      'merci beaucoup',
      'merci à toi',
      'merci à vous',
      'un grand merci',
      'mille mercis',
      'ok merci',
      'parfait merci',
      'super merci',
    ],
    thanksTitle: 'Je vous en prie !',
  },
  greeting: {
    title: 'Gatehouse est là',
    what: 'Les locataires de vos clients dans cette conversation : demandez l’accès, voyez qui a approuvé et rendez l’accès.',
    subscribed:
      'Tapez **/unsubscribe** pour arrêter, ou **/help** pour toutes les commandes. Dans un canal ou une conversation de groupe, mentionnez d’abord Gatehouse.',
    notSubscribed:
      'Pas de notifications automatiques ici : la personne qui a installé Gatehouse n’a aucun rôle. Une personne ayant un rôle peut taper **/subscribe**. Dans un canal ou une conversation de groupe, mentionnez d’abord Gatehouse.',
    forCard:
      'Pas de notifications automatiques ici : Gatehouse a été ajouté peu après une recherche, peut-être seulement pour une carte. Une personne ayant un rôle peut taper **/subscribe**. Dans un canal ou une conversation de groupe, mentionnez d’abord Gatehouse.',
  },
};
