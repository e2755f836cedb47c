// Lists the roles there are, and checks an access template. Run by `npm run template`, with a file or without one.
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { readAccessTemplate } from '../config/access-template.js';
import { type GdapRoles, readGdapRoles } from '../config/gdap-roles.js';
import { rolesInWords, templateInWords, warningsAbout } from '../config/template-report.js';
import { environment, run, say } from './terminal.js';
import { toldUsage } from './usage.js';

if (!toldUsage('template')) await run(tell);

function tell(): void {
  const { ACCESS_TEMPLATE, GDAP_ROLES } = environment();
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { roles: { type: 'boolean', default: false } },
  });
  const roles = readGdapRoles(GDAP_ROLES?.trim() || undefined);
  const [named] = positionals;
  const file = named ?? (ACCESS_TEMPLATE?.trim() || undefined);
  if (values.roles || file === undefined) list(roles, values.roles ? named : undefined);
  else check(file, roles);
}

function list(roles: GdapRoles, partOfName: string | undefined): void {
  say(...rolesInWords(roles, partOfName));
  say('In a template, use these names or the role IDs. To check a template, run: npm run template -- FILE');
}

function check(file: string, roles: GdapRoles): void {
  const template = readAccessTemplate(readFileSync(file, 'utf8'), file, roles);
  say(`✅ ${file} is a valid access template.`, '', ...templateInWords(template));
  const warnings = warningsAbout(template, roles);
  if (warnings.length > 0) say('', ...warnings.map((warning) => `⚠️ ${warning}`));
  say('', 'To list all roles, run: npm run template -- --roles. To search, add part of a name.');
}
