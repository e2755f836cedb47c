// Words that were given up don't come back: one word for one thing, as GLOSSARY.md has it.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const src = fileURLToPath(new URL('../src', import.meta.url));

// By word of a camel-case name: what it is called now. The sandbox speaks Microsoft's words.
const givenUp: Readonly<Record<string, string>> = {
  desk: 'BotServices',
  means: 'dependencies, deps',
  roster: 'RoleDirectory',
  closing: 'Shutdown',
  shelf: 'CardStore',
  living: 'CardUpdater, PostedCard',
  outbound: 'SendQueue',
  sweep: 'reconcile',
  sweeps: 'reconciles',
  swept: 'reconciled',
  sweeper: 'reconciler',
  sentinel: 'WatchedRequestMonitor',
  invitation: 'approval request, watched request',
  invitations: 'watched requests',
  residue: 'leftover access',
  exit: 'offboarding',
  exits: 'offboardings',
  ex: 'former customer',
  offboard: 'disable',
  happening: 'FactData',
  taker: 'handlePartnerEvent',
  pulse: 'WebhookHeartbeat',
  wire: 'HttpClient',
  wires: 'HttpClients',
  sealed: 'EncryptedText, EncryptedPlace',
  ties: 'Inventory',
  deed: 'action',
  deeds: 'entries, actions',
  ports: 'Deps; a port is what operations/ports declares',
  surroundings: 'Deps',
};

// Whole names, of words that mean something elsewhere.
const givenUpNames: Readonly<Record<string, string>> = {
  OffboardingStep: 'OffboardingChoice; a step is one call',
  OffboardingSettings: 'OffboardingRules',
  AuditedEntry: 'AuditEntry',
  isStanding: 'isNotEnded',
};

// Where an old word is what it is about: what older versions stored, posted or published, and Node's own.
const allowed: Readonly<Record<string, readonly string[]>> = {
  offboard: ['config/settings.ts', 'config/config.ts'],
  exit: [
    'store/records/migrate.ts',
    'bot/turn/posted-view.ts',
    'bot/actions/action-data.ts',
    'program.ts',
    'cli/doctor.ts',
    'cli/setup.ts',
    'cli/sign-in.ts',
    'cli/terminal.ts',
    'cli/usage.ts',
    'cli/webhooks.ts',
    'cli/webhooks-out.ts',
  ],
  ex: ['store/records/migrate.ts'],
  residue: [
    'store/records/migrate.ts',
    'bot/conversation/typed-commands.ts',
    'bot/turn/posted-view.ts',
    'bot/actions/action-data.ts',
  ],
  invitation: [
    'views/words/en/offboarding-plan.ts',
    'views/words/en/history-reasons.ts',
    'store/records/migrate.ts',
    'bot/actions/action-data.ts',
    // A word of certificates and of plans' files, which are published formats.
    'views/words/en/certificate.ts',
    'views/certificate/tie-names.ts',
    'views/certificate/items.ts',
    'views/certificate/reasons.ts',
    'store/records/shapes/offboarding.ts',
    'views/offboarding/reason-words.ts',
  ],
  invitations: ['store/records/migrate.ts', 'store/records/contents.ts'],
  sweep: ['metrics/former-names.ts'],
  sweeps: ['metrics/former-names.ts'],
  // TCP's, and the ports themselves.
  ports: ['config/setting-rules.ts', 'app/app.ts', 'microsoft/microsoft.ts'],
};

const files = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .map((name) => name.replaceAll('\\', '/'))
  .filter((name) => name.endsWith('.ts') && !name.startsWith('sandbox/'));

// Names only: comments are prose, and texts are what people read or Microsoft's words.
const namesIn = (text: string) =>
  text
    .replaceAll(/\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/.*$/gm, '')
    .replaceAll(/'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"/g, "''")
    // Of a template, what is put in.
    .replaceAll(/`(?:[^`\\]|\\.)*`/g, (template) =>
      [...template.matchAll(/\$\{([^}]*)\}/g)].map(([, name]) => name).join(' '),
    )
    .matchAll(/[A-Za-z_$][\w$]*/g);
const wordsOf = (name: string) =>
  name
    .replaceAll(/([a-z0-9])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[\s/._-]+/);

describe('a word that was given up', () => {
  for (const [word, now] of Object.entries(givenUp)) {
    it(`is not used: ${word} (${now})`, () => {
      const saying = files
        // Every language of the catalogue has the keys of English.
        .filter((file) => !allowed[word]?.includes(file.replace(/^views\/words\/[a-z-]+\//i, 'views/words/en/')))
        .flatMap((file) => {
          const names = [
            file.replace('operations/ports/', ''),
            ...[...namesIn(readFileSync(join(src, file), 'utf8'))].map(([name]) => name),
          ];
          return names.filter((name) => wordsOf(name).includes(word)).map((name) => `src/${file}: ${name}`);
        });
      assert.deepEqual([...new Set(saying)], [], now);
    });
  }
});

describe('a name that was given up', () => {
  it('is not used', () => {
    const saying = files.flatMap((file) =>
      [...namesIn(readFileSync(join(src, file), 'utf8'))]
        .filter(([name]) => Object.hasOwn(givenUpNames, name))
        .map(([name]) => `src/${file}: ${name} (${givenUpNames[name]})`),
    );
    assert.deepEqual(saying, []);
  });
});

describe('a name that is exported', () => {
  it('is declared once', () => {
    // The same words for the schemas of settings and of stored records.
    const twins = ['text', 'oneOf'];
    const declared = /^export (?:async )?(?:type|interface|const|function|class) (\w+)/gm;
    const places = new Map<string, readonly string[]>();
    // A language of the catalogue calls its parts by what they are about.
    // The overloads of a function are one declaration: within one file the compiler lets nothing else be.
    for (const file of files.filter((each) => !/^views\/words\/.+\//.test(each)))
      for (const [, name = ''] of readFileSync(join(src, file), 'utf8').matchAll(declared))
        places.set(name, [...new Set([...(places.get(name) ?? []), `src/${file}`])]);
    assert.ok(places.size > 500);
    assert.deepEqual(
      [...places].filter(([name, declaring]) => declaring.length > 1 && !twins.includes(name)),
      [],
    );
  });
});
