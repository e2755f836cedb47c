// The controls over HTTP, below /sandbox, as JSON or as a form.
import { type Context, Hono } from 'hono';
import { z } from 'zod';
import { readJson } from '../wire/body.js';
import type { WireEnv } from '../wire/env.js';
import { asRefusal, Refusal } from '../wire/refusal.js';
import { subscriptionSpec } from '../world/subscriptions.js';
import {
  approval,
  autoExtend,
  azurePlan,
  behaviourBody,
  botBody,
  certificateBody,
  chatAddress,
  eventBehaviourBody,
  faultBody,
  groupChange,
  groupMembers,
  onOrOff,
  permissionsBody,
  quirkList,
  relationshipBody,
  removingBody,
  reservations,
  roleDrop,
  secretEnd,
  signInRefusalBody,
  speaker,
  subscriptionEnd,
  timeForward,
  timeSkip,
  webhook,
} from './bodies.js';
import type { Controls } from './controls.js';

const nothing = z.object({});

/** The routes below /sandbox: the methods of `Controls`, by the same names. */
export function controlRoutes(controls: Controls): Hono<WireEnv> {
  const app = new Hono<WireEnv>();
  app.onError((error, c) => answerRefusal(c, asRefusal(error)));

  const post = <T>(path: string, schema: z.ZodType<T>, act: (body: T, id: string) => void) => {
    app.post(path, async (c) => {
      act(await readFields(c, schema), c.req.param('id') ?? '');
      return answerDone(c);
    });
  };

  post('/relationships/:id/approve', approval, ({ tenantId }, id) => controls.approve(id, tenantId));
  post('/relationships/:id/reject', nothing, (_, id) => controls.reject(id));
  post('/relationships/:id/end', nothing, (_, id) => controls.end(id));
  post('/relationships/:id/expire', nothing, (_, id) => controls.expire(id));
  post('/relationships/:id/auto-extend', autoExtend, ({ duration }, id) => controls.setAutoExtend(id, duration));
  post('/relationships/:id/drop-role', roleDrop, ({ role }, id) => controls.dropRole(id, role));
  post('/relationships/:id/clean-up', nothing, (_, id) => controls.cleanUp(id));
  post('/relationships/:id/lose-roles', nothing, (_, id) => controls.loseRoles(id));
  post('/assignments/:id/drop-role', roleDrop, ({ role }, id) => controls.dropAssignmentRole(id, role));
  post('/assignments/:id/fail', nothing, (_, id) => controls.failAssignment(id));
  post('/assignments/:id/remove', nothing, (_, id) => controls.removeAssignment(id));
  post('/customers/:id/azure-plan', azurePlan, ({ state }, id) => controls.setAzurePlan(id, state));
  post('/customers/:id/reservations', reservations, ({ count }, id) => controls.setReservations(id, count));
  post('/customers/:id/cancel-reservation', nothing, (_, id) => controls.cancelReservation(id));
  post('/customers/:id/add-subscription', subscriptionSpec, (spec, id) => controls.addSubscription(id, spec));
  post('/customers/:id/end-subscriptions', subscriptionEnd, ({ status }, id) => controls.endSubscriptions(id, status));
  post('/customers/:id/consent', onOrOff, ({ isOn }, id) => controls.setConsentAt(id, isOn));
  post('/customers/:id/removing', removingBody, ({ of, how }, id) => controls.setRemoving(id, of, how));
  post('/customers/:id/delegated-admin', onOrOff, ({ isOn }, id) => controls.setDelegatedAdmin(id, isOn));
  post('/customers/:id/operations-fail', onOrOff, ({ isOn }, id) => controls.setOperationsFail(id, isOn));
  post('/customers/:id/quirks', quirkList, ({ quirks }, id) => controls.setQuirks(id, quirks));
  post('/groups/:id/members', groupMembers, ({ memberIds }, id) => controls.setGroupMembers(id, memberIds));
  post('/groups/:id', groupChange, (change, id) => controls.setGroup(id, change));
  post('/groups/:id/remove', nothing, (_, id) => controls.removeGroup(id));
  post('/users/:id/remove', nothing, (_, id) => controls.removeUser(id));
  post('/behaviour', behaviourBody, (behaviour) => controls.setBehaviour(behaviour));
  post('/mfa', onOrOff, ({ isOn }) => controls.setMfa(isOn));
  post('/refresh-tokens/revoke', nothing, () => controls.revokeRefreshTokens());
  post('/refresh-tokens/expire', nothing, () => controls.expireRefreshTokens());
  post('/sign-in-refusal', signInRefusalBody, ({ number }) => controls.refuseSignIn(number));
  post('/secret-expired', onOrOff, ({ isOn }) => controls.setSecretExpired(isOn));
  post('/secret-end', secretEnd, ({ endsAt }) => controls.setSecretEnd(endsAt));
  post('/gdap-service-principal', onOrOff, ({ isOn }) => controls.setGdapServicePrincipal(isOn));
  post('/bot', botBody, (bot) => controls.registerBot(bot));
  post('/consent', permissionsBody, (permissions) => controls.setConsent(permissions));
  post('/application-permissions', permissionsBody, (permissions) => controls.setApplicationPermissions(permissions));
  post('/certificates', certificateBody, ({ pem }) => controls.addCertificate(pem));
  post('/managed-identity', onOrOff, ({ isOn }) => controls.setManagedIdentity(isOn));
  post('/chat', chatAddress, ({ botUrl }) => controls.connectChat(botUrl));
  post('/chat/speaker', speaker, ({ id }) => controls.speakAs(id));
  post('/time/skip', timeSkip, ({ seconds }) => controls.skipTime(seconds));
  post('/time/forward', timeForward, ({ days, stepDays }) => controls.forwardTime(days, stepDays));
  post('/time/next-end', nothing, () => controls.forwardToNextEnd());
  post('/time/stop', nothing, () => controls.stopTime());
  post('/webhook', webhook, ({ url }) => controls.registerWebhook(url));
  post('/events/behaviour', eventBehaviourBody, (behaviour) => controls.setEventBehaviour(behaviour));
  post('/faults', faultBody, (fault) => controls.failNext(fault));

  app.post('/relationships', async (c) =>
    c.json({ id: controls.addRelationship(await readFields(c, relationshipBody)) }, 201),
  );
  app.get('/relationships', (c) => c.json(controls.relationships(c.req.query('tenantId'))));
  app.get('/time', (c) => c.json(controls.time()));
  app.get('/events', (c) => c.json(controls.deliveries()));
  app.get('/requests', (c) => c.json(controls.requests()));
  app.delete('/requests', (c) => {
    controls.clearRequests();
    return answerDone(c);
  });
  app.delete('/faults', (c) => {
    controls.clearFaults();
    return answerDone(c);
  });
  app.all('*', () => {
    throw new Refusal(404, 'notFound', 'There is no such control.');
  });
  return app;
}

async function readFields<T>(c: Context, schema: z.ZodType<T>): Promise<T> {
  const refuse = (problem: string) => new Refusal(400, 'badRequest', problem);
  const text = await c.req.text();
  if (text !== '' && !isForm(c)) return readJson(c, schema, refuse);
  const result = schema.safeParse(Object.fromEntries(new URLSearchParams(text)));
  if (result.success) return result.data;
  throw refuse(z.prettifyError(result.error));
}

/** JSON for a program; for a page the way back to its form, with a word for what happened. */
async function answerDone(c: Context): Promise<Response> {
  const done = new URL(c.req.url).pathname.split('/').at(-1) ?? '';
  return isForm(c) ? c.redirect(await wayBack(c, 'done', done), 303) : c.json({ done });
}

async function answerRefusal(c: Context, { status, code, message }: Refusal): Promise<Response> {
  if (isForm(c)) return c.redirect(await wayBack(c, 'refused', code), 303);
  return c.json({ error: { code, message } }, status);
}

async function wayBack(c: Context, name: string, value: string): Promise<string> {
  const { origin } = new URL(c.req.url);
  const back = new URLSearchParams(await c.req.text()).get('back') ?? '/';
  const url = URL.canParse(back, origin) ? new URL(back, origin) : new URL(origin);
  if (url.origin !== origin) return '/';
  url.searchParams.set(name, value);
  return url.pathname + url.search;
}

function isForm(c: Context): boolean {
  return c.req.header('content-type')?.includes('x-www-form-urlencoded') ?? false;
}
