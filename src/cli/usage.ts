// What each command of an operator is for, and what it takes.

/** What `--help` prints, by the name of the command in package.json. */
export const usages = {
  doctor: `npm run doctor       checks settings, sign-in, permissions, groups, clock, disk: everything Gatehouse needs

Changes nothing. Run it beside a running bot, before its first start, or without one. Ends with 1 when something is wrong.`,
  template: `npm run template -- FILE              checks an access template, and shows what it means
npm run template                      checks the one that ACCESS_TEMPLATE names; without one, lists the roles
npm run template -- --roles [TEXT]    lists the roles that GDAP supports, or those with TEXT in their name`,
  'sign-in': `npm run sign-in                       signs Gatehouse in to Microsoft, on a page on this machine
npm run sign-in -- --port NUMBER      shows the page on this port, for example for ssh -L
npm run sign-in -- --open             opens the page in a browser`,
  'audit:verify': `npm run audit:verify     checks that the audit log in DATA_DIR is whole and unchanged, and shows its last hash`,
  'certificate:verify': `npm run certificate:verify -- FILE    checks an exit certificate (.json or .pdf) against the audit log in DATA_DIR`,
  webhooks: `npm run webhooks                             shows who gets Partner Center's events, and which
npm run webhooks -- --register               sends them to this bot, unless another product gets them
npm run webhooks -- --register --take-over   sends them to this bot instead of another product
npm run webhooks -- --test                   sends a test event, and says what became of it`,
  package: `npm run package      makes gatehouse-teams.zip, the app to upload in Teams

Takes MicrosoftAppId, PUBLIC_URL and APP_DEVELOPER_NAME, APP_WEBSITE_URL, APP_PRIVACY_URL and APP_TERMS_URL from the
environment or .env.`,
} as const;

const everySetting = 'Settings come from the environment or .env; .env.example explains each.';

/** Prints the usage where it was asked for, or arguments were given to a command that takes none; whether it did. */
export function toldUsage(name: keyof typeof usages, args: readonly string[] = process.argv.slice(2)): boolean {
  if (args.some((each) => each === '--help' || each === '-h')) {
    process.stdout.write(`${usages[name]}\n\n${everySetting}\n`);
    return true;
  }
  const [extra] = takesNothing.includes(name) ? args : [];
  if (extra === undefined) return false;
  process.stderr.write(`❌ npm run ${name} doesn't take ${extra}.\n\n${usages[name]}\n`);
  process.exitCode = 2;
  return true;
}

const takesNothing: readonly (keyof typeof usages)[] = ['doctor', 'audit:verify', 'package'];
