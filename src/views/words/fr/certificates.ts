// Exit certificates in the chat, and the ways to their files.
import { icu } from './icu.js';

const count = (pattern: string) => icu<{ count: number }>(pattern);

/** Times are for text blocks only; names are foreign text. */
export const certificates = {
  tooltip: ({ which }: { which: string }) => `Certificat de sortie : ${which}`,
  titled: count('{count, plural, one {# certificat de sortie} other {# certificats de sortie}}'),
  newest: ({ shown, total }: { shown: number; total: number }) =>
    `Certificats de sortie : les ${shown} plus récents sur ${total}`,
  findOthers: 'Pour en trouver d’autres, tapez **/certificate** suivi d’un nom, d’un ID de locataire ou d’un numéro.',
  number: ({ id }: { id: string }) => `Certificat ${id}`,
  nameAndDay: ({ tenant, date }: { tenant: string; date: string }) => `${tenant}, ${date}`,
  none: 'Aucun certificat de sortie pour l’instant',
  noMatch: ({ search }: { search: string }) => `Aucun certificat de sortie ne correspond à « ${search} »`,
  didYouMean: ({ nearest }: { nearest: string }) => `Vouliez-vous dire ${nearest} ? Tapez /certificate suivi du nom.`,
  howTo:
    'Un certificat est établi à la fin de la sortie complète d’un locataire. Pour sortir un locataire, ouvrez-le, puis sélectionnez « Sortie complète ».',
  access: {
    none: 'Sortie terminée : plus aucun accès',
    remains: 'Sortie terminée : un accès subsiste',
    unread: 'Sortie terminée : aucun accès trouvé, mais tout n’a pas pu être lu',
    notKnown: 'Sortie terminée : accès indéterminé',
    unsaid: 'Sortie terminée : il reste des éléments',
  },
  yours: {
    none: ({ tenant }: { tenant: string }) => `Vous n’avez plus accès à ${tenant}.`,
    delegatedAdmin: ({ tenant }: { tenant: string }) =>
      `Vous avez toujours accès à ${tenant} par des privilèges d’administration délégués (DAP).`,
    remains: ({ tenant, list }: { tenant: string; list: string }) => `Vous avez toujours accès à ${tenant} : ${list}.`,
    notKnown: ({ tenant }: { tenant: string }) => `On ne sait pas si vous avez encore accès à ${tenant}.`,
    unread: ({ list }: { list: string }) => `Vérification impossible auprès de Microsoft : ${list}.`,
  },
  someStayed: icu<{ tenant: string; count: number }>(
    'La sortie est terminée pour {tenant}, et {count, plural, one {# élément est resté} other {# éléments sont restés}} en place.',
  ),
  nothingRemoved: 'Rien n’a été supprimé.',
  removed: count(
    '{count, plural, one {# élément supprimé. La suppression a été vérifiée auprès de Microsoft.} other {# éléments supprimés. Chaque suppression a été vérifiée auprès de Microsoft.}}',
  ),
  remains: 'Le certificat indique ce qui reste en place, si cela donne un accès, et qui peut y remédier.',
  stillInPlace: 'Encore en place :',
  moreInCertificate: ({ count: more }: { count: number }) => `et ${more} de plus (voir le certificat)`,
  deleted:
    'Toutes les autres données que Gatehouse conservait sur ce locataire ont été supprimées, sauf les ID du journal d’audit et ceux des demandes d’approbation encore surveillées.',
  issued: 'Établi le',
  certificate: 'Certificat',
  hash: 'SHA-256 du JSON',
  pdfLanguage: 'Langue du PDF',
  translation: 'Ce PDF est une traduction, produite à partir du certificat établi.',
  get: ({ kind, tenant }: { kind: string; tenant: string }) => `Obtenir le certificat au format ${kind} : ${tenant}`,
  of: ({ tenant }: { tenant: string }) => `certificat pour ${tenant}`,
  notOffboarded: ({ tenant }: { tenant: string }) => `${tenant} : la sortie n’a pas eu lieu`,
  dropped: 'La sortie a été annulée ou abandonnée avant son démarrage. Rien n’a été fait et rien n’a changé.',
};
