// Lists the roles there are, writes a template to begin with, checks templates, and creates their groups. Run by `npm run template`.
import { writeFileSync } from 'node:fs';
import { createInterface } from 'node:readline/promises';
import { parseArgs } from 'node:util';
import { accessTemplatesIn } from '../config/access-templates.js';
import { type GdapRoles, readGdapRoles } from '../config/gdap-roles.js';
import { recommendedGroups, recommendedTemplate } from '../config/recommended-template.js';
import { rolesInWords, rulesInWords, templateInWords, warningsAbout } from '../config/template-report.js';
import { readTemplateTexts } from '../config/template-texts.js';
import { systemClock } from '../runtime/clock.js';
import { azProgram } from '../setup/az.js';
import { createGroups } from '../setup/create-groups.js';
import { TemplateFile } from '../setup/template-file.js';
import { environment, run, say } from './terminal.js';
import { toldUsage } from './usage.js';

if (!toldUsage('template')) await run(tell);

async function tell(): Promise<void> {
  const { ACCESS_TEMPLATE, GDAP_ROLES } = environment();
  const no = { type: 'boolean', default: false } as const;
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { roles: no, init: no, 'create-groups': no },
  });
  const roles = readGdapRoles(GDAP_ROLES?.trim() || undefined);
  const [named] = positionals;
  const file = named ?? (ACCESS_TEMPLATE?.trim() || undefined);
  if (values.init) init(file ?? 'access-template.json');
  if (values['create-groups']) await create(file ?? 'access-template.json', roles);
  if (values.init || values['create-groups']) return;
  if (values.roles || file === undefined) list(roles, values.roles ? named : undefined);
  else check(file, roles);
}

// A file that is there stays as it is.
function init(file: string): void {
  writeFileSync(file, recommendedTemplate(), { flag: 'wx' });
  say(
    `✅ ${file} is written: access for 730 days that renews automatically, for ${recommendedGroups.length} groups:`,
    ...recommendedGroups.map(({ groupName, does, roles }) => `  ${groupName} ${does}: ${roles.join(', ')}`),
    '',
    'Take out what you don’t need. Then create the groups, in one of these ways:',
    `  with the Azure CLI, signed in to your partner tenant (az login --tenant ID): npm run template -- --create-groups ${file}`,
    '  in Entra: Groups, New group, type Security; then put each group’s object ID into groupId',
    'A group of your own works as well: put its object ID into groupId. The members of a group get its roles in every tenant.',
    '',
  );
}

async function create(file: string, roles: GdapRoles): Promise<void> {
  const { PARTNER_TENANT_ID } = process.env;
  const interrupted = new AbortController();
  process.once('SIGINT', () => interrupted.abort());
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  try {
    await createGroups({
      az: azProgram(process.env),
      template: new TemplateFile(file, roles),
      tenantId: PARTNER_TENANT_ID?.trim().toLowerCase() || undefined,
      ask: (question) => terminal.question(question, { signal: interrupted.signal }),
      say,
      clock: systemClock,
      signal: interrupted.signal,
    });
    say('', `✅ Every group is in ${file}. Add your technicians to the groups, then set ACCESS_TEMPLATE=${file}.`);
  } finally {
    terminal.close();
  }
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
