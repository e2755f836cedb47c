// What the setup would run, without running it.
import type { Environment } from '../config/settings-reader.js';
import { shownCommand } from './az.js';
import { secretCommand } from './secrets.js';
import { credentialIn, lastSettings, peopleIn, settingsOf } from './setup-settings.js';
import { botAppId, partnerAppId, type SetupStep } from './step.js';
import { type SetupSubject, setupSteps } from './steps.js';

/** The plan, line by line. IDs that aren't known yet stand in angle brackets. */
export function dryRunLines(subject: SetupSubject): readonly string[] {
  const { settings, options } = subject;
  const steps = setupSteps(subject);
  const appIds = { botAppId: botAppId({}), partnerAppId: partnerAppId({}) };
  const added = [
    ...Object.keys(settingsOf(appIds, options)),
    ...steps.flatMap((step) => (step.kind === 'secret' && !credentialIn(settings, step) ? [step.setting] : [])),
    ...Object.keys(lastSettings(options, '')),
    ...(peopleIn(settings).length > 0 ? [] : ['ADMINS']),
  ].filter((name) => !settings[name]);
  return [
    'Dry run: no command is run, not even those that only read. So this needs no sign-in, and doesn’t show what’s already there.',
    'Each step first reads (look), and only creates what’s missing (create).',
    '',
    'Who is signed in',
    `   look    ${shownCommand(['version'])}`,
    `   look    ${shownCommand(['account', 'show'])}`,
    ...steps.flatMap((step, index) => ['', `${index + 1}/${steps.length} ${step.title}`, ...stepLines(step, settings)]),
    '',
    'The first admin of Gatehouse',
    ...(peopleIn(settings).length > 0
      ? ['   Already set.']
      : [`   look    ${shownCommand(['ad', 'signed-in-user', 'show'])}`, '   Asks before it sets ADMINS.']),
    '',
    added.length === 0 ? '.env has everything already.' : `Would be added to .env: ${added.join(', ')}.`,
  ];
}

function stepLines(step: SetupStep, settings: Environment): readonly string[] {
  if (step.kind === 'az') {
    return [
      `   look    ${shownCommand(step.look({}))}`,
      ...(step.act ? [`   create  ${shownCommand(step.act({}))}`] : []),
      ...(step.grants === undefined ? [] : ['   Asks first, even with --yes.']),
    ];
  }
  const already = credentialIn(settings, step);
  if (already) return [`   ${already} is set already.`];
  const appId = step.app === 'botAppId' ? botAppId({}) : partnerAppId({});
  return [
    `   look    ${shownCommand(['ad', 'app', 'credential', 'list', '--id', appId])}`,
    `   create  ${shownCommand(secretCommand(appId, 'Gatehouse setup <random>', '<last day>'))}`,
    `   Asks first, even with --yes. The secret goes into .env as ${step.setting}, and is never shown.`,
  ];
}
