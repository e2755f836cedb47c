// What Teams shows of the app: in its store, its "about" page, and the list of its commands.

/** At most 100, 80 and 4000 characters; of a command 128. Commands that aren't here are described as in help. */
export const manifest = {
  fullName: 'Gatehouse pour les partenaires Microsoft',
  shortDescription: 'Les locataires de vos clients et votre accès, dans la conversation',
  fullDescription:
    'Gatehouse affiche chaque locataire client avec le statut de votre accès délégué (GDAP), demande leur approbation à vos clients, vous avertit lorsqu’un accès est approuvé ou perdu, et le restitue quand vous n’en avez plus besoin. Tout se passe dans la conversation où votre équipe travaille déjà.',
  commands: {
    tenants: 'Locataires clients avec leur statut ; ajoutez un nom ou un statut pour rechercher',
    history: 'Qui a fait quoi sur un locataire ; ajoutez son nom',
    certificate: 'Le certificat de sortie d’un locataire ; ajoutez son nom (administrateurs)',
    language: 'La langue de cette conversation ; ajoutez-en une autre pour la changer',
    help: 'Afficher toutes les commandes',
  },
  /** The search while writing a message. Titles have at most 32 characters, all else 128. */
  search: {
    title: 'Trouver des locataires',
    description: 'Trouver un locataire par nom, statut ou fin de l’accès, et insérer sa carte dans votre message',
    query: {
      title: 'Recherche',
      description: 'Un nom, un domaine ou des conditions telles que status:approved, ends<30d ou tag:vip',
    },
    status: 'Statut',
    endsAfter: 'Fin de l’accès à partir du',
    endsBefore: 'Fin de l’accès jusqu’au',
    day: 'Une date comme 2027-01-31, ou un nombre de jours comme 30d',
    tag: { title: 'Étiquette', description: 'Une étiquette que votre équipe a donnée à des locataires' },
    /** What a person may ask Copilot. */
    prompts: [
      'Chez quels clients l’accès prend-il fin le mois prochain ?',
      'Quels locataires attendent une approbation ?',
      'Quels locataires avec l’étiquette vip ont des problèmes ?',
    ],
  },
};
