// Views: searches that a person keeps by a name.
import { icu } from './icu.js';

/** Names and searches are foreign text. */
export const savedViews = {
  title: 'Vos vues',
  what: 'Une vue est une recherche avec un nom. Vos vues ne sont qu’à vous.',
  none: 'Vous n’avez pas encore de vue. Cherchez dans la liste des locataires, puis sélectionnez « Enregistrer la vue… » en dessous.',
  hint: 'Tapez /vue et un nom pour en ouvrir une, ou « /vue enregistrer importants = tag:vip » pour en enregistrer une.',
  inCompany:
    'Dans cette conversation, chaque personne a ses propres vues. Sélectionnez le bouton pour voir les vôtres.',
  show: 'Vos vues',
  count: icu<{ count: number }>('{count, plural, one {# locataire} other {# locataires}}'),
  opensList: 's’ouvre avec /locataires',
  edit: 'Modifier…',
  save: 'Enregistrer la vue…',
  asked: { save: ['enregistrer', 'ajouter'], delete: ['supprimer', 'effacer'] },
  form: {
    titleNew: 'Enregistrer une vue',
    title: 'Modifier une vue',
    name: 'Nom',
    nameHint: 'Clients importants',
    query: 'Recherche',
    opensList: '/locataires ouvre cette vue dans votre propre conversation',
    save: 'Enregistrer',
    delete: 'Supprimer',
  },
  saved: ({ name }: { name: string }) => `C’est enregistré. Tapez /vue ${name} pour l’ouvrir.`,
  replaced: ({ name, query }: { name: string; query: string }) =>
    `C’est enregistré. Avant, « ${name} » cherchait « ${query} ».`,
  deleted: ({ name, query }: { name: string; query: string }) =>
    `« ${name} » est supprimée. Cette vue cherchait « ${query} ».`,
  opened: ({ name }: { name: string }) =>
    `Votre vue « ${name} ». Pour voir tous les locataires, videz la zone de recherche et sélectionnez « Rechercher ».`,
  unknown: ({ name }: { name: string }) => `Vous n’avez pas de vue appelée « ${name} ».`,
  didYouMean: ({ name }: { name: string }) => `Vouliez-vous dire « ${name} » ?`,
  howToSave:
    'Tapez /vue enregistrer, un nom, un signe égal et une recherche, par exemple « /vue enregistrer importants = tag:vip ».',
  refused: {
    noName: 'Donnez un nom à la vue.',
    longName: ({ most }: { most: number }) => `Le nom est trop long : ${most} caractères au plus.`,
    noQuery: 'Saisissez ce que la vue doit chercher.',
    longQuery: ({ most }: { most: number }) => `La recherche est trop longue : ${most} caractères au plus.`,
    nameTaken: ({ name }: { name: string }) => `Vous avez une autre vue appelée « ${name} ».`,
    tooManyViews: ({ most }: { most: number }) => `Vous avez ${most} vues, le maximum. Supprimez-en d’abord une.`,
  },
};
