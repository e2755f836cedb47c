// A credential, the bot, the clock or a call is wrong: the doctor finds that, and nothing else.

import { botId, botSecret, cure, DoctorBench, inDays, line, type Trouble } from '../support/doctor-bench.js';
import { en } from '../support/filled-by-hand.js';

const { findings, byHand } = en.checkup;

describe('the doctor of credentials', () => {
  let bench: DoctorBench;

  beforeEach(async () => {
    bench = await DoctorBench.open();
  });
  afterEach(() => bench.close());

  const troubles: readonly Trouble[] = [
    {
      what: 'an app’s secret that ends in 30 days',
      breaks: ({ controls }) => controls.setSecretEnd(inDays(30)),
      says: [
        line('⚠️', 'appCredential', findings.credentialEnds.found({ date: '22 December 2026', days: 30 })),
        cure(findings.credentialEnds.cure({ setting: findings.secretOrCertificate })),
      ],
      exitCode: 0,
    },
    {
      what: 'an app’s secret that ends tonight',
      breaks: ({ controls }) => controls.setSecretEnd(inDays(0.5)),
      says: [
        line('❌', 'appCredential', findings.credentialEnds.found({ date: '22 November 2026', days: 0 })),
        cure(findings.credentialEnds.cure({ setting: findings.secretOrCertificate })),
      ],
    },
    {
      what: 'a bot’s secret that ends in a week',
      breaks: ({ controls }) =>
        controls.registerBot({ clientId: botId, clientSecret: botSecret, secretEndsAt: inDays(7) }),
      says: [
        line('⚠️', 'botCredential', findings.credentialEnds.found({ date: '29 November 2026', days: 7 })),
        cure(findings.credentialEnds.cure({ setting: 'MicrosoftAppPassword' })),
      ],
      exitCode: 0,
    },
    {
      what: 'a bot’s secret that has ended',
      breaks: ({ controls }) =>
        controls.registerBot({ clientId: botId, clientSecret: botSecret, secretEndsAt: inDays(-1) }),
      says: [
        line('❌', 'botIdentity', findings.botSecretEnded.found),
        cure(findings.botSecretEnded.cure),
        line('❌', 'botCredential', findings.credentialEnded.found({ date: '21 November 2026' })),
        cure(findings.credentialEnded.cure({ setting: 'MicrosoftAppPassword' })),
      ],
    },
    {
      what: 'a bot’s secret that is another one',
      breaks: ({ controls }) => controls.registerBot({ clientId: botId, clientSecret: 'something else' }),
      says: [
        line('❌', 'botIdentity', findings.botSecretWrong.found),
        cure(findings.botSecretWrong.cure),
        line('⚠️', 'botCredential', findings.credentialNotListed.found),
        cure(findings.credentialNotListed.cure({ byHand: byHand.botCredential })),
      ],
    },
    {
      what: 'a bot that the tenant does not know',
      breaks: ({ controls }) =>
        controls.registerBot({ clientId: 'eeeeeeee-1111-4000-8000-000000000002', clientSecret: botSecret }),
      says: [
        line('❌', 'botIdentity', findings.botAppUnknown.found),
        cure(findings.botAppUnknown.cure),
        line('🔎', 'botCredential', findings.appElsewhere.found),
        cure(byHand.botCredential),
      ],
    },
    {
      what: 'a bot whose tenant there is not',
      breaks: () => {
        bench.environment.MicrosoftAppTenantId = 'eeeeeeee-1111-4000-8000-000000000003';
      },
      says: [line('❌', 'botIdentity', findings.botTenantUnknown.found), cure(findings.botTenantUnknown.cure)],
    },
    {
      what: 'a clock that is two minutes slow',
      breaks: ({ controls }) => controls.setBehaviour({ clockAheadSeconds: 120 }),
      says: [
        line('⚠️', 'clock', findings.clockOff.found({ seconds: 120, minutes: 2, unit: 'minutes', direction: 'behind' })),
        cure(findings.clockOff.cure),
      ],
      exitCode: 0,
    },
    {
      what: 'a clock that is ten minutes fast',
      breaks: ({ controls }) => controls.setBehaviour({ clockAheadSeconds: -602 }),
      says: [
        line(
          '❌',
          'clock',
          findings.clockOff.found({ seconds: 602, minutes: 10, unit: 'minutes', direction: 'ahead' }),
        ),
        cure(findings.clockOff.cure),
      ],
    },
    {
      what: 'a call that Microsoft does not answer',
      breaks: ({ controls }) => controls.failNext({ path: '/v1.0/servicePrincipals', status: 503, times: 3 }),
      says: [
        line('🔎', 'gdapServicePrincipal', en.problems.noUsableAnswer.cause),
        cure(en.problems.noUsableAnswer.cure),
      ],
      exitCode: 0,
    },
    {
      what: 'a call for which Microsoft is too busy',
      breaks: ({ controls }) => controls.failNext({ path: '/v1/customers', status: 429, retryAfterSeconds: 60 }),
      says: [line('🔎', 'partnerCenter', en.problems.throttled.cause), cure(en.problems.throttled.cure)],
      exitCode: 0,
    },
  ];

  for (const trouble of troubles) it(`finds ${trouble.what}, and nothing else`, () => bench.finds(trouble));
});
