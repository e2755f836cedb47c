// What is wrong with settings, and with the files that they name. Each fault follows the name of its setting or file.
import { settingFileFaults } from './setting-files.js';

const needed = (isMicrosoft: boolean) =>
  isMicrosoft
    ? 'PARTNER_CLOUD=microsoft l’exige'
    : 'un bac à sable exécuté ailleurs l’exige ; pour utiliser Microsoft, définissez PARTNER_CLOUD=microsoft';
const not = (given: string | undefined, length: number) =>
  given === undefined ? `mais contient ${length} caractères` : `et non « ${given} »`;
const notId =
  (what: string, where: string) =>
  ({ given, length }: { given?: string | undefined; length: number }) =>
    `doit être ${what}, un GUID, ${not(given, length)}. ${where}`;
const onOverview = 'Il figure dans Entra, dans la vue d’ensemble de l’inscription d’application';

/** For a finding, and for a terminal where Gatehouse can't start. */
export const settings = {
  invalid: 'ces paramètres sont manquants ou non valides :',
  seeExample: 'Chaque paramètre est expliqué dans .env.example.',
  /** A file that a setting names, and a line of one. */
  inFile: ({ name, file, fault }: { name: string; file: string; fault: string }) =>
    `${name} désigne ${file}. Ce fichier ${fault}`,
  line: ({ line, at, fault }: { line: number; at: string; fault: string }) => `ligne ${line} : ${at} ${fault}`,
  wholeFile: 'le fichier',
  faults: {
    // Missing, or wrong beside another setting.
    missing: ({ isMicrosoft }: { isMicrosoft: boolean }) => `manque : ${needed(isMicrosoft)}`,
    noCredential: ({ isMicrosoft, settings }: { isMicrosoft: boolean; settings: string }) =>
      `manque : ${needed(isMicrosoft)}. Définissez exactement l’un de ces paramètres : ${settings}`,
    secondCredential: ({ first, settings }: { first: string; settings: string }) =>
      `ne peut pas être défini avec ${first} : définissez exactement l’un de ces paramètres : ${settings}`,
    botIsAnonymous:
      'manque : avec PARTNER_CLOUD=microsoft, tout programme de cette machine pourrait agir au nom de n’importe quel utilisateur d’un bot sans identité. Définissez l’identité du bot. Pour l’essayer sans identité, définissez ALLOW_ANONYMOUS_BOT=true',
    noWebhookSecret:
      'manque : sans lui, les destinataires ne peuvent pas savoir que les événements viennent de Gatehouse',
    botIncomplete: 'manque : l’identité du bot est incomplète',
    botTypeNeedsIt: ({ botType }: { botType: string }) => `manque : un bot de type ${botType} l’exige`,
    exposesAnonymousBot: ({ host }: { host: string }) =>
      `doit être une adresse de bouclage telle que 127.0.0.1 tant que le bot n’a pas d’identité : sans MicrosoftAppId, toute personne pouvant joindre ${host} pourrait agir au nom de n’importe quel utilisateur`,
    sandboxNotHere: `doit être une adresse de cette machine : ${needed(false)}`,
    databaseWithSandbox:
      'ne peut pas être utilisé avec le bac à sable fourni, car chaque réplica aurait le sien. Lancez `npm run sandbox` à part et donnez son adresse à LOGIN_URL, GRAPH_URL et PARTNER_CENTER_URL',
    partnerUnnamed: ({ placeholder }: { placeholder: string }) => `contient ${placeholder}, ce qui exige PARTNER_NAME`,
    portTaken: ({ port, other }: { port: number; other: string }) =>
      `est ${port}, comme ${other} : chacun exige un port distinct`,
    packageNeedsBot: 'manque : Teams identifie le bot par son ID d’application',
    packageNeedsWebsite: 'manque : Teams l’affiche comme votre site web. Vous pouvez définir PUBLIC_URL à la place',
    // The text by itself.
    notWhole: ({ least, most, given }: { least: number; most: number; given: string }) =>
      `doit être un nombre entier de ${least} à ${most}, et non « ${given} »`,
    notOneOf: ({ choices, given }: { choices: string; given: string }) =>
      `doit être l’une de ces valeurs : ${choices}, et non « ${given} »`,
    notHttps: ({ given }: { given: string }) => `doit être une adresse https, car Teams l’exige, et non « ${given} »`,
    notHttpsOrLoopback: ({ given }: { given: string }) =>
      `doit être une adresse https, ou une adresse http de bouclage, et non « ${given} »`,
    notHttp: ({ given }: { given: string }) => `doit être une adresse http ou https, et non « ${given} »`,
    notDatabaseUrl:
      'doit être l’adresse d’une base de données PostgreSQL, telle que postgres://user:password@host/database, avec %40 pour un @ et %25 pour un % dans le mot de passe',
    databaseWithoutTls:
      'doit se terminer par `?sslmode=verify-full` quand la base de données est sur une autre machine, afin que personne entre les deux ne puisse lire le mot de passe ni les données. Si son certificat n’est pas approuvé publiquement, ajoutez `&sslrootcert=` avec le chemin de sa racine',
    databaseUrlHasMore:
      'ne peut pas avoir d’autres paramètres que `sslmode`, `sslrootcert`, `host` et `user`, et comme `sslmode` seulement `verify-full`, ou `disable` sur cette machine',
    addressHasMore: ({ example }: { example: string }) =>
      `doit être une adresse sans nom d’utilisateur, « ? » ni « # », telle que ${example}`,
    notBotAppId: notId('l’ID d’application du bot', onOverview),
    notBotTenantId: notId('l’ID du locataire du bot', onOverview),
    notPartnerTenantId: notId('l’ID de votre locataire', 'Il figure dans Entra, dans la vue d’ensemble du locataire'),
    notPartnerAppId: notId('l’ID de l’application du partenaire', onOverview),
    notManagedIdentity: notId(
      'l’ID client d’une identité managée',
      'Il figure dans Azure, dans la vue d’ensemble de l’identité ; `system` désigne l’identité de la machine elle-même',
    ),
    notOneWord: 'contient des espaces ou des sauts de ligne. Copiez la valeur de nouveau',
    secretIsId:
      'est un ID (un GUID). Utilisez plutôt la valeur de la clé secrète, qu’Entra n’affiche qu’une fois, à la création',
    notKey: 'doit contenir 32 octets en base64 ; créez-les avec `openssl rand -base64 32`',
    notWebhookSecret:
      'doit être `whsec_` suivi de 24 à 64 octets en base64 ; créez-le avec `echo whsec_$(openssl rand -base64 32)`',
    notHttpsAddresses: 'doit contenir des adresses https, séparées par des virgules, sans nom d’utilisateur et sans #',
    notLine: ({ most, given, length }: { most: number; given?: string | undefined; length: number }) =>
      `doit être une seule ligne de ${most} caractères au plus, ${not(given, length)}`,
    notHost: ({ given }: { given: string }) =>
      `doit être une adresse ou un nom d’hôte, tel que 127.0.0.1, et non « ${given} »`,
    notFolder: ({ given }: { given: string }) => `doit être un dossier, et « ${given} » n’en est pas un`,
    folderUnusable: ({ answer }: { answer: string }) => `est inutilisable (${answer})`,
    notGroupId: ({ given }: { given: string }) =>
      `contient « ${given} » : « group: » doit être suivi de l’ID d’objet d’un groupe`,
    notPersonId: ({ given }: { given: string }) =>
      `contient « ${given} », qui n’est pas un ID d’objet. Il figure dans Entra sous Utilisateurs, sur la page de la personne`,
    notExporter: ({ given, choices }: { given: string; choices: string }) =>
      `contient « ${given} » : utilisez ${choices}`,
    ...settingFileFaults,
  },
  /** What to do about a fault, where its text doesn't say it. */
  cures: {
    tokensOfOtherKey:
      'Remettez la clé précédente dans TOKEN_KEY. Les jetons sont toujours là. Si les données enregistrées viennent du bac à sable, supprimez-les ou indiquez un autre emplacement dans DATA_DIR ou DATABASE_URL. Si vous avez perdu la clé, supprimez le fichier et exécutez npm run sign-in.',
    tokensDamaged:
      'TOKEN_KEY est correct, mais le fichier a été tronqué ou modifié. Restaurez-le à partir d’une sauvegarde, ou supprimez-le et exécutez npm run sign-in.',
    certificate: 'Utilisez un fichier PEM contenant le certificat et sa clé privée, non chiffré.',
    template:
      'Corrigez le fichier, puis vérifiez-le avec npm run template. Un exemple figure à ACCESS_TEMPLATE dans .env.example.',
    roleList: 'Écrivez la liste comme celle de roles/gdap-roles.json.',
    folder:
      'Accordez à l’utilisateur qui exécute Gatehouse l’accès en lecture et en écriture à tout son contenu, ou indiquez un autre dossier dans DATA_DIR.',
  },
};
