// The search in the box where a message is written, and the card that it inserts into any chat.

/** Names are foreign text. */
export const searchAnywhere = {
  /** After a status. */
  since: ({ date }: { date: string }) => `depuis le ${date}`,
  /** On an inserted card, for a person who may see no tenant. */
  forOthers: {
    title: 'Le locataire d’un client',
    line: 'Seules les personnes qui ont accès à Gatehouse voient son état actuel. Si vous avez besoin d’un accès, adressez-vous à votre administrateur Gatehouse.',
  },
  slow: 'Cela prend plus de temps que d’habitude. Réessayez dans un instant.',
  notUnderstood:
    'Gatehouse ne comprend pas cette recherche. Recherchez une partie d’un nom ou, par exemple, status:approved.',
  memberNotChecked:
    'Gatehouse n’a pas pu vérifier depuis cette conversation que vous êtes membre de votre organisation. Dites une fois bonjour à Gatehouse dans votre propre conversation avec lui, puis relancez la recherche.',
};
