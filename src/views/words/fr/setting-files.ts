// What is wrong with the files that settings name. Each fault follows the name of the file, or of the line's value.

/** By fault. */
export const settingFileFaults = {
  fileAbsent: 'n’existe pas',
  fileUnreadable: ({ answer }: { answer: string }) => `est illisible (${answer})`,
  tokensOfOtherKey: 'a été chiffré avec un autre TOKEN_KEY',
  tokensDamaged: 'est endommagé',
  // Certificates.
  noCertificate: 'ne contient aucun certificat',
  keyEncrypted: 'contient une clé privée chiffrée, dont Gatehouse n’a pas la phrase secrète',
  noPrivateKey: 'ne contient aucune clé privée',
  certificateDamaged: 'est endommagé',
  keyOfOtherCertificate: 'contient une clé privée qui ne correspond pas au certificat',
  keyNotRsa: 'contient une clé qui n’est pas une clé RSA, ce que Microsoft n’accepte pas',
  notAuthority: 'ne commence pas par le certificat PEM d’une autorité de certification',
  // The partner's own message.
  messageAbsent: ({ example }: { example: string }) =>
    `n’existe pas, et il n’y a pas non plus de fichier pour une autre langue, tel que ${example}`,
  messageNotText: 'n’est pas du texte en UTF-8',
  messageTooLong: ({ length, most }: { length: number; most: number }) =>
    `contient ${length} caractères : le maximum est de ${most}`,
  messageTooManyBytes: ({ bytes, most }: { bytes: number; most: number }) =>
    `contient ${bytes} octets : le maximum est de ${most}`,
  messageRepeats: ({ placeholder }: { placeholder: string }) => `contient ${placeholder} plus de deux fois`,
  messageHasMarkup: 'doit être du texte brut, sans balises',
  messageLacksLink: ({ placeholder }: { placeholder: string }) =>
    `ne contient pas ${placeholder}, que le lien d’approbation remplace`,
  messageHasUnknown: ({ given, placeholders }: { given: string; placeholders: string }) =>
    `contient « ${given} » : les espaces réservés sont ${placeholders}`,
  // Access template and list of roles.
  hasErrors: ({ lines }: { lines: string }) => `contient des erreurs : ${lines}`,
  jsonEmpty: 'est vide',
  jsonWrong: 'n’est pas du JSON valide (erreur de syntaxe)',
  jsonLacksName: 'n’est pas du JSON valide (il manque un nom entre guillemets, ou une virgule est en trop)',
  jsonLacksValue: 'n’est pas du JSON valide (il manque une valeur, ou une virgule est en trop)',
  jsonLacksSign: ({ sign }: { sign: string }) => `n’est pas du JSON valide (il manque « ${sign} »)`,
  jsonGoesOn: 'n’est pas du JSON valide (il y a du texte après la fin)',
  jsonHasComment: 'n’est pas du JSON valide (les commentaires ne sont pas autorisés)',
  jsonLacksQuote: 'n’est pas du JSON valide (il manque un guillemet fermant)',
  valueMissing: 'manque',
  valueEmpty: 'ne doit pas être vide',
  valueTooLong: ({ most }: { most: number }) => `doit contenir au plus ${most} caractères`,
  notText: 'doit être du texte entre guillemets',
  notTrueOrFalse: 'doit être true ou false, sans guillemets',
  notList: 'doit être une liste entre crochets',
  notObject: 'doit être un objet entre accolades',
  unknownNames: ({ names }: { names: string }) => `contient des noms que Gatehouse ne connaît pas : ${names}`,
  notDays: ({ least, most }: { least: number; most: number }) => `doit être un nombre entier de ${least} à ${most}`,
  notSecurityGroup: 'doit être l’ID d’objet (un GUID) d’un groupe de sécurité',
  notRoleId: 'doit être un ID de modèle de rôle (un GUID)',
  groupTwice: ({ groupId }: { groupId: string }) => `est ${groupId}, que désigne déjà une autre attribution`,
  noTemplates: 'ne contient aucun fichier dont le nom se termine par .json',
  notTemplateName:
    'n’est pas un nom de modèle : il doit commencer par une lettre ou un chiffre, ne contenir que des lettres, des chiffres, des espaces, des points, des tirets et des traits de soulignement, et compter au plus 64 caractères',
  noDefaultTemplate: ({ templates }: { templates: string }) =>
    `manque : indiquez le modèle des locataires auxquels aucune règle ne s’applique. Les modèles sont : ${templates}`,
  templateUnknown: ({ template, templates }: { template: string; templates: string }) =>
    `désigne le modèle « ${template} », qui n’existe pas. Les modèles sont : ${templates}`,
  notTag: ({ most }: { most: number }) =>
    `doit être une étiquette : lettres, chiffres et tirets, au plus ${most} caractères, en commençant par une lettre ou un chiffre`,
  notTagOrName: 'doit comporter soit une étiquette, soit un nom',
  roleUnknown: ({ role }: { role: string }) =>
    `désigne « ${role} », qui ne figure pas dans la liste des rôles que GDAP prend en charge. npm run template -- --roles les énumère. Ajoutez un rôle plus récent à votre propre liste, et indiquez son chemin dans GDAP_ROLES`,
  roleMisspelled: ({ role, meant }: { role: string; meant: string }) =>
    `désigne « ${role} », qui ne figure pas dans la liste des rôles que GDAP prend en charge. Vouliez-vous dire « ${meant} » ? Ajoutez un rôle plus récent à votre propre liste, et indiquez son chemin dans GDAP_ROLES`,
};
