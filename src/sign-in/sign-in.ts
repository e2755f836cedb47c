// Signs Gatehouse in: a page on this machine, Microsoft's page, and a look at what came of it.

import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import { ConfigError, MicrosoftError } from '../domain/errors.js';
import type { Problem } from '../domain/problem.js';
import { GraphDirectory } from '../microsoft/graph/directory.js';
import { graphClientWith } from '../microsoft/http-clients.js';
import type { Application } from '../microsoft/sign-in/application.js';
import { declinedByPerson, InteractiveSignIn, type SignedIn } from '../microsoft/sign-in/interactive-sign-in.js';
import { scopeOf } from '../microsoft/sign-in/scopes.js';
import type { TokenCache } from '../microsoft/sign-in/token-cache.js';
import type { Clock } from '../runtime/clock.js';
import type { Log } from '../runtime/log.js';
import { requestDeadlines } from '../runtime/request-deadlines.js';
import { withTimeout } from '../runtime/timeout.js';
import { type Check, type Explain, mayBeKept, signInChecks } from './checks.js';
import { Door } from './door.js';
import { resultLines, type SignInResult } from './result.js';
import { signInRoutes } from './routes.js';

/** What signing in takes. */
export interface SignInDeps {
  readonly application: Application;
  readonly addresses: { readonly graphUrl: string; readonly partnerCenterUrl: string };
  readonly cache: TokenCache;
  /** Whether settings name groups of people. */
  readonly hasGroups: boolean;
  /** The words for a problem at Microsoft. */
  readonly explain: Explain;
  readonly clock: Clock;
  readonly log: Log;
  /** The port of the page; 0 for any that is free. */
  readonly port: number;
  readonly print: (line: string) => void;
  /** Called as soon as the page is there, with an address to start a browser with, which opens it once. */
  readonly onReady: (url: string) => void;
  /** Ends it before its time. */
  readonly signal: AbortSignal;
}

const notSignedIn = 'Gatehouse isn’t signed in.';
const longestMinutes = 10;
// How long the command waits for the browser to fetch the result.
const longestShowMs = 15_000;

/**
 * Shows the page and waits until a person has signed in, at most ten minutes. Whether the sign-in was kept.
 * @throws ConfigError before anything has happened: tokens are there that can't be read, or the port is taken.
 */
export async function signIn(deps: SignInDeps): Promise<boolean> {
  const { application, addresses, cache, clock, print, signal } = deps;
  // What is there may belong to another key: then this is not the place to write beside it. One that cannot be read
  // beside tokens that can is replaced.
  await cache.load(() => undefined);
  const { graphUrl, partnerCenterUrl } = addresses;
  const scopes = { graph: scopeOf('graph', graphUrl), partnerCenter: scopeOf('partnerCenter', partnerCenterUrl) };
  const interactive = new InteractiveSignIn(application, scopes, clock);
  const finished = new Later<SignInResult>();
  const shown = new Later<void>();
  const door = new Door();
  let port = 0;
  const routes = signInRoutes({
    appId: application.clientId,
    tenantId: application.tenantId,
    loginOrigin: new URL(application.loginUrl).origin,
    port: () => port,
    door,
    // Registered as http://localhost: Entra compares the path and lets the port be any.
    // @see https://learn.microsoft.com/entra/identity-platform/reply-url (checked 2026-11-22)
    begin: () => interactive.begin(`http://localhost:${port}`),
    isExpected: (answer) => interactive.isExpected(answer),
    async finish(answer) {
      const result = await resultOf(deps, () => interactive.finish(answer));
      finished.give(result);
      return result;
    },
    shown: () => shown.give(),
  });
  const server = createAdaptorServer({ fetch: routes.fetch, serverOptions: requestDeadlines }) as Server;
  port = await listen(server, deps.port);
  try {
    const address = (key: string) => `http://localhost:${port}/?key=${key}`;
    print(
      `Open ${address(door.key)} in a browser on this machine. Anyone with this address can sign in: don’t share it.`,
    );
    print(`The page stays open for ${longestMinutes} minutes. Press Ctrl-C to close it.`);
    print(`To open it from another machine, forward the port first: ssh -L ${port}:localhost:${port}`);
    deps.onReady(address(door.keyForOnce));
    const result = await Promise.race([finished.promise, ended(clock, signal)]);
    if (result === undefined) {
      print('Sign-in wasn’t completed. Nothing was changed.');
      return false;
    }
    for (const line of resultLines(result)) print(line);
    await withTimeout(clock, longestShowMs, shown.promise);
    return result.isKept;
  } finally {
    await close(server);
  }
}

/** Looks at what came back, and keeps it if it is what Gatehouse needs. */
async function resultOf(deps: SignInDeps, finish: () => Promise<SignedIn>): Promise<SignInResult> {
  const { application, cache, hasGroups } = deps;
  const { tenantId, clientId, loginUrl } = application;
  const consent = `${loginUrl}/${encodeURIComponent(tenantId)}/adminconsent?client_id=${encodeURIComponent(clientId)}`;
  try {
    const signedIn = await finish();
    const facts = { tenantId, hasGroups, explain: deps.explain, isAdminAgent: await isAdminAgent(signedIn, deps) };
    const isKept = mayBeKept(signedIn, facts);
    if (isKept) await cache.saveSignIn(signedIn.tokens);
    const checks = signInChecks(signedIn, facts);
    return {
      isKept,
      who: signedIn.account,
      headline: headlineOf(
        isKept,
        checks.some(({ verdict }) => verdict === 'bad'),
      ),
      checks,
      consentUrl: checks.some(({ takesConsent }) => takesConsent) ? consent : undefined,
    };
  } catch (error) {
    const problem = error instanceof MicrosoftError ? error.problem : undefined;
    return {
      isKept: false,
      headline: notSignedIn,
      checks: [{ verdict: 'bad', ...whyFailed(problem, deps.explain) }],
      consentUrl: problem?.reason === 'noRights' ? consent : undefined,
    };
  }
}

// What the person at the page reads who just tried, in place of the words for those who find the sign-in lost.
function whyFailed(problem: Problem | undefined, explain: Explain): Pick<Check, 'text' | 'cure'> {
  if (!problem)
    return {
      text: 'Gatehouse couldn’t save the sign-in.',
      cure: 'Check where Gatehouse stores its data with npm run doctor.',
    };
  if (problem.answer === declinedByPerson) return { text: 'You didn’t finish signing in.' };
  if (problem.reason === 'noRights')
    return {
      text: 'The app lacks consent in your tenant, or the account is a guest there.',
      cure: 'Ask an administrator to consent, or sign in with a member of your partner tenant.',
    };
  const { cause, cure } = explain(problem);
  return { text: cause, cure };
}

/** Whether the account is in AdminAgents, or why that could not be asked. */
async function isAdminAgent(
  { account, services: { graph } }: SignedIn,
  { addresses, clock, log }: SignInDeps,
): Promise<boolean | MicrosoftError> {
  if (!('token' in graph)) return graph;
  const directory = new GraphDirectory(graphClientWith(graph.token, addresses.graphUrl, clock, log));
  try {
    return (await directory.groupsOf(account.id, await directory.adminAgents())).length > 0;
  } catch (error) {
    if (error instanceof MicrosoftError) return error;
    throw error;
  }
}

function headlineOf(isKept: boolean, hasMore: boolean): string {
  if (!isKept) return notSignedIn;
  return hasMore ? 'Gatehouse is signed in, but something needs your attention.' : 'Gatehouse is signed in.';
}

async function listen(server: Server, port: number): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  }).catch((cause: unknown) => {
    throw new ConfigError(`port ${port} is in use`, 'Choose another one with --port, or leave --port out.', { cause });
  });
  return (server.address() as AddressInfo).port;
}

async function close(server: Server): Promise<void> {
  const closed = new Promise((resolve) => server.close(resolve));
  server.closeIdleConnections();
  // What is still being sent gets a moment; a connection that a browser keeps open for later does not.
  setTimeout(() => server.closeAllConnections(), 500).unref();
  await closed;
}

function ended(clock: Clock, signal: AbortSignal): Promise<undefined> {
  const aborted = new Promise<undefined>((resolve) => {
    if (signal.aborted) resolve(undefined);
    signal.addEventListener('abort', () => resolve(undefined), { once: true });
  });
  return withTimeout(clock, longestMinutes * 60_000, aborted);
}

/** A value that another part will give. */
class Later<T> {
  readonly promise: Promise<T>;
  #resolve: (value: T) => void = () => undefined;

  constructor() {
    this.promise = new Promise((resolve) => {
      this.#resolve = resolve;
    });
  }

  /** Only the first value counts. */
  give(value: T): void {
    this.#resolve(value);
  }
}
