// What is wrong with settings, and with the files that they name. Each fault follows the name of its setting or file.
import { settingFileFaults } from './setting-files.js';

const needed = (isMicrosoft: boolean) =>
  isMicrosoft
    ? 'es obligatorio con PARTNER_CLOUD=microsoft'
    : 'es obligatorio con un entorno de pruebas que se ejecuta en otro lugar; para usar Microsoft, defina PARTNER_CLOUD=microsoft';
const not = (given: string | undefined, length: number) =>
  given === undefined ? `pero tiene ${length} caracteres` : `no “${given}”`;
const notId =
  (what: string, where: string) =>
  ({ given, length }: { given?: string | undefined; length: number }) =>
    `debe ser ${what}, un GUID, ${not(given, length)}. ${where}`;
const onOverview = 'Lo encontrará en Entra, en la información general del registro de aplicación';

/** For a finding, and for a terminal where Gatehouse can't start. */
export const settings = {
  invalid: 'estos valores de configuración faltan o no son válidos:',
  seeExample: 'Cada valor se explica en .env.example.',
  /** A file that a setting names, and a line of one. */
  inFile: ({ name, file, fault }: { name: string; file: string; fault: string }) =>
    `${name} indica ${file}. Ese archivo ${fault}`,
  line: ({ line, at, fault }: { line: number; at: string; fault: string }) => `línea ${line}: ${at} ${fault}`,
  wholeFile: 'el archivo',
  faults: {
    // Missing, or wrong beside another setting.
    missing: ({ isMicrosoft }: { isMicrosoft: boolean }) => `falta: ${needed(isMicrosoft)}`,
    noCredential: ({ isMicrosoft, settings }: { isMicrosoft: boolean; settings: string }) =>
      `falta: ${needed(isMicrosoft)}. Defina exactamente uno de estos valores: ${settings}`,
    secondCredential: ({ first, settings }: { first: string; settings: string }) =>
      `no se puede definir junto con ${first}: defina exactamente uno de estos valores: ${settings}`,
    botIsAnonymous:
      'falta: con PARTNER_CLOUD=microsoft, cualquier programa de este equipo podría actuar como cualquier usuario de un bot sin identidad. Defina la identidad del bot. Para probarlo sin ella, defina ALLOW_ANONYMOUS_BOT=true',
    noWebhookSecret: 'falta: sin él, quien recibe no puede saber que los eventos vienen de Gatehouse',
    botIncomplete: 'falta: la identidad del bot está incompleta',
    botTypeNeedsIt: ({ botType }: { botType: string }) => `falta: es obligatorio para un bot de tipo ${botType}`,
    exposesAnonymousBot: ({ host }: { host: string }) =>
      `debe ser una dirección de bucle invertido como 127.0.0.1 mientras el bot no tenga identidad: sin MicrosoftAppId, cualquiera que llegue a ${host} podría actuar como cualquier usuario`,
    sandboxNotHere:
      'debe ser una dirección de este equipo si el entorno de pruebas se ejecuta en otro lugar; para usar Microsoft, defina PARTNER_CLOUD=microsoft',
    databaseWithSandbox:
      'no se puede usar con el entorno de pruebas incluido, porque cada réplica tendría el suyo. Ejecute `npm run sandbox` por separado y asigne su dirección a LOGIN_URL, GRAPH_URL y PARTNER_CENTER_URL',
    partnerUnnamed: ({ placeholder }: { placeholder: string }) => `contiene ${placeholder}, que requiere PARTNER_NAME`,
    portTaken: ({ port, other }: { port: number; other: string }) =>
      `es ${port}, igual que ${other}: cada uno requiere un puerto distinto`,
    packageNeedsBot: 'falta: Teams identifica el bot por su id. de aplicación',
    packageNeedsWebsite: 'falta: Teams lo muestra como su sitio web. También puede definir PUBLIC_URL',
    // The text by itself.
    notWhole: ({ least, most, given }: { least: number; most: number; given: string }) =>
      `debe ser un número entero de ${least} a ${most}, no “${given}”`,
    notOneOf: ({ choices, given }: { choices: string; given: string }) =>
      `debe ser uno de estos valores: ${choices}, no “${given}”`,
    notHttps: ({ given }: { given: string }) => `debe ser una dirección https, porque Teams lo exige, no “${given}”`,
    notHttpsOrLoopback: ({ given }: { given: string }) =>
      `debe ser una dirección https, o una dirección http de bucle invertido, no “${given}”`,
    notHttp: ({ given }: { given: string }) => `debe ser una dirección http o https, no “${given}”`,
    notDatabaseUrl:
      'debe ser la dirección de una base de datos PostgreSQL, como postgres://user:password@host/database, con %40 en lugar de @ y %25 en lugar de % en la contraseña',
    databaseWithoutTls:
      'debe terminar en `?sslmode=verify-full` cuando la base de datos está en otro equipo, para que nadie entre medias pueda leer la contraseña ni los datos. Si su certificado no es de confianza pública, agregue `&sslrootcert=` con la ruta de su raíz',
    databaseUrlHasMore:
      'no puede tener más parámetros que `sslmode`, `sslrootcert`, `host` y `user`, y como `sslmode` solo `verify-full`, o `disable` en este equipo',
    addressHasMore: ({ example }: { example: string }) =>
      `debe ser una dirección sin nombre de usuario, “?” ni “#”, como ${example}`,
    notBotAppId: notId('el id. de aplicación del bot', onOverview),
    notBotTenantId: notId('el id. del inquilino del bot', onOverview),
    notPartnerTenantId: notId(
      'el id. de su inquilino',
      'Lo encontrará en Entra, en la información general del inquilino',
    ),
    notPartnerAppId: notId('el id. de la aplicación del partner', onOverview),
    notManagedIdentity: notId(
      'el id. de cliente de una identidad administrada',
      'Lo encontrará en Azure, en la información general de la identidad; use `system` para la identidad del propio equipo',
    ),
    notOneWord: 'contiene espacios o saltos de línea. Vuelva a copiarlo',
    secretIsId: 'es un id. (un GUID). Use en su lugar el valor del secreto, que Entra solo muestra una vez, al crearlo',
    notKey: 'debe tener 32 bytes en base64; créelos con `openssl rand -base64 32`',
    notWebhookSecret:
      'debe ser `whsec_` y de 24 a 64 bytes en base64; créelo con `echo whsec_$(openssl rand -base64 32)`',
    notHttpsAddresses: 'debe contener direcciones https, separadas por comas, sin nombre de usuario y sin #',
    notLine: ({ most, given, length }: { most: number; given?: string | undefined; length: number }) =>
      `debe ser una sola línea de ${most} caracteres como máximo, ${not(given, length)}`,
    notHost: ({ given }: { given: string }) =>
      `debe ser una dirección o un nombre de host, como 127.0.0.1, no “${given}”`,
    notFolder: ({ given }: { given: string }) => `debe ser una carpeta, y “${given}” no lo es`,
    folderUnusable: ({ answer }: { answer: string }) => `no se puede usar (${answer})`,
    notGroupId: ({ given }: { given: string }) =>
      `contiene “${given}”: a “group:” debe seguirle el id. de objeto de un grupo`,
    notPersonId: ({ given }: { given: string }) =>
      `contiene “${given}”, que no es un id. de objeto. Lo encontrará en Entra, en Usuarios, en la página de la persona`,
    notExporter: ({ given, choices }: { given: string; choices: string }) => `contiene “${given}”: use ${choices}`,
    ...settingFileFaults,
  },
  /** What to do about a fault, where its text doesn't say it. */
  cures: {
    tokensOfOtherKey:
      'Defina TOKEN_KEY con la clave anterior. Los tokens siguen ahí. Si los datos guardados son del entorno de pruebas, elimínelos o defina DATA_DIR o DATABASE_URL con otra ubicación. Si ha perdido la clave, elimine el archivo y ejecute npm run sign-in.',
    tokensDamaged:
      'TOKEN_KEY es correcto, pero el archivo está cortado o se ha modificado. Restáurelo desde una copia de seguridad, o elimínelo y ejecute npm run sign-in.',
    certificate: 'Use un archivo PEM con el certificado y su clave privada, sin cifrar.',
    template:
      'Corrija el archivo y compruébelo con npm run template. Hay un ejemplo en ACCESS_TEMPLATE, en .env.example.',
    roleList: 'Escriba la lista como la de roles/gdap-roles.json.',
    folder:
      'Conceda al usuario que ejecuta Gatehouse acceso de lectura y escritura a todo su contenido, o defina DATA_DIR con otra carpeta.',
  },
};
