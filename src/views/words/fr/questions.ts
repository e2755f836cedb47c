// Questions before something that lasts.
import { icu } from './icu.js';

/** Names in them are foreign text. */
export const questions = {
  happens: 'Ce qui va se passer',
  stays: 'Ce qui ne change pas',
  disable: {
    title: ({ tenant }: { tenant: string }) => `Désactiver ${tenant} ?`,
    intro:
      'Gatehouse oublie ce locataire et cesse de le gérer. « Désactiver » ne met fin à aucun accès, contrairement à « Sortie complète ».',
    deleted:
      'Toutes les données que Gatehouse conserve sur ce locataire sont supprimées. Le journal d’audit garde des ID, que /history affiche encore.',
    notManaged: 'Gatehouse ne modifie plus ce locataire et n’envoie plus de notifications à son sujet.',
    status: 'Le statut devient « Non configuré ».',
    removalUnfollowed: 'Gatehouse ne suit plus la suppression en cours de l’accès DAP.',
    requestStays:
      'La demande ouverte ne peut pas être retirée : le client peut encore l’approuver jusqu’à son expiration.',
    yes: 'Désactiver',
    yesTooltip: ({ tenant }: { tenant: string }) => `Désactiver ${tenant}`,
  },
  enable: {
    title: ({ tenant }: { tenant: string }) => `Activer ${tenant} ?`,
    request: icu(
      'Gatehouse demande {count, plural, one {# rôle} other {# rôles}} au client. Vous aurez accès dès que son administrateur aura approuvé.',
    ),
    adopt: ({ relationship }: { relationship: string }) =>
      `Gatehouse reprend la relation « ${relationship} », et rien n’est demandé.`,
    adoptRequest: ({ relationship }: { relationship: string }) =>
      `La demande « ${relationship} » est encore ouverte. Gatehouse la reprend, et rien d’autre n’est demandé.`,
    requestElsewhere: ({ relationship }: { relationship: string }) =>
      `La demande « ${relationship} » n’a pas été faite par Gatehouse et attend le client. Gatehouse n’en crée pas d’autre à côté : rien n’est demandé.`,
    unknown: icu(
      'Microsoft n’a pas encore dit s’il existe une relation ou une demande qui convient. Si oui, Gatehouse la reprend et ne demande rien. Sinon, Gatehouse demande {count, plural, one {# rôle} other {# rôles}} au client.',
    ),
    roles: 'Rôles pour vos groupes',
    howLong: 'Durée',
    lasts: icu('{days, plural, one {# jour} other {# jours}}, puis l’accès prend fin'),
    renews: icu('{days, plural, one {# jour} other {# jours}}, puis renouvellement par 180 jours'),
    lasting: 'Une demande ne peut pas être retirée. Le client peut l’approuver pendant 90 jours.',
    template: 'Modèle d’accès',
    byRule: ({ template }: { template: string }) => `Selon les règles : ${template}`,
    /** The button that shows what the choice and the tags come to. */
    preview: 'Aperçu',
    tags: 'Étiquettes à ajouter',
    tagsExample: 'vip, maintenance-incluse',
    notShown:
      'Vous avez choisi un autre modèle d’accès que celui affiché. Rien n’a été demandé. Voici ce que donne votre choix.',
    templateChanged: 'Le modèle d’accès a changé entre-temps. Rien n’a été demandé.',
    yes: 'Demander l’accès',
  },
  enableAgain: {
    title: ({ tenant }: { tenant: string }) => `Réactiver ${tenant} ?`,
    intro: ({ tenant, date }: { tenant: string; date: string }) =>
      `${tenant} : sortie terminée le ${date}, avec un certificat de sortie.`,
    access: 'Vous aurez alors de nouveau accès, quoi qu’indique le certificat.',
    certificateStays: 'Le certificat ne change pas. /certificate l’affiche.',
  },
  removeDelegatedAdmin: {
    title: ({ tenant }: { tenant: string }) =>
      `Supprimer les privilèges d’administration délégués (DAP) pour ${tenant} ?`,
    intro:
      'Cela met fin à l’ancien accès, sans restriction, de vos agents d’administration à ce locataire. Vous ne pouvez pas annuler cette action ici : le client devrait accorder de nouveau cet accès.',
    removed: 'Microsoft supprime la relation DAP, en général en quelques minutes.',
    gdapStays: 'Les relations GDAP et leurs accès.',
    resellerStays: 'La relation de revendeur, les abonnements et la facturation.',
    tenantStays: 'Les données que Gatehouse conserve sur ce locataire, contrairement à « Désactiver ».',
    yes: 'Supprimer l’accès DAP',
    yesTooltip: ({ tenant }: { tenant: string }) => `Supprimer l’accès DAP pour ${tenant}`,
  },
  reservations: {
    title: ({ tenant }: { tenant: string }) => `L’accès DAP ne peut pas encore être supprimé pour ${tenant}`,
    intro: icu<{ tenant: string; count: number }>(
      '{tenant} a {count, plural, one {# instance réservée Azure, qui doit d’abord être annulée} other {# instances réservées Azure, qui doivent d’abord être annulées}}. Appelez le support Azure. Rien n’a été modifié.',
    ),
    item: ({ quantity, kind, product }: { quantity: number; kind: string; product: string }) =>
      `${quantity} × ${kind} (${product})`,
    unnamedKind: 'instance réservée',
    noProduct: 'sans ID de produit',
    until: ({ day }: { day: string }) => `jusqu’au ${day}`,
    support: 'Support Azure',
  },
  acceptLimitations: {
    form: {
      reason: 'Pourquoi c’est accepté',
      accountable: 'Qui en répond',
      review: 'À réexaminer le',
      reasonMissing: 'Indiquez pourquoi vous l’acceptez. Rien n’a été modifié.',
      dayMissing: 'Choisissez une date de réexamen dans les 365 prochains jours. Rien n’a été modifié.',
    },
    title: icu<{ tenant: string; count: number }>(
      'Accepter {count, plural, one {cette limitation} other {ces # limitations}} pour {tenant} ?',
    ),
    /** `cause`: the first of them, and how many more. */
    intro: icu<{ cause: string; count: number }>(
      '{cause}. En acceptant, vous indiquez que vous {count, plural, one {la connaissez et la laissez en l’état} other {les connaissez et les laissez en l’état}}. Cela ne vous donne aucun accès.',
    ),
    recorded: 'Votre nom et l’heure sont enregistrés dans l’historique du locataire et le journal d’audit.',
    row: 'Sa ligne dans la liste indique « accepté » et passe après les locataires qui demandent encore votre attention.',
    undone: 'Si autre chose est détecté, l’acceptation prend fin et vous êtes averti.',
    takeBack: 'Vous pouvez la retirer à tout moment sous « Examiner les limitations ».',
    statusStays: 'Le statut : « Problèmes détectés ».',
    checks: 'Gatehouse continue de vérifier le locataire. Quand tout est en place, le statut devient « Approuvé ».',
    yes: 'Accepter',
    yesTooltip: ({ tenant }: { tenant: string }) => `Accepter les limitations pour ${tenant}`,
  },
};
