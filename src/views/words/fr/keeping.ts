// Keeping access beyond its end.
import { icu } from './icu.js';

/** Names in questions are foreign text. */
export const keeping = {
  /** While it's under way, by how it's kept. */
  underWay: {
    extend: 'Conserver l’accès : Gatehouse active la prolongation automatique.',
    removeGlobalAdministrator:
      'Conserver l’accès : Microsoft supprime le rôle Administrateur général, puis la prolongation automatique est activée.',
    request: 'Conserver l’accès : Gatehouse prépare la demande d’une autre relation.',
  },
  late: 'Il reste moins de 24 heures, il est donc peut-être trop tard. Gatehouse vérifiera de nouveau après la fin.',
  emptied: icu<{ count: number; groups: string }>(
    '{count, plural, one {# groupe n’avait pas d’autre rôle et n’en a plus aucun} other {# groupes n’avaient pas d’autre rôle et n’en ont plus aucun}} : {groups}.',
  ),
  failed: ({ cause }: { cause: string }) => `L’accès n’a pas pu être conservé. ${cause}`,
  causes: {
    operationFailed: 'Microsoft a commencé à supprimer le rôle Administrateur général, sans y parvenir.',
    unconfirmed: 'Microsoft l’a accepté il y a plus d’une heure, mais ne l’affiche pas comme terminé.',
    ended: 'La relation a pris fin avant.',
    notApproved: 'Le client n’a pas approuvé la demande.',
  },
  wayOut: 'Vous pouvez le faire dans l’Espace partenaires, ou sélectionner de nouveau « Conserver l’accès ».',
  answer: ({ answer }: { answer: string }) => `Réponse de Microsoft : ${answer}.`,
  openPartnerCenter: 'Ouvrir l’Espace partenaires',
  title: ({ tenant }: { tenant: string }) => `Conserver l’accès à ${tenant} ?`,
  /** Before Global Administrator is given up. */
  removal: {
    intro: ({ date }: { date: string }) =>
      `L’accès prend fin le ${date}. Microsoft ne prolonge pas une relation qui a le rôle Administrateur général, Gatehouse supprime donc d’abord ce rôle.`,
    removed: ({ relationship }: { relationship: string }) =>
      `Le rôle Administrateur général est supprimé de « ${relationship} ». Seule une nouvelle demande approuvée par le client le rétablit.`,
    noLonger: 'Ce que seul un administrateur général peut faire chez ce client, vos groupes ne pourront plus le faire.',
    groups: icu<{ count: number }>(
      '{count, plural, one {# groupe n’a pas d’autre rôle et perd son accès.} other {# groupes n’ont pas d’autre rôle et perdent leur accès.}}',
    ),
    extended:
      'La prolongation automatique est activée : le dernier jour, l’accès est prolongé de 180 jours, et ainsi de suite.',
    othersStay: 'Tous les autres rôles, et les groupes qui les ont.',
    takesAdmin: 'Le rôle administrateur est nécessaire : adressez-vous à l’un de vos administrateurs.',
    yes: 'Supprimer et conserver',
    yesTooltip: ({ tenant }: { tenant: string }) =>
      `Supprimer le rôle Administrateur général et conserver l’accès à ${tenant}`,
  },
  /** Before auto-extend is switched on, where that takes a ticket. */
  extension: {
    intro: ({ date }: { date: string }) => `L’accès prend fin le ${date}, et Gatehouse peut le prolonger.`,
    yes: 'Conserver l’accès',
    yesTooltip: ({ tenant }: { tenant: string }) => `Conserver l’accès à ${tenant}`,
  },
  /** Before another relationship is asked for. */
  request: {
    intro: ({ date }: { date: string }) =>
      `L’accès prend fin le ${date}, et cette relation ne peut pas être prolongée avec tous les rôles de votre modèle d’accès.`,
    sent: 'Gatehouse demande au client une autre relation, avec tous les rôles de votre modèle d’accès.',
    approval: 'L’administrateur du client doit l’approuver. La demande ne peut pas être retirée pendant 90 jours.',
    accessStays: 'Votre accès jusque-là. Les groupes changent de relation dès que le client a approuvé.',
    yes: 'Envoyer la demande',
    yesTooltip: ({ tenant }: { tenant: string }) => `Envoyer la demande à ${tenant}`,
  },
  drift: {
    card: ({ when }: { when: string }) =>
      `La prolongation automatique est désactivée, alors que le modèle d’accès la prévoit. L’accès prend fin ${when} si elle n’est pas activée.`,
    cause: ({ when }: { when: string }) => `la prolongation automatique est désactivée et l’accès prend fin ${when}`,
    title: icu<{ count: number }>(
      '{count, plural, one {⚠️ La prolongation automatique est désactivée chez # locataire} other {⚠️ La prolongation automatique est désactivée chez # locataires}}',
    ),
    list: 'Voir les locataires',
    hint: 'Leur modèle d’accès la prévoit. Ouvrez un locataire et sélectionnez « Conserver l’accès » pour l’activer.',
  },
  repairStopped: icu<{ count: number }>(
    'Gatehouse l’a corrigé {count, plural, other {# fois}}, comme le prévoit le modèle d’accès, et chaque fois cela a été modifié de nouveau. Il ne le fait plus de lui-même.',
  ),
};
