// Lists the roles there are, and checks access templates. Run by `npm run template`, with a file or without one.
import { parseArgs } from 'node:util';
import { accessTemplatesIn } from '../config/access-templates.js';
import { type GdapRoles, readGdapRoles } from '../config/gdap-roles.js';
import { rolesInWords, rulesInWords, templateInWords, warningsAbout } from '../config/template-report.js';
import { readTemplateTexts } from '../config/template-texts.js';
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
  const templates = accessTemplatesIn(readTemplateTexts(file), roles);
  const { size } = templates.templates;
  say(size === 1 ? `✅ ${file} is a valid access template.` : `✅ ${file} has ${size} valid access templates.`);
  for (const template of templates.templates.values()) {
    say('', ...(size > 1 ? [`Template “${template.name}”`] : []), ...templateInWords(template));
    const warnings = warningsAbout(template, roles);
    if (warnings.length > 0) say('', ...warnings.map((warning) => `⚠️ ${warning}`));
  }
  if (size > 1) say('', ...rulesInWords(templates));
  say('', 'To list all roles, run: npm run template -- --roles. To search, add part of a name.');
}
