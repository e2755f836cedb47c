// Shows, tries and sends again events for the partner's own systems. Run by `npm run webhooks:out`, beside a running bot or without one.
import { randomUUID } from 'node:crypto';
import { targetsOf } from '../app/targets.js';
import { readCommandConfig } from '../config/config.js';
import { ConfigError } from '../domain/errors.js';
import { eventIdOf, type OutgoingEvent } from '../domain/outgoing/outgoing-event.js';
import type { OutgoingAnswer } from '../domain/outgoing/outgoing-retry.js';
import { outgoingBody, outgoingTestBody } from '../operations/outgoing/outgoing-body.js';
import type { OutgoingTarget } from '../operations/ports/outgoing.js';
import { systemClock } from '../runtime/clock.js';
import { environment, run, say } from './terminal.js';
import { toldUsage, usages } from './usage.js';
import { withData } from './with-data.js';

if (!toldUsage('webhooks:out')) await run(webhooksOut);

async function webhooksOut(): Promise<void> {
  const [flag, ...more] = process.argv.slice(2);
  if (more.length > 0 || (flag !== undefined && !['--test', '--resend'].includes(flag)))
    throw new ConfigError('the arguments aren’t valid', usages['webhooks:out']);
  const config = readCommandConfig(environment());
  const targets = await targetsOf(config);
  if (targets.length === 0)
    throw new ConfigError('there’s nowhere to send events to', 'Set WEBHOOKS_OUT_URL and WEBHOOKS_OUT_SECRET.');
  if (flag === '--test') return tryAll(targets);
  await withData(config, async (data) => {
    const store = await data.outgoing();
    for (const target of targets) {
      const events = [...store.outgoingEvents()].filter(({ targetId }) => targetId === target.id);
      if (flag === undefined) tell(target, events);
      else
        for (const event of events.filter(({ givenUpAt }) => givenUpAt !== undefined))
          await send(target, { id: eventIdOf(event), what: event.type, body: outgoingBody(event, store) });
    }
  });
  if (flag === '--resend')
    say(
      'A running Gatehouse finds out within a day that they’re taken again, and sends them once more. The ID stays the same.',
    );
}

async function tryAll(targets: readonly OutgoingTarget[]): Promise<void> {
  for (const target of targets) {
    const id = `evt_${randomUUID()}`;
    await send(target, { id, what: 'gatehouse.test', body: outgoingTestBody(id, systemClock.now()) });
  }
}

async function send(target: OutgoingTarget, { id, what, body }: Readonly<Record<'id' | 'what' | 'body', string>>) {
  const answer = await target.send({ id, at: systemClock.now(), body });
  say(`${answer.is === 'taken' ? '✅' : '❌'} ${target.host}: ${what} ${id} ${inWords(answer)}`);
  if (answer.is !== 'taken') process.exitCode = 1;
}

function inWords(answer: OutgoingAnswer): string {
  if (answer.is === 'taken') return 'was taken.';
  if (answer.answer === 'INSIDE_ADDRESS')
    return 'wasn’t sent: the name leads to an address inside a network. To allow that, add it to WEBHOOKS_OUT_ALLOW.';
  return `wasn’t taken: ${answer.answer}.`;
}

function tell({ host }: OutgoingTarget, events: readonly OutgoingEvent[]): void {
  const givenUp = events.filter(({ givenUpAt }) => givenUpAt !== undefined);
  const last = events.find(({ answer }) => answer !== undefined)?.answer;
  say(
    `${givenUp.length > 0 ? '❌' : '✅'} ${host}: ${events.length - givenUp.length} waiting, ${givenUp.length} given up${last === undefined ? '' : `; last answer: ${last}`}.`,
    ...givenUp.map((event) => `   ${event.at}  ${event.type}  tenant ${event.tenantId}  ${eventIdOf(event)}`),
  );
  if (givenUp.length > 0) process.exitCode = 1;
}
