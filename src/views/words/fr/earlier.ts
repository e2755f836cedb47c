// Une relation qu’une autre a remplacée.
import { icu } from './icu.js';

/** Names in it are foreign text. */
export const earlier = {
  still: icu<{ count: number; relationship: string }>(
    '{count, plural, one {Une relation antérieure est encore active : « {relationship} »} other {# relations antérieures sont encore actives, dont la plus ancienne est « {relationship} »}}. Celle qui l’a remplacée a tous les rôles du modèle d’accès ; un administrateur peut donc y mettre fin.',
  ),
  waits: 'Il est mis fin à la relation antérieure : Gatehouse le demande à Microsoft.',
  underWay: 'Microsoft met fin à la relation antérieure.',
  failed: ({ cause }: { cause: string }) => `Il n’a pas été possible de mettre fin à la relation antérieure. ${cause}`,
  causes: {
    unconfirmed: 'Microsoft l’a accepté il y a plus d’une heure, mais affiche encore la relation comme active.',
    notPossible: 'Ce n’était pas possible en une heure ; rien n’a donc été terminé.',
  },
  answer: ({ answer }: { answer: string }) => `Réponse de Microsoft : ${answer}.`,
  wayOut: 'Vous pouvez y mettre fin dans l’Espace partenaires ou réessayer.',
  title: ({ tenant }: { tenant: string }) => `Mettre fin à la relation antérieure avec ${tenant} ?`,
  intro: ({ earlier, relationship }: { earlier: string; relationship: string }) =>
    `« ${earlier} » a été remplacée par « ${relationship} », qui a tous les rôles de votre modèle d’accès.`,
  ended: ({ earlier }: { earlier: string }) => `Microsoft met fin à « ${earlier} ». C’est irréversible.`,
  groups: 'Les groupes hors de votre modèle d’accès qui n’ont des rôles que par elle les perdent.',
  accessStays: ({ relationship }: { relationship: string }) =>
    `Votre accès par « ${relationship} », avec tous les groupes de votre modèle d’accès.`,
  yes: 'Mettre fin',
  yesTooltip: ({ tenant }: { tenant: string }) => `Mettre fin à la relation antérieure avec ${tenant}`,
};
