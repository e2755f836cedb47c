// What is said of settings that are wrong, in each language: every fault, word for word.
import assert from 'node:assert/strict';
import { FileError, SettingsError } from '../../../src/domain/errors.js';
import {
  bareFault,
  type Fault,
  type FaultArguments,
  fault,
  type SettingFault,
} from '../../../src/domain/setting-fault.js';
import { languages, wordsIn } from '../../../src/views/catalogue.js';
import { failureWords, settingCure, settingWords } from '../../../src/views/explain/setting-words.js';
import { en } from '../../../src/views/words/en/index.js';
import { goldenIn } from '../../support/golden.js';

const golden = goldenIn('settings');

const credentials = 'PARTNER_CLIENT_SECRET, PARTNER_CLIENT_CERTIFICATE, PARTNER_MANAGED_IDENTITY';
const given = 'contoso';
// Of each fault one; the type holds the list to be complete.
const examples: FaultArguments = {
  missing: { isMicrosoft: true },
  noCredential: { isMicrosoft: false, settings: credentials },
  secondCredential: { first: 'PARTNER_CLIENT_SECRET', settings: credentials },
  botIsAnonymous: {},
  noWebhookSecret: {},
  botIncomplete: {},
  botTypeNeedsIt: { botType: 'SingleTenant' },
  exposesAnonymousBot: { host: '0.0.0.0' },
  sandboxNotHere: {},
  databaseWithSandbox: {},
  partnerUnnamed: { placeholder: '{partner}' },
  portTaken: { port: 3978, other: 'PORT' },
  packageNeedsBot: {},
  packageNeedsWebsite: {},
  notWhole: { least: 0, most: 65_535, given },
  notOneOf: { choices: 'sandbox, microsoft', given },
  notHttps: { given },
  notHttpsOrLoopback: { given },
  notHttp: { given },
  notDatabaseUrl: {},
  databaseWithoutTls: {},
  databaseUrlHasMore: {},
  addressHasMore: { example: 'https://gatehouse.contoso.com' },
  notBotAppId: { given, length: 7 },
  notBotTenantId: { given, length: 7 },
  notPartnerTenantId: { given, length: 7 },
  notPartnerAppId: { length: 40 },
  notManagedIdentity: { given, length: 7 },
  notOneWord: {},
  secretIsId: {},
  notKey: {},
  notWebhookSecret: {},
  notHttpsAddresses: {},
  notLine: { most: 200, length: 201 },
  notHost: { given: 'http://127.0.0.1' },
  notFolder: { given: 'package.json' },
  folderUnusable: { answer: 'EACCES' },
  notGroupId: { given: 'group:everybody' },
  notPersonId: { given: 'me@contoso.com' },
  notExporter: { given: 'otpl', choices: 'otlp, console, zipkin, none' },
  fileAbsent: {},
  fileUnreadable: { answer: 'EACCES' },
  tokensOfOtherKey: {},
  tokensDamaged: {},
  noCertificate: {},
  keyEncrypted: {},
  noPrivateKey: {},
  certificateDamaged: {},
  keyOfOtherCertificate: {},
  keyNotRsa: {},
  notAuthority: {},
  messageAbsent: { example: 'message.de.txt' },
  messageNotText: {},
  messageTooLong: { length: 3001, most: 3000 },
  messageTooManyBytes: { bytes: 6006, most: 6000 },
  messageRepeats: { placeholder: '{roles}' },
  messageHasMarkup: {},
  messageLacksLink: { placeholder: '{link}' },
  messageHasUnknown: { given: '{phone}', placeholders: '{partner} {link}' },
  jsonEmpty: {},
  jsonWrong: {},
  jsonLacksName: {},
  jsonLacksValue: {},
  jsonLacksSign: { sign: ',' },
  jsonGoesOn: {},
  jsonHasComment: {},
  jsonLacksQuote: {},
  valueMissing: {},
  valueEmpty: {},
  valueTooLong: { most: 256 },
  notText: {},
  notTrueOrFalse: {},
  notList: {},
  notObject: {},
  unknownNames: { names: 'colour' },
  notDays: { least: 1, most: 730 },
  notSecurityGroup: {},
  notRoleId: {},
  groupTwice: { groupId: 'b0000000-0000-4000-8000-000000000001' },
  noTemplates: {},
  notTemplateName: {},
  noDefaultTemplate: { templates: 'standard, vip' },
  templateUnknown: { template: 'gold', templates: 'standard, vip' },
  notTag: { most: 32 },
  notTagOrName: {},
  roleUnknown: { role: 'Role of Tomorrow' },
  roleMisspelled: { role: 'Exchange Adminstrator', meant: 'Exchange Administrator' },
};
const every = Object.entries(examples).map(([code, args]) => ({ code, args }) as Fault);
const template: SettingFault = {
  code: 'templateHasErrors',
  lines: [
    { line: 2, at: 'durationDays', fault: fault('notDays', { least: 1, most: 730 }) },
    { line: 9, at: '', fault: bareFault('jsonHasComment') },
  ],
};

const roles: SettingFault = {
  code: 'roleListHasErrors',
  lines: [{ line: 3, at: '0.id', fault: bareFault('notRoleId') }],
};

describe('the words of a setting that is wrong', () => {
  for (const language of languages) {
    it(`are those of ${language}, for each fault, with what to do about it`, () => {
      const words = wordsIn(language);
      const told = [...every, template, roles].map((each) => {
        const what = settingWords({ name: 'NAME', fault: each }, words);
        const cure = settingCure(each, words);
        return [`${what}.`, ...(cure === undefined ? [] : [`   → ${cure}`])].join('\n');
      });
      const inFile = settingWords({ name: 'NAME', file: 'file.pem', fault: bareFault('noPrivateKey') }, words);
      golden(language, [...told, `${inFile}.`].join('\n'));
    });
  }

  it('have foreign text literally, on one line', () => {
    const nasty = `{{DATE(2020-01-01T00:00:00Z)}}\u001b[31m\n${'x'.repeat(500)}`;
    for (const each of [fault('notHost', { given: nasty }), fault('fileUnreadable', { answer: nasty })]) {
      const text = settingWords({ name: nasty, file: nasty, fault: each }, en);
      assert.doesNotMatch(text, /\p{Cc}|\{\{DATE/u);
      assert.ok(text.length < 1000);
    }
  });
});

describe('a start that fails because of settings', () => {
  it('is told with each of them, a line for each', () => {
    const error = new SettingsError([
      { name: 'PORT', fault: fault('notWhole', { least: 0, most: 65_535, given: 'x' }) },
      { name: 'ACCESS_TEMPLATE', file: 'template.json', fault: template },
    ]);
    assert.equal(
      error.message,
      'settings are missing or invalid: PORT (notWhole), ACCESS_TEMPLATE (templateHasErrors)',
    );
    golden('settings in a terminal', failureWords(error, en).join('\n'));
  });

  it('is told with the file, and a line for each line of it', () => {
    golden('a template in a terminal', failureWords(new FileError('template.json', template), en).join('\n'));
    golden(
      'tokens in a terminal',
      failureWords(new FileError('tokens.bin', bareFault('tokensOfOtherKey')), en).join('\n'),
    );
  });
});
