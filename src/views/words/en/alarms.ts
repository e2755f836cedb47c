// Alarms to the admins: what needs a person, and that it's over.
import { icu } from './icu.js';

const signInAgain =
  'Run npm run sign-in on the machine that Gatehouse runs on. It takes a minute, and nothing is lost. For a container, see docs/3-partner.md.';

/** `title` fits a phone's lock screen. */
export const alarms = {
  signInAgain,
  readsOnly:
    'Gatehouse keeps showing what it can read, but can’t request or remove access and may notice changes late.',
  readsNothing: 'Gatehouse can’t read or change anything. It shows what it last knew.',
  notSignedIn: '❌ Gatehouse isn’t signed in to Microsoft',
  cantSignIn: ({ why }: { why: string }) => `❌ Gatehouse can’t sign in: ${why}`,
  consentMissing: {
    why: 'consent or rights are missing',
    cause: 'The app lacks consent, or the account has lost its rights in your own tenant.',
    cure: `${signInAgain} The page shows which consent is missing, with the link to grant it.`,
  },
  signInWithoutMfa: {
    title: '⚠️ Gatehouse’s sign-in lacks multifactor authentication',
    why: 'Microsoft requires it from partners and may refuse Gatehouse at any time.',
  },
  signInEnds: {
    title: '⚠️ Gatehouse’s sign-in is about to expire',
    why: ({ date }: { date: string }) =>
      `It hasn’t been used recently and expires on ${date}: Microsoft drops a sign-in after 90 days without use.`,
  },
  templatesWrong: {
    title: '⚠️ The access templates have errors',
    stays: 'The previous templates stay in use. Gatehouse takes up the corrected file by itself, without a restart.',
  },
  templatesMissing: {
    title: '⚠️ A chosen access template is missing',
    why: icu<{ names: string; count: number }>(
      '{count, plural, one {# tenant had} other {# tenants had}} a template chosen that the file no longer has: {names}. The rules decide now which one {count, plural, one {it has} other {they have}}.',
    ),
    cure: 'Put it back under the same name, or change the rules: /templates shows them. Gatehouse takes up the file by itself.',
  },
  changesLost: {
    title: '⚠️ Gatehouse’s database lost recent changes',
    why: 'After a failover, its database lacks the last changes that had already been saved. Gatehouse reads Microsoft again, so statuses come back by themselves, but what people decided in the last moments may be gone, as may lines of the audit log.',
    cure: 'Check the last things that were done, and do again what is missing. To rule it out, use a synchronous standby: see docs/replicas.md. This notice ends by itself after a day.',
  },
  outgoingGivenUp: {
    title: '⚠️ Events aren’t taken',
    why: icu<{ hosts: string; count: number }>(
      '{count, plural, one {# event has} other {# events have}} been waiting for more than a day, because they weren’t taken by {hosts}. Gatehouse now tries only once a day, and keeps each for 30 days.',
    ),
    cure: 'Run `npm run webhooks:out -- --test` to see what’s answered. Once they’re taken again, what’s missing is sent by itself; `npm run webhooks:out -- --resend` sends it at once.',
  },
  clockOff: {
    title: '⚠️ A machine’s clock is wrong',
    why: icu<{ host: string; seconds: number }>(
      'On the machine {host}, the clock is {seconds, plural, one {# second} other {# seconds}} apart from the database’s. Times on cards and in the audit log come from both, and what’s due may come too early or too late.',
    ),
    cure: 'Turn on time synchronization (NTP) on that machine and on the database’s. This notice ends by itself once they agree.',
  },
  signInBack: { title: '✅ Gatehouse is signed in to Microsoft again', what: 'What was waiting continues by itself.' },
  expiring: {
    secret: {
      title: icu<{ days: number }>(
        '{days, plural, =0 {❌ Gatehouse’s client secret has expired} one {⚠️ Gatehouse’s client secret expires within a day} other {⚠️ Gatehouse’s client secret expires within # days}}',
      ),
      cure: 'Create a new one in Entra (App registrations, Certificates & secrets), set PARTNER_CLIENT_SECRET and restart Gatehouse.',
    },
    certificate: {
      title: icu<{ days: number }>(
        '{days, plural, =0 {❌ Gatehouse’s certificate has expired} one {⚠️ Gatehouse’s certificate expires within a day} other {⚠️ Gatehouse’s certificate expires within # days}}',
      ),
      cure: 'Create a new one, upload its public part in Entra (App registrations, Certificates & secrets), put it where PARTNER_CLIENT_CERTIFICATE points and restart Gatehouse.',
    },
    managedIdentity: {
      title: icu<{ days: number }>(
        '{days, plural, =0 {❌ Gatehouse’s managed identity has expired} one {⚠️ Gatehouse’s managed identity expires within a day} other {⚠️ Gatehouse’s managed identity expires within # days}}',
      ),
      cure: 'Check the managed identity and its federated credential in Azure and Entra.',
    },
    botSecret: {
      title: icu<{ days: number }>(
        '{days, plural, =0 {❌ Gatehouse’s bot secret has expired} one {⚠️ Gatehouse’s bot secret expires within a day} other {⚠️ Gatehouse’s bot secret expires within # days}}',
      ),
      cure: 'Create a new one in Entra (App registrations, the bot’s app, Certificates & secrets), set MicrosoftAppPassword and restart Gatehouse.',
    },
    /** What Gatehouse's app can't do without it. `isOver`: it has expired. */
    ofTheApp: icu<{ isOver: 'yes' | 'no'; date: string }>(
      'It {isOver, select, yes {expired} other {expires}} on {date}. Without it, Gatehouse can’t get a token from Microsoft, so it can’t read or change anything.',
    ),
    ofTheBot: icu<{ isOver: 'yes' | 'no'; date: string }>(
      'It {isOver, select, yes {expired} other {expires}} on {date}. Without it, the bot can’t sign in to Teams, so it can’t answer anyone.',
    ),
  },
};
