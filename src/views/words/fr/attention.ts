// What people leave at a tenant: notes, a ticket, a snooze.
import { icu } from './icu.js';

/** Texts, tickets and names are foreign text. */
export const attention = {
  title: 'Notes, tickets et report',
  howToAsk: {
    note: 'Dites /note, le nom d’un locataire et la note, par exemple « /note contoso rappelle lundi ». « -1 » à sa place supprime la note la plus récente, « -2 » celle d’avant.',
    ticket:
      'Dites /ticket, le nom d’un locataire et le ticket, par exemple « /ticket contoso INC-4711 ». « - » à sa place l’enlève.',
    snooze:
      'Dites /reporter, le nom d’un locataire, les jours (90 au plus) et la raison, par exemple « /reporter contoso 14 client en congé ». « 0 » met fin au report.',
  },
  notTicket: ({ given, most }: { given: string; most: number }) =>
    `« ${given} » ne peut pas être un ticket. Un ticket a des lettres, des chiffres et # . _ / : -, ${most} caractères au plus. Rien n’a été modifié.`,
  noTenant: ({ given }: { given: string }) =>
    `Aucun locataire ne correspond à « ${given} », rien n’a donc été modifié. Tapez une partie du nom, le domaine ou l’ID de locataire ; un nom de plusieurs mots peut être mis entre guillemets.`,
  wrongDays: ({ given, most }: { given: string; most: number }) =>
    `Un locataire peut être reporté de ${most} jours au plus, et « ${given} » dépasse cette limite. Rien n’a été modifié.`,
  tooLong: ({ count, most }: { count: number; most: number }) =>
    `Votre texte compte ${count} caractères, et ${most} au plus sont conservés. Rien n’a été modifié : raccourcissez-le, ou mettez le reste dans votre ticket.`,
  reasonMissing: 'Indiquez aussi pourquoi il est reporté. Rien n’a été modifié.',
  daysMissing: 'Choisissez aussi la durée du report. Rien n’a été modifié.',
  /** The form on the tenant's card. */
  form: {
    title: ({ tenant }: { tenant: string }) => `Note, ticket et report de ${tenant}`,
    hint: 'Tout le monde les voit sur la carte du locataire. Si vous videz le ticket, il est enlevé.',
    note: 'Nouvelle note',
    deletion: 'Supprimer une note',
    noDeletion: 'Aucune',
    ticket: 'Référence du ticket',
    days: 'Reporter de',
    notSnoozed: 'Pas de report',
    asBefore: 'Comme avant',
    ofDays: icu<{ count: number }>('{count, plural, one {# jour} other {# jours}}'),
    reason: 'Raison du report',
    save: 'Enregistrer',
    nothing: 'Rien n’a été saisi, rien n’a donc été modifié.',
  },
  /** What was done, in answer to who asked for it. */
  done: {
    note: ({ tenant }: { tenant: string }) => `Votre note figure désormais sur la carte de ${tenant}.`,
    deleteNote: ({ tenant }: { tenant: string }) => `La note de ${tenant} a été supprimée.`,
    setTicket: ({ tenant, ticket }: { tenant: string; ticket: string }) =>
      `Le ticket de ${tenant} est désormais ${ticket}.`,
    noTicket: ({ tenant }: { tenant: string }) => `${tenant} n’a plus de ticket.`,
    snooze: ({ tenant, day }: { tenant: string; day: string }) =>
      `${tenant} est reporté au ${day}, ou jusqu’à ce que son état change.`,
    wake: ({ tenant }: { tenant: string }) => `${tenant} n’est plus reporté.`,
    take: ({ tenant }: { tenant: string }) =>
      `Vous vous occupez désormais de ${tenant}. Tout le monde voit votre nom sur sa carte.`,
    release: ({ tenant }: { tenant: string }) => `Plus personne ne s’occupe de ${tenant}.`,
    assign: ({ tenant, person }: { tenant: string; person: string }) => `${person} s’occupe désormais de ${tenant}.`,
  },
  /** The input of what takes a ticket, where the partner has one asked for. */
  required: {
    label: 'Référence du ticket (obligatoire)',
    example: 'INC-4711',
    missing: 'Saisissez la référence du ticket concerné. Rien n’a été fait.',
  },
  /** The answers to /assign. */
  assign: {
    title: 'Attribuer',
    howToAsk:
      'Tapez /attribuer, le nom d’un locataire et la personne, par exemple « /attribuer contoso @Megan Bowen ». Seules les personnes ayant le rôle opérateur ou admin peuvent s’occuper de locataires.',
    unknown: ({ given }: { given: string }) =>
      `Gatehouse ne connaît pas « ${given} ». Demandez-lui d’écrire une fois à Gatehouse, puis tapez son nom complet ou son ID d’objet Entra. Rien n’a été modifié.`,
    several: ({ given }: { given: string }) =>
      `Plusieurs personnes s’appellent « ${given} ». Tapez l’ID d’objet Entra. Rien n’a été modifié.`,
    notTold: ({ person }: { person: string }) =>
      `${person} n’a pas de conversation avec Gatehouse : prévenez cette personne vous-même.`,
    notChecked: ({ person }: { person: string }) =>
      `Gatehouse n’a pas pu vérifier les groupes de ${person} dans Microsoft Entra à l’instant et ne sait donc pas si cette personne peut s’occuper de locataires. Rien n’a été modifié. Réessayez dans un instant.`,
    mayNotOwn: ({ person }: { person: string }) =>
      `${person} doit avoir le rôle opérateur pour s’occuper de locataires. Rien n’a été modifié. Faites ajouter cette personne à OPERATORS dans les paramètres de Gatehouse, puis réessayez.`,
  },
  /** What a person wrote. */
  said: ({ person, text }: { person: string; text: string }) => `${person} : ${text}`,
  /** What a history calls what was asked for. */
  asked: {
    note: 'Écrire une note',
    deleteNote: 'Supprimer la note',
    setTicket: 'Nº de ticket',
    snooze: 'Reporter',
    wake: 'Mettre fin au report',
  },
  facts: {
    /** Counted from the newest. */
    note: ({ number }: { number: number }) => `Note nº ${number}`,
    ticket: 'Nº de ticket',
    snooze: 'Reporté',
    snoozed: ({ day, person, text }: { day: string; person: string; text: string }) =>
      `Jusqu’au ${day}, par ${person} : ${text}`,
  },
};
