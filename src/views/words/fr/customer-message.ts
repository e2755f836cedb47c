// The message to a customer, in French.
import type { CustomerMessage } from '../en/customer-message.js';
import { icu } from './icu.js';

/** Who asks for what, for how long, by when, how to end it, and how to check that the message is genuine. */
export const customerMessage: CustomerMessage = {
  languageName: 'Français',
  greeting: 'Bonjour,',
  introduction: ({ sender, partner }) =>
    `Je m’appelle ${sender} et je vous écris au nom de ${partner}, votre partenaire Microsoft.`,
  introductionUnnamed: ({ sender }) =>
    `Je m’appelle ${sender} et je travaille pour l’entreprise qui s’occupe de vos services Microsoft.`,
  request: ({ tenant }) =>
    `Afin de gérer votre locataire Microsoft 365 (${tenant}), nous avons besoin de votre approbation pour les rôles d’administrateur suivants :`,
  role: ({ role, duty }) => `• ${role} : ${duty}`,
  roleAlone: ({ role }) => `• ${role}`,
  moreRoles: icu(
    '• et {count, plural, one {# autre rôle indiqué} other {# autres rôles indiqués}} sur la page d’approbation',
  ),
  approve: ({ deadline }) =>
    `Veuillez ouvrir ce lien au plus tard le ${deadline}, date à laquelle la demande expire, vérifier les rôles indiqués et approuver la demande :`,
  approver:
    'Qui peut approuver : un administrateur général de votre locataire ou une personne ayant le rôle « Customer Delegated Admin Relationship Administrator ». S’il s’agit de quelqu’un d’autre que vous, merci de lui transférer ce message.',
  lasts: icu(
    'Durée : l’accès est valable {days, plural, one {# jour} other {# jours}}, puis prend fin automatiquement.',
  ),
  renews: icu(
    'Durée : l’accès est valable {days, plural, one {# jour} other {# jours}}, puis se renouvelle automatiquement jusqu’à ce que vous ou nous y mettions fin.',
  ),
  end: 'Vous pouvez mettre fin à l’accès à tout moment, sans nous consulter : dans le Centre d’administration Microsoft 365, sous Paramètres > Relations de partenariat.',
  genuine: ({ host }) =>
    `Comment vérifier l’authenticité de ce message : le lien mène à ${host}, le centre d’administration de Microsoft, où la demande affiche le nom de notre entreprise. Nous ne vous demandons jamais votre mot de passe. En cas de doute, appelez-nous au numéro que vous avez déjà.`,
  rehearsal: ({ host }) =>
    `Ce message est un essai : le lien mène à ${host}, le bac à sable de Gatehouse, qui joue le rôle du centre d’administration de Microsoft. Hors du bac à sable, ce paragraphe indique comment vérifier l’authenticité du message.`,
  regards: 'Cordialement,',
  signature: ({ sender, partner }) => `${sender}\n${partner}`,
  duration: icu('{days, plural, one {# jour} other {# jours}}'),
  roleDuties: {
    'Application Administrator': 'configurer les applications et leur connexion',
    'Authentication Administrator': 'réinitialiser les méthodes de connexion des utilisateurs',
    'Billing Administrator': 'consulter les achats, gérer les abonnements et la facturation',
    'Cloud Application Administrator': 'configurer les applications cloud et leur connexion',
    'Cloud Device Administrator': 'activer, désactiver et supprimer des appareils',
    'Compliance Administrator': 'gérer les règles de protection et de conservation des données',
    'Conditional Access Administrator': 'gérer les règles de connexion',
    'Directory Readers': 'consulter les utilisateurs, les groupes et les paramètres',
    'Domain Name Administrator': 'gérer vos domaines',
    'Exchange Administrator': 'gérer les boîtes aux lettres et le flux de messagerie',
    'Global Administrator': 'gérer l’ensemble du locataire',
    'Global Reader': 'consulter tous les paramètres, sans rien modifier',
    'Groups Administrator': 'gérer les groupes',
    'Helpdesk Administrator': 'réinitialiser les mots de passe des utilisateurs, gérer les demandes de support',
    'Intune Administrator': 'gérer les ordinateurs et les appareils mobiles',
    'License Administrator': 'attribuer des licences aux utilisateurs',
    'Message Center Reader': 'consulter les annonces de Microsoft',
    'Office Apps Administrator': 'gérer les paramètres des applications Office',
    'Password Administrator': 'réinitialiser les mots de passe des utilisateurs',
    'Power Platform Administrator': 'gérer Power Apps, Power Automate et Power BI',
    'Privileged Authentication Administrator':
      'réinitialiser les méthodes de connexion de tous, administrateurs compris',
    'Privileged Role Administrator': 'attribuer des rôles d’administrateur',
    'Reports Reader': 'consulter les rapports d’utilisation',
    'Security Administrator': 'gérer les paramètres et les alertes de sécurité',
    'Security Operator': 'traiter les alertes de sécurité',
    'Security Reader': 'consulter les paramètres et les alertes de sécurité',
    'Service Support Administrator':
      'ouvrir des demandes de support auprès de Microsoft, consulter l’état des services',
    'SharePoint Administrator': 'gérer SharePoint et OneDrive',
    'Teams Administrator': 'gérer Teams',
    'User Administrator': 'gérer les utilisateurs et les groupes',
  },
};
