// The words of a checkup: doctor and /status.
import { checkByHand } from './check-by-hand.js';
import { databaseFindingWords } from './checkup-database.js';
import { directoryFindings } from './checkup-directory.js';
import { machineFindings } from './checkup-machine.js';
import { signInFindings } from './checkup-sign-in.js';
import { icu } from './icu.js';

/** Titles of checks, what each found, and how to fix it. */
export const checkup = {
  titles: {
    settings: 'Paramètres',
    people: 'Rôles',
    microsoft: 'Microsoft',
    signIn: 'Connexion',
    mfa: 'Authentification multifacteur',
    graphPermissions: 'Autorisations Graph',
    adminAgents: 'AdminAgents',
    gdapServicePrincipal: 'Principal de service GDAP',
    templateRoles: 'Rôles du modèle',
    templateGroups: 'Groupes du modèle',
    partnerCenter: 'Espace partenaires',
    webhooks: 'Événements de l’Espace partenaires',
    appCredential: 'Clé ou certificat de l’application',
    botIdentity: 'Identité du bot',
    botCredential: 'Clé secrète du bot',
    clock: 'Horloge',
    dataFolder: 'Dossier de données',
    database: 'Base de données',
    databaseLogin: 'Compte de la base de données',
    databaseClock: 'Horloge de la base de données',
    nodeVersion: 'Node.js',
  },
  byHand: checkByHand,
  findings: {
    // Any check.
    mayNotLook: { found: 'Gatehouse n’est pas autorisé à effectuer cette vérification.' },
    stillLooking: { found: 'Microsoft n’a pas encore répondu.', cure: 'Réessayez dans un instant.' },
    settingsInTheWay: {
      found: 'Non vérifié : des paramètres requis sont manquants ou non valides.',
      cure: 'Corrigez d’abord les paramètres.',
    },
    databaseInTheWay: {
      found: 'Non vérifié : la connexion est conservée dans la base de données.',
      cure: 'Corrigez d’abord la base de données.',
    },
    comesWithTheBot: {
      found: 'Non vérifié : le bac à sable s’exécute dans le bot.',
      cure: 'Utilisez plutôt /status dans la conversation.',
    },
    broke: {
      found: 'La vérification a échoué à cause d’une erreur dans Gatehouse.',
      cure: 'Recherchez « checkBroke » dans le journal.',
    },
    settingsWhole: { found: 'Tous les paramètres sont valides.' },
    // Who may act.
    everybodyMay: {
      found:
        'ADMINS, OPERATORS et VIEWERS sont vides : tout le monde est donc administrateur. Seul le bac à sable le permet.',
    },
    peopleNamed: {
      found: icu<{ count: number }>(
        'ADMINS, OPERATORS et VIEWERS désignent {count, plural, one {# personne ou groupe} other {# personnes ou groupes}}.',
      ),
    },
    nobodyMay: {
      found: 'Personne n’a de rôle : ADMINS, OPERATORS et VIEWERS sont vides.',
      foundWithGroups: ({ groups }: { groups: string }) =>
        `Personne n’a de rôle : ADMINS, OPERATORS et VIEWERS ne désignent que des groupes introuvables ou sans membres (${groups}).`,
      cure: 'Ajoutez votre ID d’objet Entra à ADMINS. Gatehouse l’affiche à toute personne sans rôle qui lui adresse une demande.',
    },
    noAdmins: {
      found:
        'ADMINS est vide : personne ne peut donc désactiver un locataire ni lancer sa sortie, et personne ne reçoit les alertes.',
      foundWithGroups: ({ groups }: { groups: string }) =>
        `ADMINS ne désigne que des groupes introuvables ou sans membres (${groups}) : personne ne peut donc désactiver un locataire ni lancer sa sortie, et personne ne reçoit les alertes.`,
      cure: 'Ajoutez à ADMINS l’ID d’objet Entra d’au moins une personne.',
    },
    emptyGroups: {
      found: icu<{ count: number; groups: string }>(
        '{count, plural, one {# groupe dans ADMINS, OPERATORS ou VIEWERS est introuvable ou n’a aucun membre} other {# groupes dans ADMINS, OPERATORS ou VIEWERS sont introuvables ou n’ont aucun membre}} : {groups}.',
      ),
      cure: 'Ajoutez des membres dans Entra (Groupes), ou retirez le groupe du paramètre.',
    },
    noSecondAdmin: {
      found:
        'Un second administrateur est exigé (SECOND_ADMIN_FOR ou REQUIRE_SECOND_ADMIN), mais ADMINS ne désigne qu’une seule personne : personne ne peut donc approuver.',
      cure: 'Ajoutez une deuxième personne à ADMINS.',
    },
    ...signInFindings,
    ...directoryFindings,
    ...machineFindings,
    ...databaseFindingWords,
  },
  /** A list that was cut: these, and some more. */
  andMore: ({ list }: { list: string }) => `${list} et d’autres`,
  fine: icu<{ count: number; names: string }>(
    '✅ {count, plural, one {# vérification réussie} other {# vérifications réussies}} : {names}.',
  ),
  sums: {
    wrong: 'en échec',
    warning: 'avec avertissement',
    notChecked: 'sans résultat',
    good: 'sans problème',
  },
};
