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
};
