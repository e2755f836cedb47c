// What is wrong with the files that settings name. Each fault follows the name of the file, or of the line's value.

/** By fault. */
export const settingFileFaults = {
  fileAbsent: 'no existe',
  fileUnreadable: ({ answer }: { answer: string }) => `no se puede leer (${answer})`,
  tokensOfOtherKey: 'se cifró con otro TOKEN_KEY',
  tokensDamaged: 'está dañado',
  // Certificates.
  noCertificate: 'no contiene ningún certificado',
  keyEncrypted: 'contiene una clave privada cifrada, y Gatehouse no tiene la frase de contraseña',
  noPrivateKey: 'no contiene ninguna clave privada',
  certificateDamaged: 'está dañado',
  keyOfOtherCertificate: 'contiene una clave privada que no corresponde al certificado',
  keyNotRsa: 'contiene una clave que no es RSA, y Microsoft no acepta otras',
  notAuthority: 'no empieza por el certificado PEM de una entidad de certificación',
  // The partner's own message.
  messageAbsent: ({ example }: { example: string }) =>
    `no existe, y tampoco existe uno para otro idioma, como ${example}`,
  messageNotText: 'no es texto en UTF-8',
  messageTooLong: ({ length, most }: { length: number; most: number }) =>
    `tiene ${length} caracteres: el máximo es ${most}`,
  messageTooManyBytes: ({ bytes, most }: { bytes: number; most: number }) =>
    `tiene ${bytes} bytes: el máximo es ${most}`,
  messageRepeats: ({ placeholder }: { placeholder: string }) => `contiene ${placeholder} más de dos veces`,
  messageHasMarkup: 'debe ser texto sin formato ni etiquetas',
  messageLacksLink: ({ placeholder }: { placeholder: string }) =>
    `no contiene ${placeholder}, donde va el vínculo de aprobación`,
  messageHasUnknown: ({ given, placeholders }: { given: string; placeholders: string }) =>
    `contiene “${given}”: los marcadores de posición son ${placeholders}`,
  // Access template and list of roles.
  hasErrors: ({ lines }: { lines: string }) => `contiene errores: ${lines}`,
  jsonEmpty: 'está vacío',
  jsonWrong: 'no es JSON válido (hay un error de sintaxis)',
  jsonLacksName: 'no es JSON válido (falta un nombre entre comillas o sobra una coma)',
  jsonLacksValue: 'no es JSON válido (falta un valor o sobra una coma)',
  jsonLacksSign: ({ sign }: { sign: string }) => `no es JSON válido (falta “${sign}”)`,
  jsonGoesOn: 'no es JSON válido (hay texto después del final)',
  jsonHasComment: 'no es JSON válido (no se permiten comentarios)',
  jsonLacksQuote: 'no es JSON válido (faltan las comillas de cierre)',
  valueMissing: 'falta',
  valueEmpty: 'no debe estar vacío',
  valueTooLong: ({ most }: { most: number }) => `debe tener ${most} caracteres como máximo`,
  notText: 'debe ser texto entre comillas',
  notTrueOrFalse: 'debe ser true o false, sin comillas',
  notList: 'debe ser una lista entre corchetes',
  notObject: 'debe ser un objeto entre llaves',
  unknownNames: ({ names }: { names: string }) => `tiene nombres que Gatehouse no conoce: ${names}`,
  notDays: ({ least, most }: { least: number; most: number }) => `debe ser un número entero de ${least} a ${most}`,
  notSecurityGroup: 'debe ser el id. de objeto (un GUID) de un grupo de seguridad',
  notRoleId: 'debe ser un id. de plantilla de rol (un GUID)',
  groupTwice: ({ groupId }: { groupId: string }) => `es ${groupId}, que ya figura en otra asignación`,
  noTemplates: 'no tiene ningún archivo cuyo nombre termine en .json',
  notTemplateName:
    'no es un nombre para una plantilla: debe empezar por una letra o un dígito, tener solo letras, dígitos, espacios, puntos, guiones y guiones bajos, y como máximo 64 caracteres',
  noDefaultTemplate: ({ templates }: { templates: string }) =>
    `falta: indique la plantilla para los inquilinos a los que no se aplica ninguna regla. Las plantillas son: ${templates}`,
  templateUnknown: ({ template, templates }: { template: string; templates: string }) =>
    `indica la plantilla “${template}”, que no existe. Las plantillas son: ${templates}`,
  notTag: ({ most }: { most: number }) =>
    `debe ser una etiqueta: letras, dígitos y guiones, como máximo ${most} caracteres, empezando por una letra o un dígito`,
  notTagOrName: 'debe tener o bien una etiqueta o bien un nombre',
  roleUnknown: ({ role }: { role: string }) =>
    `indica “${role}”, que no está en la lista de roles que GDAP admite. npm run template -- --roles los muestra. Agregue un rol más reciente a su propia lista y defina GDAP_ROLES con su ruta`,
  roleMisspelled: ({ role, meant }: { role: string; meant: string }) =>
    `indica “${role}”, que no está en la lista de roles que GDAP admite. ¿Quiso decir “${meant}”? Agregue un rol más reciente a su propia lista y defina GDAP_ROLES con su ruta`,
};
