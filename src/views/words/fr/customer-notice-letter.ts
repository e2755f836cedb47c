// What a customer is told beforehand, in French.
import type { CustomerNoticeLetter } from '../en/customer-notice-letter.js';

/** What happens and when, what the customer's own alarms may report of it, and how to check it. */
export const customerNoticeLetter: CustomerNoticeLetter = {
  purpose: ({ tenant }) =>
    `Nous vous informons d’un changement prévu de notre accès au locataire Microsoft 365 de ${tenant}.`,
  what: {
    extend: ({ relationship, date }) =>
      `Ce qui va se passer : nous activons le renouvellement automatique de la relation « ${relationship} ». Sans cela, notre accès prendrait fin le ${date}. Avec lui, il est prolongé de 180 jours ce jour-là, puis de nouveau ensuite. Nous n’obtenons aucun rôle supplémentaire.`,
    removeGlobalAdministrator: ({ relationship, date }) =>
      `Ce qui va se passer : nous renonçons au rôle Administrateur général dans la relation « ${relationship} » et activons son renouvellement automatique. Sans cela, notre accès prendrait fin le ${date}. Il est ainsi prolongé de 180 jours ce jour-là avec les rôles restants, puis de nouveau ensuite.`,
    request: ({ date }) =>
      `Ce qui va se passer : notre accès prend fin le ${date}. Avant cela, nous vous envoyons une demande de nouvelle relation, dont le nom commence par « Gatehouse- ». Rien ne change tant qu’aucun de vos administrateurs ne l’approuve. Vous recevrez le lien dans un message distinct.`,
    offboarding:
      'Ce qui va se passer : nous mettons fin à notre accès à votre locataire. Nous retirons les relations par lesquelles nous le gérons, les rôles de nos groupes et le consentement à nos applications, dans la mesure où ils existent.',
  },
  when: ({ date }) => `Quand : à partir du ${date}, en général dans les 24 heures.`,
  mayReport: {
    extend: ({ relationship, date }) =>
      `Ce que vous pouvez voir : vos journaux d’audit ou vos alertes de sécurité peuvent signaler que la relation de partenariat « ${relationship} » a été modifiée. Les messages de Microsoft selon lesquels elle prend fin le ${date} concernent la même relation.`,
    removeGlobalAdministrator: ({ relationship, date }) =>
      `Ce que vous pouvez voir : vos journaux d’audit ou vos alertes de sécurité peuvent signaler que la relation de partenariat « ${relationship} » a été modifiée et a perdu le rôle Administrateur général. Les messages de Microsoft selon lesquels elle prend fin le ${date} concernent la même relation.`,
    request: ({ date }) =>
      `Ce que vous pouvez voir : vos journaux d’audit ou vos alertes de sécurité peuvent signaler une nouvelle relation de partenariat. Les messages de Microsoft selon lesquels notre accès prend fin le ${date} concernent l’actuelle.`,
    offboarding:
      'Ce que vous pouvez voir : vos journaux d’audit ou vos alertes de sécurité peuvent signaler la fin de relations de partenariat, le retrait d’attributions de rôles et le retrait d’une application d’entreprise.',
  },
  check:
    'Comment vérifier : connectez-vous comme d’habitude au Centre d’administration Microsoft 365 et ouvrez Paramètres > Relations de partenariat. Vous n’avez rien à faire.',
  checkRequest:
    'Comment vérifier : la demande s’ouvre dans le centre d’administration de Microsoft (admin.microsoft.com) et affiche le nom de notre entreprise. N’en approuvez aucune autre.',
  unexpected:
    'Si vous voyez autre chose, ou si cela vous surprend : appelez-nous au numéro que vous avez déjà. Nous ne vous demandons jamais votre mot de passe.',
};
