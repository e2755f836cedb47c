// Limitations: what is wrong, why, and who fixes it how.
import { icu } from './icu.js';

const again =
  'Si vous voulez toujours cet accès, sélectionnez « Redemander l’accès » pour envoyer une nouvelle demande au client. Sinon, sélectionnez « Désactiver ».';
const revalidate = 'Sélectionnez ensuite « Revalider »';
const support = 'demandez à un agent d’administration d’ouvrir une demande de support dans l’Espace partenaires';

/** `title` is a few words, also for a row of the list and a headline. Names in them are foreign text. */
export const limitations = {
  openPartnerCenter: 'Ouvrir l’Espace partenaires',
  acceptInstead: 'Si vous n’y gérez pas Azure, sélectionnez plutôt « Accepter la limitation… ».',
  takenAwayInstead: 'Si c’était voulu, modifiez le modèle d’accès, ou sélectionnez plutôt « Accepter la limitation… ».',
  answer: ({ answer }: { answer: string }) => `Réponse de Microsoft : ${answer}`,
  requestId: ({ id }: { id: string }) => `ID de demande Microsoft : ${id}`,
  requestElsewhere: {
    title: 'Autre demande en attente',
    cause: ({ relationship }: { relationship: string }) =>
      `La demande « ${relationship} » n’a pas été créée par Gatehouse et attend la réponse du client. Gatehouse n’en crée pas une seconde en parallèle.`,
    cure: 'Dans l’Espace partenaires, ouvrez le client, puis « Relations d’administration », et envoyez au client le lien de cette demande. Une fois qu’elle est approuvée, Gatehouse la reprend si elle comporte tous les rôles. Si vous n’en voulez pas, laissez-la expirer, puis sélectionnez « Revalider ».',
  },
  requestRefused: {
    title: 'Microsoft a refusé la demande',
    nameTaken: ({ relationship }: { relationship: string }) => `Il s’agit du nom « ${relationship} ».`,
    cure: `${revalidate} pour renvoyer la demande.`,
  },
  roleMissing: {
    title: ({ roles }: { roles: string }) => `Il manque : ${roles}`,
    cause: icu<{ relationship: string; count: number }>(
      'La relation « {relationship} » est active, mais sans {count, plural, one {ce rôle} other {ces rôles}} du modèle d’accès.',
    ),
    cure: 'Aucun rôle ne peut être ajouté après l’approbation du client. Sélectionnez « Redemander l’accès » : le client reçoit une nouvelle demande avec tous les rôles, et l’accès actuel est conservé d’ici là.',
  },
  templateChanged: {
    title: ({ roles }: { roles: string }) => `Modèle modifié : il manque ${roles}`,
    cause: icu<{ relationship: string; count: number }>(
      'Le modèle d’accès a changé depuis que le client a approuvé « {relationship} » et demande maintenant aussi {count, plural, one {ce rôle} other {ces rôles}}.',
    ),
    cure: 'Aucun rôle ne peut être ajouté après l’approbation du client. Sélectionnez « Redemander l’accès » : le client reçoit une nouvelle demande avec tous les rôles, et l’accès actuel est conservé d’ici là.',
  },
  templateHeld: {
    title: ({ roles }: { roles: string }) => `Modèle modifié : un second administrateur doit approuver ${roles}`,
    cause: icu<{ relationship: string; count: number }>(
      'Le modèle d’accès a changé et donne maintenant à un groupe {count, plural, one {ce rôle privilégié} other {ces rôles privilégiés}}. Le client {count, plural, one {l’a approuvé} other {les a approuvés}} avec « {relationship} », mais pas encore un second administrateur.',
    ),
    cure: 'Sélectionnez « Redemander l’accès » : un second administrateur est consulté, et après son accord le groupe obtient ce qui lui manque. Pour y renoncer, annulez la modification du modèle d’accès.',
  },
  groupNotAssigned: {
    title: ({ group }: { group: string }) => `Rôles non attribués : « ${group} »`,
    cause: 'Microsoft a refusé d’attribuer les rôles du groupe.',
    cure: `${revalidate} pour réessayer l’attribution.`,
  },
  assignmentFailed: {
    title: ({ group }: { group: string }) => `Attribution échouée : « ${group} »`,
    cause: 'Microsoft a accepté l’attribution, puis y a mis fin avec une erreur.',
    cure: `Sélectionnez « Revalider » pour supprimer l’attribution en échec et la recréer. Si elle échoue de nouveau, ${support}.`,
  },
  assignmentGone: {
    title: ({ group }: { group: string }) => `« ${group} » n’a plus d’accès`,
    cause:
      'L’attribution d’accès du groupe a été supprimée, dans l’Espace partenaires ou avec un autre produit. Ce n’était pas Gatehouse.',
    cure: 'Sélectionnez « Revalider » pour attribuer de nouveau l’accès au groupe.',
  },
  rolesTakenAway: {
    title: ({ group, roles }: { group: string; roles: string }) => `« ${group} » a perdu : ${roles}`,
    cause: icu<{ count: number }>(
      '{count, plural, one {Ce rôle a été retiré} other {Ces rôles ont été retirés}} de l’attribution d’accès du groupe, dans l’Espace partenaires ou avec un autre produit. Ce n’était pas Gatehouse.',
    ),
    cure: 'Sélectionnez « Revalider » pour attribuer de nouveau les rôles au groupe.',
  },
  noAzurePlan: {
    title: 'Aucun plan Azure',
    cause:
      'Le client n’a pas de plan Azure chez vous : vous ne pouvez donc pas gérer ses abonnements Azure. Tout le reste fonctionne.',
    cure: `Si vous gérez Azure pour ce client, demandez à une personne ayant les droits d’achat dans l’Espace partenaires d’acheter le plan Azure. ${revalidate}.`,
  },
  azurePlanNotActive: {
    title: 'Plan Azure inactif',
    cause:
      'Le plan Azure du client est suspendu ou a pris fin : vous ne pouvez donc pas gérer ses abonnements Azure. Tout le reste fonctionne.',
    cure: `Si vous gérez Azure pour ce client, demandez à une personne ayant les droits d’achat dans l’Espace partenaires de réactiver le plan. ${revalidate}.`,
  },
  notReseller: {
    title: 'Aucune relation de revendeur',
    cause:
      'Le client n’achète pas par votre intermédiaire, et l’accès à Azure nécessite une relation de revendeur. Tout le reste fonctionne.',
    cure: `Si vous gérez Azure pour ce client, envoyez-lui une demande de relation de revendeur depuis l’Espace partenaires. ${revalidate}.`,
  },
  relationshipLost: {
    terminated: {
      title: 'Accès résilié',
      cause: ({ relationship }: { relationship: string }) =>
        `La relation « ${relationship} » a été résiliée, dans l’Espace partenaires ou par le client : un administrateur général ou une personne ayant le rôle « Customer Delegated Admin Relationship Administrator » peut le faire.`,
      cure: `Demandez au client si c’était voulu. ${again}`,
    },
    expired: {
      title: 'Accès expiré',
      cause: ({ relationship }: { relationship: string }) =>
        `La relation « ${relationship} » est arrivée à sa date de fin et n’a pas été renouvelée.`,
      cure: again,
    },
    expiring: {
      title: 'Accès en cours de suppression',
      cause: ({ relationship }: { relationship: string }) =>
        `La relation « ${relationship} » a dépassé sa date de fin, et Microsoft supprime l’accès.`,
      cure: 'Il est impossible de l’empêcher. Une fois l’accès expiré, vous pourrez envoyer une nouvelle demande ici.',
    },
    gone: {
      title: 'Plus aucun accès',
      cause: ({ relationship }: { relationship: string }) => `Microsoft n’a plus de relation « ${relationship} ».`,
      cure: again,
    },
    declined: {
      title: 'Le client a refusé',
      cause: ({ relationship }: { relationship: string }) =>
        `La demande « ${relationship} » a pris fin sans être approuvée.`,
      cure: `Contactez l’administrateur du client. ${again}`,
    },
    lapsed: {
      title: 'La demande a expiré',
      cause: ({ relationship }: { relationship: string }) =>
        `La demande « ${relationship} » n’a pas été approuvée dans les 90 jours : Microsoft l’a donc supprimée.`,
      cure: again,
    },
  },
  couldNotCheck: {
    title: ({ what }: { what: string }) => `Vérification échouée : ${what}`,
    cause: 'La vérification elle-même a échoué : Gatehouse ne sait donc pas si tout est en place.',
    cure: 'Gatehouse poursuit ses vérifications. Sélectionnez « Revalider » pour vérifier maintenant.',
  },
  keepsFailing: {
    title: ({ what }: { what: string }) => `Échecs : ${what}`,
    cause: ({ said }: { said: string }) => `Dernière tentative : ${said}.`,
    /** For text blocks only. */
    when: ({ since }: { since: string }) => `En échec depuis le ${since}.`,
    cure: `Gatehouse réessaie automatiquement ; la carte du locataire indique quand. Sélectionnez « Revalider » pour réessayer maintenant. Si l’échec persiste, ${support} en indiquant l’ID de demande.`,
  },
  assignmentStuck: {
    title: ({ group }: { group: string }) => `Attribution bloquée : « ${group} »`,
    cause:
      'Microsoft a accepté l’attribution et l’indique toujours comme étant en attente. D’habitude, cela prend une ou deux minutes.',
    /** For text blocks only. */
    when: ({ since }: { since: string }) => `En attente depuis le ${since}.`,
    cure: `Sélectionnez « Revalider » pour supprimer l’attribution en attente et la recréer. Si elle se bloque de nouveau, ${support}.`,
  },
  takesTooLong: {
    title: 'Délai inhabituel chez Microsoft',
    cause:
      'La création, l’activation et l’attribution prennent d’habitude quelques minutes. Ici, plus d’une heure s’est écoulée.',
    state: ({ relationship, status }: { relationship: string; status: string }) =>
      `La relation « ${relationship} » a le statut ${status}.`,
    /** For text blocks only. */
    when: ({ since }: { since: string }) => `En attente depuis le ${since}.`,
    cure: `Gatehouse poursuit ses vérifications. Sélectionnez « Revalider » pour vérifier maintenant. Si rien ne change, ${support}.`,
  },
  unknownStatus: {
    title: 'Statut inconnu chez Microsoft',
    cause: ({ relationship }: { relationship: string }) =>
      `La relation « ${relationship} » a un statut que cette version de Gatehouse ne reconnaît pas : Gatehouse ne peut donc pas dire si vous avez un accès.`,
    cure: 'Vérifiez la relation dans l’Espace partenaires, et voyez si une version plus récente de Gatehouse est disponible.',
  },
  card: {
    title: ({ tenant }: { tenant: string }) => `Limitations : ${tenant}`,
    howToFix: 'Comment y remédier : ',
    acceptedBy: ({ person }: { person: string }) => `Acceptée par ${person}`,
  },
};
