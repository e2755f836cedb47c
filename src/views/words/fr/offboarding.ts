// An offboarding from the decision to the certificate.
import { icu } from './icu.js';

/** Times are for text blocks only; names are foreign text. */
export const offboarding = {
  card: {
    title: ({ tenant }: { tenant: string }) => `Sortie complète : ${tenant}`,
    fallback: ({ tenant, stage }: { tenant: string; stage: string }) => `Sortie complète pour ${tenant} : ${stage}`,
    decidedBy: 'Demandée par',
    approvedBy: 'Approuvée par',
    unnamed: 'Personne inconnue',
    planned: 'Éléments à supprimer, dans cet ordre :',
    more: ({ count: more, states }: { count: number; states: string }) => `et ${more} de plus (${states})`,
  },
  stages: {
    awaitsApproval: '🔐 En attente d’un second administrateur',
    grace: '🕓 Démarrage imminent',
    running: '⏳ En cours',
    stopped: '⚠️ Arrêtée',
    finished: '⏳ Création du certificat',
    dropped: '➖ Abandonnée',
  },
  /** On the offboarding's card. */
  stageSentences: {
    awaitsApproval: ({ until }: { until: string }) =>
      `Rien n’a encore été fait. Un second administrateur doit approuver exactement ce plan avant le ${until}, sinon la sortie est abandonnée.`,
    grace: ({ at }: { at: string }) =>
      `Démarre le ${at}. Rien n’a encore été fait. Jusque-là, « Annuler la sortie » permet de l’arrêter.`,
    running:
      'Certaines étapes prennent quelques minutes chez Microsoft. Vous n’avez rien à faire : cette carte s’actualise automatiquement.',
    stopped:
      'Une suppression a échoué, et seul un administrateur peut continuer : corrigez la cause, puis sélectionnez « Réessayer », ou sélectionnez « Ignorer et continuer ».',
    finished: 'Le certificat est en cours de création. Il indique si vous avez encore un accès.',
  },
  /** On the tenant's card. */
  tenantSentences: {
    awaitsApproval: ({ until }: { until: string }) =>
      `🔐 Sortie complète si un second administrateur approuve avant le ${until}. Rien n’a encore été fait.`,
    grace: ({ at }: { at: string }) =>
      `🕓 Sortie complète à partir du ${at}. Jusque-là, un administrateur peut l’annuler.`,
    running: '⏳ Sortie complète en cours.',
    stopped:
      '⚠️ La sortie est arrêtée, car une suppression a échoué. « Afficher la sortie » indique laquelle, et comment continuer.',
    finished:
      '⏳ La sortie est terminée. Le certificat, qui indique si vous avez encore un accès, est en cours de création.',
  },
  progress: {
    verified: icu<{ done: number; total: number }>(
      '{done, plural, one {# suppression vérifiée} other {# suppressions vérifiées}} sur {total, number}.',
    ),
    verifiedAndLeft: icu<{ done: number; total: number; left: number }>(
      '{done, plural, one {# suppression vérifiée} other {# suppressions vérifiées}} sur {total, number}, {left, plural, one {# élément laissé} other {# éléments laissés}} en place.',
    ),
  },
  buttons: {
    review: 'Examiner et approuver',
    cancel: 'Abandonner la sortie',
    undo: 'Annuler la sortie',
    retry: 'Réessayer',
    leaveRest: 'Ignorer et continuer',
  },
  tasks: {
    assignment: ({ group }: { group: string }) => `Attribution d’accès (${group})`,
    consent: 'Consentement de votre application',
    relationship: ({ relationship }: { relationship: string }) => `Relation GDAP ${relationship}`,
    delegatedAdmin: 'Privilèges d’administration délégués (DAP)',
    reseller: 'Relation de revendeur',
    heldUp: 'En attente d’une suppression en échec',
    waits: 'En attente de son tour',
    asking: 'Demande en cours d’envoi',
    noAnswer: ({ since }: { since: string }) =>
      `Aucune réponse exploitable de Microsoft depuis le ${since}. Gatehouse réessaie automatiquement.`,
    notPossibleYet: ({ since }: { since: string }) =>
      `Depuis le ${since}, Microsoft indique que ce n’est pas encore possible. Gatehouse réessaie automatiquement.`,
    sent: ({ at }: { at: string }) =>
      `Demande acceptée par Microsoft le ${at}, suppression en cours. Elle sera considérée comme faite quand Microsoft l’indiquera.`,
    verified: ({ at }: { at: string }) => `Suppression vérifiée le ${at}`,
    refused: ({ at }: { at: string }) => `Échec le ${at}`,
    left: ({ at }: { at: string }) => `Laissé en place le ${at}`,
    leftBy: ({ person }: { person: string }) => `Par ${person}`,
    sameReason: 'Pour la même raison que ci-dessus.',
    answer: ({ answer }: { answer: string }) => `Réponse de Microsoft : ${answer}`,
    requestId: ({ id }: { id: string }) => `ID de demande Microsoft : ${id}`,
    consentCure:
      'Ajoutez le compte à AdminAgents et à un groupe ayant dans le locataire le rôle Administrateur général, Administrateur d’application ou Administrateur d’application cloud. À défaut, l’administrateur du client peut supprimer l’application d’entreprise dans son Centre d’administration Entra.',
    unconfirmed:
      'Microsoft a accepté la suppression il y a plus d’une heure, mais ne l’indique pas comme faite, ou ne permet pas à Gatehouse de le voir. Vérifiez ce qu’il en est dans l’Espace partenaires.',
    unconfirmedRetry: 'Sélectionnez « Réessayer » pour vérifier de nouveau.',
    counts: {
      refused: icu<{ count: number }>('{count, plural, one {# en échec} other {# en échec}}'),
      left: icu<{ count: number }>('{count, plural, one {# laissée} other {# laissées}} en place'),
      sent: ({ count: tasks }: { count: number }) => `${tasks} en cours`,
      due: ({ count: tasks }: { count: number }) => `${tasks} à faire`,
      proved: icu<{ count: number }>('{count, plural, one {# vérifiée} other {# vérifiées}}'),
    },
  },
  leaveQuestion: {
    title: ({ tenant }: { tenant: string }) => `Ignorer ce qui a échoué et continuer la sortie pour ${tenant} ?`,
    intro: 'Ce qui n’a pas pu être supprimé reste en place, et le certificat le mentionne, avec votre nom.',
    heldUp: icu<{ count: number; list: string }>(
      'Gatehouse poursuit avec {count, plural, one {la suppression qui en dépendait} other {les # suppressions qui en dépendaient}} : {list}.',
    ),
    nothingHeldUp: 'Rien d’autre n’en dépendait : le certificat est donc créé ensuite.',
    lasting:
      'Vous ne pourrez plus y revenir dans cette sortie. Vous pourrez sélectionner de nouveau « Sortie complète » par la suite.',
    refusal: ({ what, why }: { what: string; why: string }) => `${what} : ${why}`,
    yes: 'Ignorer et continuer',
  },
  notices: {
    planSlow: 'Microsoft n’a pas encore répondu à tout. Rien n’a été fait. Réessayez dans un instant.',
    notKnown: 'Cette sortie est terminée, et Gatehouse n’en a aucune trace.',
    decisionSlow: ({ tenant }: { tenant: string }) =>
      `Microsoft tarde à répondre. Si Gatehouse a pu enregistrer votre décision pour ${tenant}, cette carte l’indiquera dans un instant. Si elle vous demande alors encore de décider, décidez de nouveau.`,
    nameExpected: ({ name }: { name: string }) =>
      `Rien n’a été fait : le nom saisi n’est pas celui de ce locataire. Tapez : ${name}`,
    planChanged: ({ tenant }: { tenant: string }) =>
      `Votre accès à ${tenant} a changé depuis la lecture du plan. Rien n’a été fait. Voici le plan actuel.`,
    decidedBy: ({ person, date }: { person: string; date: string }) =>
      `Demande faite par ${person} le ${date}, avec exactement le plan ci-dessous.`,
    reviewChanged: ({ tenant, person }: { tenant: string; person: string }) =>
      `Votre accès à ${tenant} a changé depuis la demande faite par ${person} : elle ne peut plus être approuvée. Abandonnez-la, puis décidez de nouveau.`,
    decisionDropped: ({ tenant, person }: { tenant: string; person: string }) =>
      `Votre accès à ${tenant} a changé depuis la demande faite par ${person}. La demande a été abandonnée et rien n’a été fait. Voici le plan actuel.`,
    ownDecision: 'Vous avez vous-même fait cette demande : un autre administrateur doit donc l’approuver.',
  },
};
