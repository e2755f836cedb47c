// Batches: one thing done to many tenants.
import { icu } from './icu.js';

/** Names of people and queries are foreign text. */
export const batches = {
  many: 'Plusieurs locataires à la fois',
  /** The question, by what is done. */
  ask: {
    enable: icu<{ count: number }>('Activer {count, plural, one {# locataire} other {# locataires}} ?'),
    revalidate: icu<{ count: number }>('Revalider {count, plural, one {# locataire} other {# locataires}} ?'),
    keepAccess: icu<{ count: number }>('Conserver l’accès à {count, plural, one {# locataire} other {# locataires}} ?'),
    tag: icu<{ count: number }>('Modifier les étiquettes de {count, plural, one {# locataire} other {# locataires}} ?'),
    disable: icu<{ count: number }>('Désactiver {count, plural, one {# locataire} other {# locataires}} ?'),
    endEarlier: icu<{ count: number }>(
      'Mettre fin à la relation antérieure avec {count, plural, one {# locataire} other {# locataires}} ?',
    ),
    take: icu<{ count: number }>('Vous occuper de {count, plural, one {# locataire} other {# locataires}} ?'),
    release: icu<{ count: number }>(
      'Ne plus vous occuper de {count, plural, one {# locataire} other {# locataires}} ?',
    ),
    releaseOther: icu<{ count: number }>(
      'Libérer {count, plural, one {# locataire} other {# locataires}}, même si quelqu’un d’autre s’en occupe ?',
    ),
    import: icu<{ count: number }>(
      'Importer les modifications de {count, plural, one {# locataire} other {# locataires}} ?',
    ),
    assign: icu<{ count: number; person: string }>(
      'Attribuer {count, plural, one {# locataire} other {# locataires}} à {person} ?',
    ),
  },
  /** The living card, by what is done. */
  title: {
    enable: icu<{ count: number }>('Activer {count, plural, one {# locataire} other {# locataires}}'),
    revalidate: icu<{ count: number }>('Revalider {count, plural, one {# locataire} other {# locataires}}'),
    keepAccess: icu<{ count: number }>('Conserver l’accès à {count, plural, one {# locataire} other {# locataires}}'),
    tag: icu<{ count: number }>('Modifier les étiquettes de {count, plural, one {# locataire} other {# locataires}}'),
    disable: icu<{ count: number }>('Désactiver {count, plural, one {# locataire} other {# locataires}}'),
    endEarlier: icu<{ count: number }>(
      'Mettre fin à la relation antérieure avec {count, plural, one {# locataire} other {# locataires}}',
    ),
    take: icu<{ count: number }>('S’occuper de {count, plural, one {# locataire} other {# locataires}}'),
    release: icu<{ count: number }>('Ne plus s’occuper de {count, plural, one {# locataire} other {# locataires}}'),
    releaseOther: icu<{ count: number }>(
      'Libérer {count, plural, one {# locataire} other {# locataires}}, même si quelqu’un d’autre s’en occupe',
    ),
    import: icu<{ count: number }>(
      'Importer les modifications de {count, plural, one {# locataire} other {# locataires}}',
    ),
    assign: icu<{ count: number; person: string }>(
      'Attribuer {count, plural, one {# locataire} other {# locataires}} à {person}',
    ),
  },
  tags: ({ tags }: { tags: string }) => `Étiquettes : ${tags}`,
  requests: icu<{ count: number }>(
    '{count, plural, one {Au plus # nouvelle demande est envoyée à un client. Elle ne peut pas être retirée.} other {Au plus # nouvelles demandes sont envoyées à des clients. Elles ne peuvent pas être retirées.}}',
  ),
  requestsFor: ({ names }: { names: string }) => `Nouvelles demandes, si nécessaire : ${names}`,
  forgets: 'Tout ce que Gatehouse conserve sur ces locataires est supprimé. La désactivation ne met fin à aucun accès.',
  presentStays:
    'Là où vous avez accès aujourd’hui, il est conservé jusqu’à ce que le client approuve et que tout fonctionne par la nouvelle demande.',
  endsEarlier:
    'Microsoft met fin à la relation antérieure avec chaque locataire, à la plus ancienne s’il y en a plusieurs. C’est irréversible. L’accès continue par celle qui l’a remplacée.',
  endsGroups:
    'Les groupes hors de votre modèle d’accès qui n’ont des rôles que par une relation antérieure les perdent.',
  fine: icu<{ count: number }>(
    '{count, plural, one {# locataire l’a déjà, ou c’est en cours.} other {# locataires l’ont déjà, ou c’est en cours.}}',
  ),
  /** Where they're to be released. */
  unowned: icu<{ count: number }>(
    '{count, plural, one {Personne ne s’occupe de # locataire, ou sa libération est en cours.} other {Personne ne s’occupe de # locataires, ou leur libération est en cours.}}',
  ),
  cannot: icu<{ count: number; why: string }>('Impossible pour {count} : {why}'),
  takes: ({ duration }: { duration: string }) => `Durée estimée : ${duration}.`,
  seconds: 'une minute',
  minutes: icu<{ count: number }>('{count, plural, one {# minute} other {# minutes}}'),
  hours: icu<{ count: number }>('{count, plural, one {# heure} other {# heures}}'),
  noticesFirst:
    'Pour prévenir les clients, tapez /export notices : un fichier avec un avis pour chacun, dans la langue choisie pour lui.',
  asByButton:
    'Chaque locataire est traité en votre nom, comme si vous aviez choisi son bouton. Vous pouvez arrêter à tout moment.',
  nothingToDo: 'Rien à faire',
  noneNeeds: 'Aucun locataire correspondant n’en a besoin et ne peut l’avoir.',
  changed: 'Les locataires ont changé depuis : rien n’a été lancé. Vérifiez de nouveau ce qui serait fait.',
  sameWaits: 'L’approbation d’un second administrateur est déjà attendue : rien d’autre n’a été demandé.',
  sameRuns: 'C’est déjà en cours : rien d’autre n’a été lancé.',
  typeNumber: 'Pour confirmer, saisissez le nombre de locataires : ',
  number: 'Nombre de locataires',
  numberExpected: ({ number }: { number: string }) => `Saisissez ${number}.`,
  numberWrong: 'Ce n’est pas le nombre de locataires. Rien n’a été lancé.',
  /** Rows that a person gave, of which these name no tenant, or several. `text` is foreign. */
  wrongRow: {
    inLine: ({ line, text }: { line: number; text: string }) => `Ligne ${line} (« ${text} »)`,
    alone: ({ text }: { text: string }) => `« ${text} »`,
    none: ({ row }: { row: string }) => `${row} : aucun locataire n’a ce nom, ce domaine ni cet ID.`,
    several: ({ row }: { row: string }) =>
      `${row} : plusieurs locataires portent ce nom. Indiquez le domaine ou l’ID du locataire.`,
    more: icu<{ count: number }>(
      '{count, plural, one {# autre ligne ne désigne} other {# autres lignes ne désignent}} aucun locataire, ou plusieurs.',
    ),
  },
  rowsGone: 'Cet aperçu n’est plus conservé, et rien n’a donc commencé. Demandez-le à nouveau.',
  yes: {
    enable: 'Activer',
    revalidate: 'Revalider',
    keepAccess: 'Conserver l’accès',
    tag: 'Modifier les étiquettes',
    disable: 'Désactiver',
    endEarlier: 'Mettre fin',
    take: 'M’en occuper',
    release: 'Libérer',
    releaseOther: 'Libérer',
    import: 'Importer',
    assign: 'Attribuer',
  },
  /** Why tenants are left as they are. */
  why: {
    alreadyUnderWay: 'déjà en cours',
    alreadyDone: 'déjà fait',
    notOnboarded: 'non configuré. « Activer » demande l’accès.',
    microsoftAtWork: 'Microsoft y travaille',
    doesNotApply: 'ne s’applique pas à ce statut',
    newRequestWontHelp: 'problèmes détectés qu’une nouvelle demande ne résout pas. Leurs cartes disent que faire.',
    awaitsCustomer: 'approbation requise. Le client doit d’abord approuver la demande.',
    onlyWithoutGlobalAdministrator:
      'il faut d’abord retirer Administrateur général. « Conserver l’accès », sur la carte du locataire, le propose.',
    accessEnded: 'l’accès a pris fin. « Activer » le redemande.',
    successorWaits: 'une nouvelle demande attend l’approbation du client ou Microsoft',
    noKnownEnd: 'aucun accès actif dont la date de fin soit connue',
    notApproved: 'non approuvé : la relation antérieure sert peut-être encore',
    tooLate: 'pas traité en un jour : il n’a été mis fin à rien',
    tooManyTags: 'plus de 20 étiquettes',
    noCustomer: 'n’est plus votre client dans l’Espace partenaires',
    noSuchTenant: 'n’est plus votre client',
    offboardingUnderWay: 'sortie complète en cours',
    ownedByOther: 'une autre personne suit le locataire',
    ticketMissing: 'aucun ticket indiqué',
    roleLost: 'la personne n’a plus le rôle nécessaire',
    awaitsSecondAdmin: 'exige désormais l’approbation d’un second administrateur : le modèle d’accès a changé',
    other: 'autre raison',
  },
  /** Where the tenants stand to which it was done. */
  standing: {
    awaitsApproval: ({ count }: { count: number }) => `En attente de l’approbation du client : ${count}`,
    approved: ({ count }: { count: number }) => `Approuvés : ${count}`,
    earlierLeft: ({ count }: { count: number }) => `Relation antérieure encore active : ${count}`,
    ended: ({ count }: { count: number }) => `Relation antérieure terminée : ${count}`,
    ending: ({ count }: { count: number }) => `Microsoft y met fin : ${count}`,
    notEnded: ({ count }: { count: number }) => `Impossible d’y mettre fin, voir la carte du locataire : ${count}`,
    endUnknown: ({ count }: { count: number }) =>
      `Locataire désactivé entre-temps, ou sortie complète en cours, Gatehouse n’en suit donc plus la fin : ${count}`,
    issues: ({ cause, count }: { cause: string; count: number }) => `Problèmes détectés : ${cause} (${count})`,
  },
  /** The buttons for the approval links of the batch as a file, by its format. */
  links: ({ format }: { format: string }) => `Liens d’approbation : ${format}`,
  linksHint: 'Les liens sont destinés à la personne qui les envoie aux clients. Ne partagez pas ce fichier.',
  noLinks: 'Il n’y a plus de lien d’approbation : aucun client de ce lot n’a de demande à approuver.',
  show: 'Afficher l’avancement',
  list: {
    title: 'Lots',
    toList: 'Vers la liste des lots',
    what: ({ days }: { days: number }) =>
      `Ce qui a été lancé pour plusieurs locataires à la fois, du plus récent au plus ancien. Un lot reste ici ${days} jours après sa fin.`,
    none: ({ days }: { days: number }) =>
      `Aucun lot n’est en cours, et aucun ne s’est terminé ces ${days} derniers jours. Pour en lancer un, tapez par exemple /activer tag:vip.`,
    awaitsSecond: 'En attente de l’approbation d’un second administrateur',
    notApproved: 'Non approuvé, rien n’a été fait',
    inProgress: ({ done, count }: { done: number; count: number }) => `En cours : ${done} sur ${count} faits`,
    stopped: ({ done, count }: { done: number; count: number }) => `Arrêté : ${done} sur ${count} faits`,
    finished: ({ done, count }: { done: number; count: number }) => `Terminé : ${done} sur ${count} faits`,
  },
  /** One message for many tenants. */
  together: {
    approved: icu<{ count: number }>(
      '✅ {count, plural, one {# locataire est approuvé} other {# locataires sont approuvés}}',
    ),
    issues: icu<{ count: number }>('⚠️ Problèmes détectés dans {count, plural, one {# locataire} other {# locataires}}'),
    unanswered: icu<{ count: number }>(
      '⏳ {count, plural, one {# client n’a pas encore approuvé} other {# clients n’ont pas encore approuvé}}',
    ),
    expires: ({ tenant, day }: { tenant: string; day: string }) => `${tenant} : la demande expire le ${day}`,
    reviewsDue: icu<{ count: number }>(
      '🔎 Il est temps de réexaminer les limitations acceptées de {count, plural, one {# locataire} other {# locataires}}',
    ),
    accepted: 'Limitations acceptées',
    ofCause: ({ cause, tenants }: { cause: string; tenants: string }) => `${cause} : ${tenants}`,
  },
  askedBy: ({ person }: { person: string }) => `Demandé par ${person}`,
  startedBy: ({ person }: { person: string }) => `Lancé par ${person}`,
  done: ({ done, count }: { done: number; count: number }) => `Fait : ${done} sur ${count}`,
  underWay: ({ count }: { count: number }) => `En cours chez Microsoft : ${count}`,
  waiting: ({ count }: { count: number }) => `Reste à faire : ${count}`,
  wereFine: ({ count }: { count: number }) => `Déjà en place : ${count}`,
  left: ({ duration }: { duration: string }) => `Temps restant estimé : ${duration}.`,
  stoppedBy: icu<{ person: string; count: number }>(
    'Arrêté par {person}. {count, plural, one {# locataire reste} other {# locataires restent}} en l’état.',
  ),
  ended: 'Terminé.',
  stop: 'Arrêter',
  stopTooltip: 'Arrêter : aucun autre locataire n’est modifié',
  rest: ({ count }: { count: number }) => `Faire le reste (${count})…`,
  /** A message when it's over. */
  headline: ({ title, done, count }: { title: string; done: number; count: number }) =>
    `${title} : terminé, ${done} sur ${count} faits`,
  stoppedHeadline: ({ title, done, count }: { title: string; done: number; count: number }) =>
    `${title} : arrêté, ${done} sur ${count} faits`,
  second: {
    waits: ({ person, day }: { person: string; day: string }) =>
      `🔐 ${person} l’a demandé. Un second administrateur doit approuver avant le ${day}. Aucun locataire n’est modifié d’ici là.`,
    gives: ({ template, roles }: { template: string; roles: string }) =>
      `Modèle d’accès « ${template} », avec des rôles privilégiés : ${roles}.`,
    givesNone: ({ template }: { template: string }) => `Modèle d’accès « ${template} », sans rôle privilégié.`,
    moreTemplates: icu<{ count: number }>(
      '{count, plural, one {Et # autre modèle d’accès.} other {Et # autres modèles d’accès.}}',
    ),
    approvedBy: ({ person }: { person: string }) => `Approuvé par ${person}`,
    lapsed:
      'Aucun second administrateur n’a approuvé dans les 24 heures. Rien n’a été fait. Refaites la demande si elle est toujours souhaitée.',
    stale:
      'Les modèles d’accès ont changé depuis, ou la personne n’a plus le droit de le demander. Rien n’a été fait. Refaites la demande si elle est toujours souhaitée.',
    sameAdmin: 'Un autre administrateur doit approuver. Rien n’a été fait.',
    nothingWaits: 'Plus rien n’attend un second administrateur ici.',
    asked: ({ title }: { title: string }) => `🔐 Un second administrateur doit approuver : ${title}`,
    notApproved: ({ title }: { title: string }) => `${title} : non approuvé, rien n’a été fait`,
  },
};
