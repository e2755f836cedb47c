// Alarms to the admins: what needs a person, and that it's over.
import { icu } from './icu.js';

const signInAgain =
  'Exécutez npm run sign-in sur la machine où tourne Gatehouse. Cela prend une minute et rien n’est perdu. Pour un conteneur, consultez docs/3-partner.md.';

/** `title` fits a phone's lock screen. */
export const alarms = {
  signInAgain,
  readsOnly:
    'Gatehouse continue d’afficher ce qu’il peut lire, mais ne peut ni demander ni supprimer d’accès et risque de constater les changements avec retard.',
  readsNothing: 'Gatehouse ne peut rien lire ni modifier. Il affiche les dernières informations connues.',
  notSignedIn: '❌ Gatehouse n’est pas connecté à Microsoft',
  cantSignIn: ({ why }: { why: string }) => `❌ Gatehouse est déconnecté : ${why}`,
  consentMissing: {
    why: 'il manque un consentement ou des droits',
    cause: 'Il manque un consentement à l’application, ou le compte a perdu ses droits dans votre propre locataire.',
    cure: `${signInAgain} La page indique le consentement manquant, avec le lien pour l’accorder.`,
  },
  signInWithoutMfa: {
    title: '⚠️ Connexion de Gatehouse sans authentification multifacteur',
    why: 'Microsoft l’exige des partenaires et peut refuser Gatehouse à tout moment.',
  },
  signInEnds: {
    title: '⚠️ La connexion de Gatehouse expire bientôt',
    why: ({ date }: { date: string }) =>
      `Elle n’a pas servi récemment et expire le ${date} : Microsoft met fin à une connexion après 90 jours sans utilisation.`,
  },
  templatesWrong: {
    title: '⚠️ Les modèles d’accès contiennent des erreurs',
    stays:
      'Les modèles précédents restent en vigueur. Gatehouse reprend de lui-même le fichier corrigé, sans redémarrage.',
  },
  templatesMissing: {
    title: '⚠️ Un modèle d’accès choisi est absent',
    why: icu<{ names: string; count: number }>(
      '{count, plural, one {# locataire avait} other {# locataires avaient}} un modèle choisi que le fichier ne contient plus : {names}. Ce sont maintenant les règles qui décident de celui {count, plural, one {qu’il a} other {qu’ils ont}}.',
    ),
    cure: 'Remettez-le sous le même nom ou modifiez les règles : /templates les montre. Gatehouse reprend le fichier tout seul.',
  },
  changesLost: {
    title: '⚠️ La base de données a perdu des changements',
    why: 'Après un basculement, il manque à la base de données les derniers changements déjà enregistrés. Gatehouse relit Microsoft : les statuts se rétablissent donc d’eux-mêmes, mais les dernières décisions peuvent manquer, de même que des lignes du journal d’audit.',
    cure: 'Vérifiez les dernières actions et refaites ce qui manque. Un serveur de secours synchrone l’évite : consultez docs/replicas.md. Cet avis prend fin de lui-même après un jour.',
  },
  outgoingGivenUp: {
    title: '⚠️ Des événements ne sont pas acceptés',
    why: icu<{ hosts: string; count: number }>(
      '{count, plural, one {# événement attend} other {# événements attendent}} depuis plus d’un jour, parce qu’ils n’ont pas été acceptés par {hosts}. Gatehouse n’essaie plus qu’une fois par jour et garde chacun 30 jours.',
    ),
    cure: 'Exécutez `npm run webhooks:out -- --test` pour voir ce qui est répondu. Dès qu’ils sont acceptés à nouveau, ce qui manque est envoyé de lui-même ; `npm run webhooks:out -- --resend` l’envoie tout de suite.',
  },
  clockOff: {
    title: '⚠️ L’horloge d’une machine est fausse',
    why: icu<{ host: string; seconds: number }>(
      'Sur la machine {host}, l’horloge s’écarte de {seconds, plural, one {# seconde} other {# secondes}} de celle de la base de données. Les heures des cartes et du journal d’audit viennent des deux, et ce qui est prévu peut arriver trop tôt ou trop tard.',
    ),
    cure: 'Activez la synchronisation de l’heure (NTP) sur cette machine et sur celle de la base de données. Cet avis disparaît de lui-même dès qu’elles concordent.',
  },
  signInBack: {
    title: '✅ Gatehouse est de nouveau connecté à Microsoft',
    what: 'Ce qui était en attente reprend automatiquement.',
  },
  expiring: {
    secret: {
      title: icu<{ days: number }>(
        '{days, plural, =0 {❌ La clé secrète client de Gatehouse a expiré} one {⚠️ La clé secrète client de Gatehouse expire dans les 24 heures} other {⚠️ La clé secrète client de Gatehouse expire dans # jours}}',
      ),
      cure: 'Créez-en une dans Entra (Inscriptions d’applications > Certificats et secrets), mettez à jour PARTNER_CLIENT_SECRET, puis redémarrez Gatehouse.',
    },
    certificate: {
      title: icu<{ days: number }>(
        '{days, plural, =0 {❌ Le certificat de Gatehouse a expiré} one {⚠️ Le certificat de Gatehouse expire dans les 24 heures} other {⚠️ Le certificat de Gatehouse expire dans # jours}}',
      ),
      cure: 'Créez-en un, chargez sa partie publique dans Entra (Inscriptions d’applications > Certificats et secrets), enregistrez-le dans le fichier que désigne PARTNER_CLIENT_CERTIFICATE, puis redémarrez Gatehouse.',
    },
    managedIdentity: {
      title: icu<{ days: number }>(
        '{days, plural, =0 {❌ L’identité managée de Gatehouse a expiré} one {⚠️ L’identité managée de Gatehouse expire dans les 24 heures} other {⚠️ L’identité managée de Gatehouse expire dans # jours}}',
      ),
      cure: 'Vérifiez l’identité managée et ses informations d’identification fédérées dans Azure et Entra.',
    },
    botSecret: {
      title: icu<{ days: number }>(
        '{days, plural, =0 {❌ La clé secrète du bot a expiré} one {⚠️ La clé secrète du bot expire dans les 24 heures} other {⚠️ La clé secrète du bot expire dans # jours}}',
      ),
      cure: 'Créez-en une dans Entra (Inscriptions d’applications > application du bot > Certificats et secrets), mettez à jour MicrosoftAppPassword, puis redémarrez Gatehouse.',
    },
    /** What Gatehouse's app can't do without it. `isOver`: it has expired. */
    ofTheApp: icu<{ isOver: 'yes' | 'no'; date: string }>(
      '{isOver, select, yes {A expiré le {date}. Depuis, Gatehouse n’obtient plus de jeton de Microsoft et ne peut rien lire ni modifier.} other {Expire le {date}. Ensuite, Gatehouse n’obtiendra plus de jeton de Microsoft et ne pourra rien lire ni modifier.}}',
    ),
    ofTheBot: icu<{ isOver: 'yes' | 'no'; date: string }>(
      '{isOver, select, yes {A expiré le {date}. Depuis, le bot ne peut plus se connecter à Teams ni répondre à personne.} other {Expire le {date}. Ensuite, le bot ne pourra plus se connecter à Teams ni répondre à personne.}}',
    ),
  },
};
