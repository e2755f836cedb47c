// What a checkup found about the partner's directory, the access template and Partner Center.
import { checkByHand } from './check-by-hand.js';
import { grantConsent } from './checkup-sign-in.js';
import { icu } from './icu.js';

const meanwhile =
  'Gatehouse constate tout de même les changements, mais seulement lors de sa prochaine vérification de tous les locataires.';

/** By finding: what was found, and how to fix it. */
export const directoryFindings = {
  inAdminAgents: { found: 'Le compte est membre.' },
  notInAdminAgents: {
    found: 'Le compte n’est pas membre d’AdminAgents et ne peut donc pas gérer de clients.',
    cure: 'Demandez à un administrateur général d’ajouter le compte au groupe AdminAgents dans Entra.',
  },
  noAdminAgents: {
    found: 'Votre locataire n’a pas de groupe AdminAgents, alors que tout locataire partenaire en a un.',
    cure: 'Vérifiez que PARTNER_TENANT_ID désigne le locataire inscrit dans l’Espace partenaires.',
  },
  servicePrincipalThere: { found: '« Partner Customer Delegated Administration » est présent dans votre locataire.' },
  servicePrincipalMissing: {
    found:
      '« Partner Customer Delegated Administration » est absent de votre locataire. Il ne sert qu’aux appels que l’application effectue sans utilisateur.',
    cure: 'Demandez à un administrateur d’exécuter : az ad sp create --id 2832473f-ec63-45fb-976f-5d45a7d4bb91',
  },
  rolesKnown: { found: icu<{ count: number }>('{count, plural, one {# rôle connu} other {# rôles, tous connus}}.') },
  rolesUnknown: {
    found: ({ roles }: { roles: string }) => `Ces rôles ne figurent pas dans la liste de Gatehouse : ${roles}.`,
    cure: 'S’il s’agit d’un nouveau rôle intégré, ajoutez-le à votre propre liste et indiquez ce fichier dans GDAP_ROLES. Sinon, corrigez le modèle d’accès.',
  },
  groupsGood: {
    found: icu<{ count: number }>('{count, plural, one {# groupe trouvé} other {# groupes, tous trouvés}}.'),
    foundNested: icu<{ count: number }>(
      '{count, plural, one {# groupe trouvé, membre d’AdminAgents} other {# groupes, tous trouvés et membres d’AdminAgents}}.',
    ),
  },
  groupMissing: {
    found: ({ group, id }: { group: string; id: string }) => `« ${group} » (${id}) n’existe pas.`,
    cure: 'Indiquez dans le modèle d’accès l’ID d’objet d’un groupe de sécurité de votre propre locataire.',
  },
  groupNotSecurity: {
    found: ({ group }: { group: string }) =>
      `« ${group} » n’est pas un groupe de sécurité. Seuls les groupes de sécurité peuvent recevoir un accès.`,
    cure: 'Créez un groupe de sécurité dans Entra et indiquez son ID d’objet dans le modèle d’accès.',
  },
  groupNotNested: {
    found: ({ group }: { group: string }) =>
      `« ${group} » ne fait pas partie d’AdminAgents : ses membres n’ont donc pas accès aux abonnements Azure.`,
    cure: 'S’ils doivent y accéder, demandez à un administrateur de groupes d’ajouter le groupe à AdminAgents dans Entra.',
  },
  groupNamedOtherwise: {
    found: ({ group, directoryName }: { group: string; directoryName: string }) =>
      `« ${group} » dans le modèle s’appelle « ${directoryName} » dans Entra.`,
    cure: 'Vérifiez qu’il s’agit du bon groupe, puis corrigez son nom dans le modèle d’accès.',
  },
  groupsLeftOut: {
    found: icu<{ count: number }>(
      '{count, plural, one {# autre groupe du modèle n’a pas été vérifié} other {# autres groupes du modèle n’ont pas été vérifiés}}, afin de limiter les appels à Microsoft.',
    ),
    cure: checkByHand.templateGroups,
  },
  noGroupNested: {
    found: 'Le modèle inclut Azure, mais aucun de ses groupes ne fait partie d’AdminAgents.',
    cure: 'Demandez à un administrateur de groupes d’ajouter le groupe de vos administrateurs Azure à AdminAgents dans Entra.',
  },
  // Partner Center.
  partnerCenterReached: { found: 'Son API accepte Gatehouse.' },
  partnerCenterClosed: {
    found:
      'Son API refuse Gatehouse (403 1002), comme elle refuse tout revendeur indirect. Gatehouse continue avec Microsoft Graph seul et répertorie les clients auxquels GDAP vous donne accès. Azure, les privilèges d’administration délégués (DAP), les relations de revendeur et les événements de l’Espace partenaires ne sont pas disponibles.',
    cure: 'Un revendeur indirect n’a rien à faire. Si vous êtes partenaire à facturation directe ou fournisseur indirect, vérifiez que le compte fait partie d’AdminAgents ; Gatehouse reprendra l’Espace partenaires de lui-même.',
  },
  partnerCenterRefuses: {
    found: ({ answer }: { answer: string }) =>
      `Son API refuse le compte de Gatehouse (${answer}) : Gatehouse ne peut donc pas répertorier vos clients.`,
    cure: 'Vérifiez dans Entra que le compte fait partie d’AdminAgents et que l’autorisation user_impersonation de Microsoft Partner Center a le consentement administrateur.',
  },
  partnerCenterNoConsent: {
    found: 'L’application n’a pas le consentement pour l’autorisation user_impersonation de Microsoft Partner Center.',
    cure: grantConsent,
  },
  webhookOurs: {
    found: ({ time }: { time: string }) => `Envoyés à Gatehouse. Dernier événement : ${time}.`,
    foundNone: 'Envoyés à Gatehouse. Aucun événement depuis le démarrage.',
  },
  webhookElsewhere: {
    found: ({ host }: { host: string }) => `Envoyés à un autre produit, à l’adresse ${host}. ${meanwhile}`,
    cure: 'Une seule adresse peut les recevoir. npm run webhooks -- --register --take-over les redirige ici et les arrête là-bas.',
  },
  webhookLacksEvents: {
    found: ({ events }: { events: string }) => `Envoyés à Gatehouse, mais sans ${events}.`,
    cure: 'Exécutez npm run webhooks -- --register pour les inscrire.',
  },
  webhookAbsent: {
    found: `Non inscrits. ${meanwhile}`,
    cure: 'Définissez PUBLIC_URL, puis exécutez npm run webhooks -- --register.',
  },
  webhookOursUnknown: {
    found: `Gatehouse ne peut pas savoir s’ils sont envoyés ici, car PUBLIC_URL n’est pas défini. ${meanwhile}`,
    cure: 'Indiquez dans PUBLIC_URL l’adresse de Gatehouse sur Internet.',
  },
};
