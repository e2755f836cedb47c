// What a checkup found about the bot's identity and the machine it runs on.
import { icu } from './icu.js';

const newerNode = 'Installez Node.js 24, pris en charge jusqu’en avril 2028.';

/** By finding: what was found, and how to fix it. */
export const machineFindings = {
  botAnonymous: {
    found: 'Le bot est anonyme et n’est joignable que depuis cette machine, ce qui suffit pour le bac à sable.',
    foundExposed:
      'Le bot est anonyme (ALLOW_ANONYMOUS_BOT) : Teams ne peut pas le joindre, et tout programme de cette machine peut agir au nom de n’importe qui sur vos locataires réels.',
    cure: 'Définissez MicrosoftAppId et les paramètres associés d’après l’inscription d’application du bot, puis supprimez ALLOW_ANONYMOUS_BOT.',
  },
  botManagedIdentity: {
    found: 'Le bot utilise une identité managée, qui ne peut être testée que dans Azure.',
    cure: 'Envoyez un message au bot dans Teams. S’il répond, l’identité fonctionne.',
  },
  botKnown: { found: 'Configurée.' },
  botTokenGranted: { found: 'Configurée, et sa clé secrète est acceptée.' },
  botSecretWrong: {
    found: 'Microsoft n’accepte pas la clé secrète du bot : le bot ne peut donc pas répondre.',
    cure: 'Indiquez dans MicrosoftAppPassword la valeur de la clé secrète (et non son ID). Entra ne l’affiche qu’une fois, à la création.',
  },
  botSecretEnded: {
    found: 'La clé secrète du bot a expiré : le bot ne peut donc pas répondre.',
    cure: 'Créez-en une dans Entra (Inscriptions d’applications > application du bot > Certificats et secrets) et mettez à jour MicrosoftAppPassword.',
  },
  botAppUnknown: {
    found: 'Le locataire n’a aucune application portant l’ID du bot.',
    cure: 'Comparez MicrosoftAppId, MicrosoftAppTenantId et MicrosoftAppType avec l’inscription d’application dans Entra.',
  },
  botTenantUnknown: {
    found: 'Aucun locataire ne porte l’ID de locataire du bot.',
    cure: 'Comparez MicrosoftAppTenantId avec l’inscription d’application dans Entra.',
  },
  botRefused: {
    found: 'Microsoft refuse la connexion du bot.',
    cure: 'Consultez la raison dans Entra (Journaux de connexion > Connexions du principal de service > application du bot).',
  },
  // The machine.
  clockRight: { found: 'Identique à celle de Microsoft.' },
  clockNotTold: {
    found: 'Non vérifiée : Microsoft n’a pas envoyé l’heure.',
    cure: 'Comparez-la avec une autre horloge.',
  },
  clockOff: {
    found: icu<{ seconds: number; minutes: number; unit: 'seconds' | 'minutes'; direction: 'ahead' | 'behind' }>(
      '{unit, select, seconds {{seconds, plural, one {# seconde} other {# secondes}}} other {{minutes, plural, one {# minute} other {# minutes}}}} {direction, select, ahead {d’avance} other {de retard}} sur celle de Microsoft. À partir de cinq minutes d’écart, la connexion échoue.',
    ),
    cure: 'Synchronisez l’horloge de la machine par le réseau (NTP).',
  },
  folderGood: {
    found: ({ free, isHeld }: { free: string | undefined; isHeld: boolean }) =>
      `Accessible en écriture${free === undefined ? '' : `, ${free} libres`}${isHeld ? ' ; utilisé par Gatehouse' : ''}.`,
  },
  folderAbsent: { found: 'N’existe pas encore. Le premier démarrage le crée.' },
  folderNotWritable: {
    found: 'Non accessible en écriture : Gatehouse ne peut rien enregistrer.',
    cure: 'Accordez à l’utilisateur qui exécute Gatehouse l’accès en écriture à DATA_DIR, ou choisissez un autre dossier.',
  },
  folderOpenToOthers: {
    found: 'D’autres utilisateurs de cette machine peuvent y écrire.',
    cure: 'N’autorisez que l’utilisateur qui exécute Gatehouse à y écrire : chmod 700.',
  },
  folderFleeting: {
    found:
      'En mémoire ou dans un conteneur. La connexion, les abonnements aux notifications et le journal d’audit disparaîtront en même temps.',
    cure: 'Placez DATA_DIR sur un volume ou un disque persistant.',
  },
  folderFilling: {
    found: ({ free }: { free: string }) =>
      `Plus que ${free} libres sur son disque. Une fois le disque plein, Gatehouse ne peut plus rien enregistrer.`,
    cure: 'Libérez de l’espace disque.',
  },
  nodeSupported: { found: ({ version }: { version: string }) => `${version} est pris en charge.` },
  nodeEnded: {
    found: ({ version }: { version: string }) => `${version} ne reçoit plus de correctifs de sécurité.`,
    cure: newerNode,
  },
  nodeTooOld: {
    found: ({ version }: { version: string }) => `${version} est trop ancien pour Gatehouse.`,
    cure: newerNode,
  },
};
