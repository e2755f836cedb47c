// What each command of an operator does, and its arguments; the doctor, which speaks its reader's language, says that itself.

/** What `--help` prints, by the name of the command in package.json. */
export const usages = {
  setup: `npm run setup                      sets everything up at Microsoft with the Azure CLI (az), and writes .env
npm run setup -- --dry-run         shows the commands, and runs none of them; needs no sign-in
npm run setup -- --yes             asks only before consent, secrets and other things that grant something

  --tenant ID             your partner tenant; otherwise PARTNER_TENANT_ID
  --endpoint URL          the public https address of Gatehouse; otherwise PUBLIC_URL
  --resource-group NAME   where the Azure Bot is created
  --location NAME         where that resource group is created, if it’s new, for example westeurope
  --name NAME             what the apps and the bot are called; otherwise Gatehouse
  --template FILE         the access template, whose groups are created; otherwise ACCESS_TEMPLATE
  --secret-days NUMBER    how long the client secrets last, 1 to 730; otherwise 365
  --optional-permissions  also asks for the permissions that only npm run doctor uses

First sign in with az login --tenant ID. In a terminal, it asks for what’s missing. You can run it again at any time: it finds
what’s already there, and never changes lines of .env. Secrets go from Microsoft into .env and are never shown.`,
  template: `npm run template -- FILE              checks access templates (a file, or a folder of files), and shows what they request
npm run template                      checks those in ACCESS_TEMPLATE; if that isn’t set, lists the roles
npm run template -- --roles [TEXT]    lists the roles that GDAP supports; with TEXT, only names that contain it
npm run template -- --init [FILE]     writes a recommended, least-privileged template to a new file; otherwise to access-template.json
npm run template -- --create-groups [FILE]    creates the template’s groups with the Azure CLI (az), and puts their IDs into it`,
  'sign-in': `npm run sign-in                       signs Gatehouse in to Microsoft, on a page on this machine
npm run sign-in -- --port NUMBER      uses this port for the page, for example with ssh -L
npm run sign-in -- --open             opens the page in a browser
npm run sign-in -- --from FOLDER      copies the sign-in of another data folder, made with the same TOKEN_KEY`,
  'audit:verify': `npm run audit:verify     checks that the audit log in DATA_DIR is complete and unchanged, and shows its last hash`,
  'audit:export': `npm run audit:export -- FILE       writes the audit log to a new file, one entry a line, and checks that it’s complete and unchanged
npm run --silent audit:export      writes it to standard output`,
  'certificate:verify': `npm run certificate:verify -- FILE    checks an exit certificate (.json or .pdf) against the audit log in DATA_DIR`,
  'store:migrate': `npm run store:migrate               brings the database in DATABASE_URL up to what this version needs; you can run it again at any time
npm run store:migrate -- --login    also creates the bot’s login from DATABASE_URL, if it’s new, and lets it do what the bot does

Connects with DATABASE_OWNER_URL, whose user owns the database, otherwise with DATABASE_URL.`,
  'store:move': `npm run store:move -- --to postgres    moves everything from DATA_DIR into the database in DATABASE_URL
npm run store:move -- --to folder      moves everything from the database into DATA_DIR

Stop Gatehouse first. The target must be empty. What’s at the other place stays there with a marker: Gatehouse doesn’t start
there anymore. Connects with DATABASE_OWNER_URL, whose user owns the database, otherwise with DATABASE_URL.`,
  'store:restored': `npm run store:restored    run it after restoring the database from a backup: replicas that run then read everything again

Connects with DATABASE_OWNER_URL, whose user owns the database, otherwise with DATABASE_URL.`,
  'webhooks:out': `npm run webhooks:out                shows which events your own systems (WEBHOOKS_OUT_URL) haven’t taken yet
npm run webhooks:out -- --test      sends each of them a test event, and shows the answer
npm run webhooks:out -- --resend    sends the events that Gatehouse gave up, now`,
  webhooks: `npm run webhooks                             shows who receives Partner Center’s events, and which
npm run webhooks -- --register               sends them to this bot, unless another product receives them
npm run webhooks -- --register --take-over   sends them to this bot instead of another product
npm run webhooks -- --test                   sends a test event, and shows the result`,
  package: `npm run package      creates gatehouse-teams.zip, the app to upload in Teams

Uses MicrosoftAppId, PUBLIC_URL, APP_DEVELOPER_NAME, APP_WEBSITE_URL, APP_PRIVACY_URL and APP_TERMS_URL.`,
} as const;

const everySetting = 'Settings come from the environment or from .env. For each setting, see .env.example.';

/** Prints the usage where it was asked for, or arguments were given to a command that takes none; whether it did. */
export function toldUsage(name: keyof typeof usages, args: readonly string[] = process.argv.slice(2)): boolean {
  if (args.some((each) => each === '--help' || each === '-h')) {
    process.stdout.write(`${usages[name]}\n\n${everySetting}\n`);
    return true;
  }
  const [extra] = takesNothing.includes(name) ? args : [];
  if (extra === undefined) return false;
  process.stderr.write(`❌ npm run ${name} doesn’t take ${extra}.\n\n${usages[name]}\n`);
  process.exitCode = 2;
  return true;
}

const takesNothing: readonly (keyof typeof usages)[] = ['audit:verify', 'store:restored', 'package'];
