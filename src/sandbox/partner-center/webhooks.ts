// Partner Center's routes for webhooks: one registration for the partner, and events to test it.
import { STATUS_CODES } from 'node:http';
import { type Context, Hono } from 'hono';
import { z } from 'zod';
import type { Cloud } from '../cloud.js';
import { type Events, testEvent } from '../events/events.js';
import type { Delivery, Registration } from '../events/model.js';
import { readJson } from '../wire/body.js';
import type { WireEnv } from '../wire/env.js';
import { Refusal } from '../wire/refusal.js';
import { secondsAfter } from '../world/instants.js';
import { partner } from '../world/partner.js';
import { codes, invalidProperty } from './answers.js';

const testsPerMinute = 2;

const lowerCased = z
  .record(z.string(), z.unknown())
  .transform((body) => Object.fromEntries(Object.entries(body).map(([name, value]) => [name.toLowerCase(), value])));

const registrationBody = lowerCased.pipe(
  z.object({
    webhookurl: z.url({ protocol: /^https?$/ }).max(2000),
    webhookevents: z.array(z.string()).min(1),
    signaturetokentomssignatureheader: z.boolean().nullish(),
  }),
);

/** The routes below /webhooks/v1/registration. */
export function webhookRoutes({ events, world }: Cloud): Hono<WireEnv> {
  const app = new Hono<WireEnv>();

  app.get('/events', (c) => c.json(events.behaviour.offered));

  app.get('/', (c) => {
    if (!events.registration) throw new Refusal(404, codes.notFound, 'There is no registration.');
    return c.json(inSmallLetters(events.registration));
  });

  app.post('/', async (c) => {
    const wanted = await readRegistration(c, events);
    if (events.registration) {
      const text = 'Registration already exists, use the PUT method to update a registration.';
      throw new Refusal(409, 'conflict', text);
    }
    return c.json(inCapitals(events.register(wanted)));
  });

  app.put('/', async (c) => {
    const wanted = await readRegistration(c, events);
    if (!events.registration) throw new Refusal(404, codes.notFound, 'There is no registration.');
    return c.json(inCapitals(events.register(wanted)));
  });

  app.post('/validationEvents', (c) => {
    if (!events.registration?.webhookEvents.includes(testEvent)) {
      throw invalidProperty(`The event ${testEvent} is not registered.`);
    }
    const minuteAgo = secondsAfter(world.now(), -60);
    const recent = events.testedAt.filter((at) => at > minuteAgo);
    if (recent.length >= testsPerMinute) throw new Refusal(429, '429', '', { 'Retry-After': '60' });
    events.testedAt = [...recent, world.now()];
    return c.json({ correlationId: events.test() });
  });

  app.get('/validationEvents/:correlationId', (c) => {
    const id = c.req.param('correlationId');
    const delivery = events.deliveries().find(({ validationId }) => validationId === id);
    if (!delivery) throw new Refusal(404, codes.notFound, 'There is no such test event.');
    return c.json(validationResource(delivery));
  });

  return app;
}

async function readRegistration(c: Context<WireEnv>, { behaviour }: Events) {
  const body = await readJson(c, registrationBody, invalidProperty);
  const unknown = body.webhookevents.find((name) => !behaviour.offered.includes(name));
  if (unknown !== undefined) throw invalidProperty(`The event ${unknown} is not supported.`);
  return {
    webhookUrl: body.webhookurl,
    webhookEvents: body.webhookevents,
    signatureTokenToMsSignatureHeader: body.signaturetokentomssignatureheader ?? false,
  };
}

function inSmallLetters(registration: Registration) {
  return { ...registration, properties: {} };
}

function inCapitals({ subscriberId, webhookUrl, webhookEvents }: Registration) {
  return { SubscriberId: subscriberId, WebhookUrl: webhookUrl, WebhookEvents: webhookEvents };
}

function validationResource({ validationId, url, state, attempts }: Delivery) {
  return {
    correlationId: validationId,
    partnerId: partner.tenantId,
    status: state === 'waiting' ? 'inProgress' : 'completed',
    callbackUrl: url,
    results: attempts.map(({ at, status }) => ({
      responseCode: status === 0 ? null : responseCode(status),
      responseMessage: '',
      systemError: status === 0,
      dateTimeUtc: at.replace('Z', ''),
    })),
  };
}

// The status by .NET's name, such as ServiceUnavailable.
function responseCode(status: number): string {
  return STATUS_CODES[status]?.replaceAll(' ', '') ?? String(status);
}
