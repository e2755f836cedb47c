// The bot's server with its three routes: activities, Partner Center's events, links to files.

import type { OpenBot } from '../bot/open-bot.js';
import type { Config } from '../config/config.js';
import { downloadsRoute } from '../http/downloads-route.js';
import { eventsRoute } from '../http/events-route.js';
import { messagesRoute } from '../http/messages-route.js';
import { refuser } from '../http/refuse.js';
import { type Listening, listen } from '../http/server.js';
import type { Metrics } from '../metrics/open-metrics.js';
import type { Clock } from '../runtime/clock.js';
import { correlated } from '../runtime/correlation.js';
import type { Log } from '../runtime/log.js';
import { verbs } from '../views/render/verbs.js';
import type { Background } from './operations.js';
import type { Readiness } from './readiness.js';

/** What the routes and the server's health take. */
export interface ServeDeps {
  readonly bot: OpenBot;
  readonly background: Background;
  readonly readiness: Readiness;
  readonly clock: Clock;
  readonly log: Log;
}

/** Listens. @throws ConfigError when the port can't be had. */
export function serve({ host, port, bot: identity }: Config, parts: ServeDeps): Promise<Listening> {
  const { bot, background, readiness, clock, log } = parts;
  const isAnonymous = identity === undefined;
  const refuse = refuser(log, correlated);
  const routes = [
    messagesRoute({ bot: bot.teamsBot, refuse, clock, isAnonymous }),
    eventsRoute({ receiver: background.eventReceiver, clock }, refuse),
    downloadsRoute({ downloads: bot.downloads, clock }, refuse),
  ];
  return listen({ host, port, isAnonymous, refuse, readiness, routes });
}

/** Metrics, listening; `undefined`: they aren’t wanted. Loaded only here, as they take as much memory as a thousand tenants. */
export async function serveMetrics({ metricsPort: port }: Config, log: Log): Promise<Metrics | undefined> {
  if (port === undefined) return undefined;
  const { openMetrics } = await import('../metrics/open-metrics.js');
  return openMetrics({ port, log, verbs });
}
