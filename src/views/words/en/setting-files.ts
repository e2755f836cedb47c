// What is wrong with the files that settings name. Each fault follows the name of the file, or of the line's value.

/** By fault. */
export const settingFileFaults = {
  fileAbsent: 'doesn’t exist',
  fileUnreadable: ({ answer }: { answer: string }) => `can’t be read (${answer})`,
  tokensOfOtherKey: 'was encrypted with another TOKEN_KEY',
  tokensDamaged: 'is damaged',
  // Certificates.
  noCertificate: 'contains no certificate',
  keyEncrypted: 'contains an encrypted private key, and Gatehouse has no passphrase for it',
  noPrivateKey: 'contains no private key',
  certificateDamaged: 'is damaged',
  keyOfOtherCertificate: 'contains a private key that doesn’t belong to the certificate',
  keyNotRsa: 'contains a key that isn’t RSA, which Microsoft doesn’t accept',
  notAuthority: 'doesn’t start with the PEM certificate of a certificate authority',
  // The partner's own message.
  messageAbsent: ({ example }: { example: string }) =>
    `doesn’t exist, and neither does a file for another language, such as ${example}`,
  messageNotText: 'isn’t text in UTF-8',
  messageTooLong: ({ length, most }: { length: number; most: number }) =>
    `has ${length} characters: at most ${most} fit`,
  messageTooManyBytes: ({ bytes, most }: { bytes: number; most: number }) => `has ${bytes} bytes: at most ${most} fit`,
  messageRepeats: ({ placeholder }: { placeholder: string }) => `contains ${placeholder} more than twice`,
  messageHasMarkup: 'must be plain text, without markup',
  messageLacksLink: ({ placeholder }: { placeholder: string }) =>
    `doesn’t contain ${placeholder}, where the approval link goes`,
  messageHasUnknown: ({ given, placeholders }: { given: string; placeholders: string }) =>
    `contains “${given}”: the placeholders are ${placeholders}`,
  // Access template and list of roles.
  hasErrors: ({ lines }: { lines: string }) => `has errors: ${lines}`,
  jsonEmpty: 'is empty',
  jsonWrong: 'isn’t valid JSON (there’s a syntax error)',
  jsonLacksName: 'isn’t valid JSON (a name in quotes is missing, or there’s an extra comma)',
  jsonLacksValue: 'isn’t valid JSON (a value is missing, or there’s an extra comma)',
  jsonLacksSign: ({ sign }: { sign: string }) => `isn’t valid JSON (“${sign}” is missing)`,
  jsonGoesOn: 'isn’t valid JSON (there’s text after the end)',
  jsonHasComment: 'isn’t valid JSON (comments aren’t allowed)',
  jsonLacksQuote: 'isn’t valid JSON (a closing quote is missing)',
  valueMissing: 'is missing',
  valueEmpty: 'can’t be empty',
  valueTooLong: ({ most }: { most: number }) => `must have at most ${most} characters`,
  notText: 'must be text in quotes',
  notTrueOrFalse: 'must be true or false, without quotes',
  notList: 'must be a list in square brackets',
  notObject: 'must be an object in braces',
  unknownNames: ({ names }: { names: string }) => `has names that Gatehouse doesn’t know: ${names}`,
  notDays: ({ least, most }: { least: number; most: number }) => `must be a whole number from ${least} to ${most}`,
  notSecurityGroup: 'must be the object ID (a GUID) of a security group',
  notRoleId: 'must be a role template ID (a GUID)',
  groupTwice: ({ groupId }: { groupId: string }) => `is ${groupId}, which another assignment names too`,
  noTemplates: 'has no file whose name ends in .json',
  notTemplateName:
    'isn’t a name for a template: it must begin with a letter or digit, have only letters, digits, spaces, dots, hyphens and underscores, and at most 64 characters',
  noDefaultTemplate: ({ templates }: { templates: string }) =>
    `is missing: name the template for tenants that no rule is about. The templates are: ${templates}`,
  templateUnknown: ({ template, templates }: { template: string; templates: string }) =>
    `names the template “${template}”, which isn’t there. The templates are: ${templates}`,
  notTag: ({ most }: { most: number }) =>
    `must be a tag: letters, digits and hyphens, at most ${most} characters, beginning with a letter or digit`,
  notTagOrName: 'must have either a tag or a name',
  roleUnknown: ({ role }: { role: string }) =>
    `names “${role}”, which isn’t on the list of roles that GDAP supports. npm run template -- --roles lists them. Put a newer role in a list of your own, and set GDAP_ROLES to its path`,
  roleMisspelled: ({ role, meant }: { role: string; meant: string }) =>
    `names “${role}”, which isn’t on the list of roles that GDAP supports. Did you mean “${meant}”? Put a newer role in a list of your own, and set GDAP_ROLES to its path`,
};
