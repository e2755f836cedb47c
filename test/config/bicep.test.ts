// The Bicep file fits the product, as far as reading it shows: tests run without a Bicep compiler.
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { readAccessTemplate } from '../../src/config/access-template.js';
import { readConfig } from '../../src/config/config.js';
import { readGdapRoles } from '../../src/config/gdap-roles.js';
import type { Setting } from '../../src/config/setting.js';
import { settings } from '../../src/config/settings.js';
import { microsoft } from './given.js';

const table: readonly Setting[] = Object.values(settings);
const read = (name: string) => readFileSync(new URL(`../../${name}`, import.meta.url), 'utf8');
const bicep = read('deploy/main.bicep');
const example = read('deploy/main.bicepparam');

/** The text without what stands in strings, and without comments, so that brackets can be counted. */
const code = bicep.replaceAll(/'[^'\n]*'/g, "''").replaceAll(/\/\/.*$/gm, '');
const environment = [...bicep.matchAll(/\{ name: '(\w+)', (value|secretRef): (\S.*?) \}\n/g)]
  .map(([, name = '', kind = '', value = '']) => ({ name, kind, value }))
  .filter(({ name }) => /^(?:[A-Z_]+|MicrosoftApp\w+)$/.test(name));
const ofDatabase = ['DATABASE_URL', 'DATABASE_OWNER_URL'];
const [, atDatabase = ''] = /'(postgres:\/\/gatehouse_bot[^']+)'/.exec(bicep) ?? [];
const [, databaseAddress = ''] = /var databaseAddress = '([^']+)'/.exec(bicep) ?? [];
/** As Azure makes it of the file. */
const databaseUrl = atDatabase.replace(/\$\{databaseAddress\}/, databaseAddress).replaceAll(/\$\{[^}]*\}/g, 'x');

describe('the Bicep file', () => {
  it('closes every bracket that it opens', () => {
    const open: string[] = [];
    const pairs: Readonly<Record<string, string>> = { '}': '{', ']': '[', ')': '(' };
    for (const [bracket] of code.matchAll(/[{}[\]()]/g)) {
      const opening = pairs[bracket];
      if (opening === undefined) open.push(bracket);
      else assert.equal(open.pop(), opening);
    }
    assert.deepEqual(open, []);
  });

  it('uses every parameter, and only what it declares', () => {
    const declared = [...code.matchAll(/^(?:param|var|resource| {2}resource| {4}resource) (\w+)/gm)].map(
      ([, name = '']) => name,
    );
    for (const [, name = ''] of code.matchAll(/^param (\w+)/gm)) {
      const uses = bicep.split(new RegExp(`\\b${name}\\b`)).length - 1;
      assert.ok(uses > 1, `${name} is not used`);
    }
    for (const [, name = ''] of bicep.matchAll(/\b(\w+)(?:::\w+)*\.(?:id|name|properties)\b/g)) {
      if (['key', 'clientSecret', 'share', 'data'].includes(name)) continue;
      assert.ok(declared.includes(name), name);
    }
  });

  it('sets only settings that there are, and those that the product needs', () => {
    assert.equal(environment.filter(({ name }) => !ofDatabase.includes(name)).length, 13);
    for (const { name } of environment)
      assert.ok(
        table.some((setting) => setting.name === name),
        name,
      );
    const given = Object.fromEntries(environment.map(({ name }) => [name, '00000000-0000-4000-8000-000000000001']));
    const config = readConfig({
      ...given,
      ...Object.fromEntries(ofDatabase.map((name) => [name, databaseUrl])),
      ...{ HOST: '0.0.0.0', MicrosoftAppType: 'UserAssignedMsi', PARTNER_CLOUD: 'microsoft' },
      ...{ PUBLIC_URL: 'https://gatehouse.example', TOKEN_KEY: Buffer.alloc(32).toString('base64') },
      PARTNER_CLIENT_SECRET: 'secret',
      ACCESS_TEMPLATE: new URL('../fixtures/access-template.json', import.meta.url).pathname,
    });
    assert.equal(config.bot?.MicrosoftAppPassword, undefined);
  });

  it('passes on more settings by name, after its own', () => {
    assert.match(
      bicep,
      /env: concat\(\[\n[\s\S]*?\n {10}\] : \[\], map\(items\(settings\), each => \{ name: each\.key, value: .*\}\)\)/,
    );
    const [, more = ''] = /^param settings = \{\n([^}]*)\}/m.exec(example) ?? [];
    const named = [...more.matchAll(/^ {2}(\w+): /gm)].map(([, name]) =>
      table.find((setting) => setting.name === name),
    );
    assert.ok(named.length > 0);
    for (const setting of named) assert.equal(setting?.isSecret ?? false, false);
  });

  it('takes every secret from the vault, and shows none', () => {
    const secrets = table.filter(({ isSecret }) => isSecret).map(({ name }) => name);
    for (const { name, kind } of environment) assert.equal(kind, secrets.includes(name) ? 'secretRef' : 'value', name);
    const secure = [...bicep.matchAll(/@secure\(\)\n(?:@.*\n)*param (\w+)/g)].map(([, name]) => name);
    assert.deepEqual(secure, ['partnerClientSecret', 'tokenKey', 'databaseOwnerPassword', 'databaseBotPassword']);
    for (const [line] of bicep.matchAll(/^output .*$/gm)) assert.doesNotMatch(line, /ecret|tokenKey|assword/);
    for (const name of secure) assert.match(example, new RegExp(`param ${name} = readEnvironmentVariable\\(`));
  });

  it('opens the vault and the share to the network of the apps, and to nothing else', () => {
    const rules = [...bicep.matchAll(/networkAcls: \{\n([\s\S]*?)\n {4}\}\n/g)].map(([, text = '']) => text);
    assert.equal(rules.length, 2);
    for (const rule of rules) {
      assert.match(rule, /defaultAction: 'Deny'/);
      assert.match(rule, /bypass: 'None'/);
      const open = [...rule.matchAll(/\{ id: (\S+?),? .*\}/g)].map(([, id]) => id);
      assert.deepEqual(open, ['network.properties.subnets[0].id']);
      assert.doesNotMatch(rule, /ipRules: \[[^\]]/);
    }
    // A rule for a subnet takes a service endpoint in it.
    for (const service of ['Microsoft.Storage', 'Microsoft.KeyVault'])
      assert.ok(bicep.includes(`{ service: '${service}' }`));
    assert.match(bicep, /name: 'apps'/);
  });

  it('runs one replica on the folder, and several on a database that only its network reaches, each with its own login', () => {
    assert.match(bicep, /param replicas int = 1\n/);
    assert.match(bicep, /scale: \{ minReplicas: replicas, maxReplicas: replicas \}/);
    assert.match(bicep, /var usesDatabase = replicas > 1\n/);
    for (const [, name = '', condition = ''] of bicep.matchAll(
      /resource (\w*[dD]atabase\w*|migrate) '[^']+' = (.*)\{/g,
    ))
      assert.equal(condition, 'if (usesDatabase) ', name);
    assert.match(bicep, /delegatedSubnetResourceId: network\.properties\.subnets\[1\]\.id/);
    const [, app = '', job = ''] =
      /resource app '[\s\S]*?env: concat\(([\s\S]*?)probes:[\s\S]*?resource migrate '([\s\S]*?)\nresource /.exec(
        bicep,
      ) ?? [];
    assert.match(app, /usesDatabase \? \[\n\s+\{ name: 'DATABASE_URL'/);
    assert.doesNotMatch(app, /DATABASE_OWNER_URL/);
    for (const name of ofDatabase) assert.ok(job.includes(`{ name: '${name}', secretRef:`), name);
    const [, command = ''] = /'(dist\/cli\/[\w-]+)\.js'/.exec(job) ?? [];
    assert.ok(existsSync(new URL(`../../${command.replace('dist', 'src')}.ts`, import.meta.url)), command);
    assert.equal(readConfig({ ...microsoft, DATABASE_URL: databaseUrl }).databaseUrl, databaseUrl);
  });

  it('asks where the bot tells, and gives it the time to stop that it takes', () => {
    assert.match(bicep, /activeRevisionsMode: 'Single'/);
    const server = read('src/http/server.ts');
    for (const [, path = ''] of bicep.matchAll(/httpGet: \{ path: '([^']+)'/g))
      assert.ok(server.includes(`'${path}'`), path);
    const [, grace] = /terminationGracePeriodSeconds: (\d+)/.exec(bicep) ?? [];
    const [, longestMs = ''] = /longestStopMs = ([\d_]+)/.exec(read('src/program.ts')) ?? [];
    assert.ok(Number(grace) * 1000 > Number(longestMs.replaceAll('_', '')));
    const [, dataDir = ''] = /DATA_DIR=(\S+)/.exec(read('Dockerfile')) ?? [];
    assert.ok(dataDir.startsWith('/data/'));
  });

  it('has an example that gives all it takes, with a template that is taken', () => {
    const needed = [...bicep.matchAll(/^param (\w+) \w+$/gm)].map(([, name]) => name);
    const given = [...example.matchAll(/^param (\w+) =/gm)].map(([, name]) => name);
    for (const name of needed) assert.ok(given.includes(name), name);
    for (const name of given) assert.match(bicep, new RegExp(`^param ${name} `, 'm'));
    const template = example
      .slice(example.indexOf('param accessTemplate = ') + 'param accessTemplate = '.length)
      .replaceAll(/(\w+):/g, '"$1":')
      .replaceAll("'", '"')
      .replaceAll(/([\]}"\d]|true|false)\n(\s*["{])/g, '$1,\n$2');
    assert.equal(readAccessTemplate(template, 'the example', readGdapRoles(undefined)).durationDays, 730);
  });
});
