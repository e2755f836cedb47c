// What a checkup found about the database that several replicas share.
import { icu } from './icu.js';

/** By finding: what was found, and how to fix it. */
export const databaseFindingWords = {
  databaseGood: {
    found: icu<{ version: string; replicas: number }>(
      'PostgreSQL {version}, prête pour cette version de Gatehouse. {replicas, plural, =0 {Aucune instance n’est en cours d’exécution.} one {# instance est en cours d’exécution.} other {# instances sont en cours d’exécution.}}',
    ),
  },
  databaseAway: {
    found: ({ answer }: { answer: string }) => `Ne répond pas : Gatehouse ne peut rien enregistrer (${answer}).`,
    cure: 'Vérifiez le serveur de base de données, le réseau et DATABASE_URL. Gatehouse reprend dès que la base de données répond.',
  },
  databaseRefuses: {
    found: ({ answer }: { answer: string }) => `N’accepte pas la connexion (${answer}).`,
    cure: 'Vérifiez l’utilisateur, le mot de passe, la base de données et sslrootcert dans DATABASE_URL, ainsi que les connexions que le serveur autorise (pg_hba.conf).',
  },
  databaseTooOld: {
    found: ({ version }: { version: string }) => `PostgreSQL ${version} est trop ancien pour Gatehouse.`,
    cure: 'Utilisez PostgreSQL 14 ou une version ultérieure.',
  },
  databaseEncoding: {
    found: 'L’encodage n’est pas UTF8.',
    cure: 'Créez une autre base de données avec l’encodage UTF8.',
  },
  databaseNotMigrated: {
    found: 'Des tables nécessaires à cette version de Gatehouse sont manquantes.',
    cure: 'Exécutez npm run store:migrate.',
  },
  databaseNewer: {
    found: 'La base de données a été migrée par une version plus récente de Gatehouse.',
    cure: 'Mettez Gatehouse à jour vers cette version.',
  },
  databaseNotGranted: {
    found: ({ user }: { user: string }) =>
      `L’utilisateur ${user} n’est pas autorisé à utiliser les tables de Gatehouse.`,
    cure: 'Définissez DATABASE_OWNER_URL et exécutez npm run store:migrate -- --login.',
  },
  databaseMoved: {
    found: ({ place }: { place: string }) => `Tout son contenu a été déplacé vers ${place}.`,
    cure: 'Démarrez Gatehouse à cet endroit. Ce qui a été enregistré depuis n’est pas dans cette base de données.',
  },
  databasePooled: {
    found: 'Un pooler partage les connexions entre transactions : les verrous et les notifications se perdent.',
    cure: 'Définissez pool_mode=session pour Gatehouse dans le pooler, ou connectez DATABASE_URL au serveur lui-même.',
  },
  databaseBehind: {
    found: icu<{ seconds: number }>(
      'Les modifications des autres instances manquent ici depuis {seconds, plural, one {# seconde} other {# secondes}}.',
    ),
    cure: 'Vérifiez la charge du serveur de base de données et le réseau. En attendant, les listes et les cartes peuvent être obsolètes.',
  },
  replicaTemplatesDiffer: {
    found: icu<{ sets: number }>(
      'Les instances utilisent {sets, plural, one {# jeu} other {# jeux différents}} de modèles d’accès : ce qui manque à un locataire dépend donc de celle qui le vérifie.',
    ),
    cure: 'Placez le même fichier ou dossier (ACCESS_TEMPLATE) sur chaque machine. Chaque instance l’adopte en moins d’une minute.',
  },
  databaseLoginLimited: {
    found: ({ user }: { user: string }) => `${user} a uniquement les autorisations dont Gatehouse a besoin.`,
  },
  databaseOwner: {
    found: ({ user }: { user: string }) =>
      `Gatehouse se connecte en tant que ${user}, qui peut tout modifier. Toute personne disposant de ce mot de passe peut réécrire le journal d’audit.`,
    cure: 'Définissez DATABASE_URL sur un utilisateur dédié et DATABASE_OWNER_URL sur le propriétaire, puis exécutez npm run store:migrate -- --login.',
  },
  databaseClockRight: { found: 'Identique à celle de cette machine.' },
  databaseClockOff: {
    found: icu<{ seconds: number; direction: 'ahead' | 'behind' }>(
      'L’horloge de cette machine a {seconds, plural, one {# seconde} other {# secondes}} {direction, select, ahead {d’avance} other {de retard}} sur celle de la base de données.',
    ),
    cure: 'Synchronisez l’horloge des deux machines par le réseau (NTP).',
  },
};
