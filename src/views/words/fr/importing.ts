// Import: changes to tenants from rows that a person hands in.
import { icu } from './icu.js';

/** Columns by the titles that exports give them. */
type ColumnName = 'id' | 'domain' | 'tenant' | 'tags' | 'template' | 'owner';

/** Names and what stands in cells are foreign text. */
export const importing = {
  title: 'Importer',
  howTo:
    'Tapez /importer et collez des lignes en dessous, les en-têtes d’abord, ou joignez un classeur (XLSX) ou un fichier CSV. Si votre conversation supprime les sauts de ligne, mettez « ; » entre les lignes et « , » entre les cellules. Ce que « /exporter locataires » écrit peut être modifié et importé à nouveau.',
  columns: ({ id, domain, tenant, tags, template, owner }: Record<ColumnName, string>) =>
    `« ${id} », « ${domain} » ou « ${tenant} » dit de quel locataire il s’agit. Ce qui est sous « ${tags} » lui est ajouté, et « -vip » retire une étiquette. « ${template} » choisit son modèle d’accès, quelles que soient les règles, et « ${owner} » dit qui s’en occupe. Les cellules vides et les autres colonnes ne changent rien.`,
  /** What becomes of one of the columns. */
  part: ({ column, value }: { column: string; value: string }) => `${column} : ${value}`,
  ownChat: 'L’import se fait dans votre propre conversation avec Gatehouse, où vous seul voyez les lignes.',
  noHeadings: ({ id, domain, tenant, tags, template, owner }: Record<ColumnName, string>) =>
    `La première ligne doit nommer les colonnes : l’une est « ${id} », « ${domain} » ou « ${tenant} », et une autre « ${tags} », « ${template} » ou « ${owner} ».`,
  nothing: 'Rien à modifier',
  more: icu<{ count: number }>('{count, plural, one {et # autre locataire} other {et # autres locataires}}'),
  unchanged: icu<{ count: number }>(
    '{count, plural, one {# ligne dit ce qui est déjà le cas.} other {# lignes disent ce qui est déjà le cas.}}',
  ),
  bad: icu<{ count: number }>(
    '{count, plural, one {# ligne ne peut pas être importée et ne change rien :} other {# lignes ne peuvent pas être importées et ne changent rien :}}',
  ),
  line: ({ line, why }: { line: number; why: string }) => `Ligne ${line} : ${why}`,
  moreBad: icu<{ count: number }>(
    '{count, plural, one {et # autre ligne} other {et # autres lignes}}. Corrigez-les, puis importez à nouveau le fichier.',
  ),
  lost: 'Cet import n’est plus conservé. Envoyez à nouveau les lignes.',
  why: {
    unknownColumn: ({ given }: { given: string }) => `Il n’y a pas de colonne « ${given} ».`,
    unknownTenant: ({ given }: { given: string }) => `Aucun locataire ne s’appelle « ${given} ».`,
    didYouMean: ({ name }: { name: string }) => `Vouliez-vous dire « ${name} » ?`,
    ambiguous: ({ given }: { given: string }) =>
      `Plusieurs locataires s’appellent « ${given} ». Utilisez l’ID de locataire.`,
    notTags: ({ given, most }: { given: string; most: number }) =>
      `« ${given} » ne peut pas être une étiquette. Une étiquette a des lettres, des chiffres et des tirets, au plus ${most} caractères.`,
    unknownTemplate: ({ given }: { given: string }) => `Il n’y a pas de modèle d’accès « ${given} ».`,
    twice: ({ first }: { first: number }) => `Ce locataire est déjà à la ligne ${first}.`,
    noTenant: 'Elle ne dit pas de quel locataire il s’agit.',
    tooManyTags: ({ most }: { most: number }) => `Le locataire aurait plus de ${most} étiquettes.`,
    offboarding: 'La sortie complète du locataire est en cours.',
    unknownOwner: ({ given }: { given: string }) =>
      `Gatehouse ne connaît pas « ${given} ». Demandez-lui d’écrire une fois à Gatehouse, puis importez à nouveau, avec son nom complet ou son ID d’objet Entra.`,
    ambiguousOwner: ({ given }: { given: string }) =>
      `Plusieurs personnes s’appellent « ${given} ». Utilisez l’ID d’objet Entra.`,
    mayNotOwn: ({ given }: { given: string }) =>
      `« ${given} » a besoin du rôle d’opérateur pour s’occuper de locataires. Faites ajouter cette personne à OPERATORS dans les paramètres de Gatehouse, puis importez à nouveau.`,
    ownerNotChecked: ({ given }: { given: string }) =>
      `Gatehouse n’a pas pu vérifier les groupes de « ${given} » dans Microsoft Entra à l’instant et ne sait donc pas si cette personne peut s’occuper de locataires. Importez à nouveau cette ligne dans un instant.`,
    ownedByOther: ({ given }: { given: string }) =>
      `${given} s’occupe de ce locataire. Seul un administrateur peut changer cela.`,
    askerNotChecked: ({ given }: { given: string }) =>
      `${given} s’occupe de ce locataire, et seul un administrateur peut changer cela. Gatehouse n’a pas pu vérifier vos groupes dans Microsoft Entra à l’instant. Importez à nouveau cette ligne dans un instant.`,
  },
};
