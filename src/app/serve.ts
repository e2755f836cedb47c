// The bot's server with its three routes: activities, Partner Center's events, links to files.

import type { OpenBot } from '../bot/open-bot.js';
import type { Config } from '../config/config.js';
import { downloadsRoute } from '../http/downloads-route.js';
import { type EventsRoutePorts, eventsRoute } from '../http/events-route.js';
import { messagesRoute } from '../http/messages-route.js';
import { refuser } from '../http/refuse.js';
import { type Listening, listen, type ServerPorts } from '../http/server.js';
import { correlated } from '../runtime/correlation.js';
import type { Log } from '../runtime/log.js';

/** What the routes and the server's health take. */
export interface ServeParts extends EventsRoutePorts, Pick<ServerPorts, 'troubles' | 'whyNotReady'> {
  readonly bot: Pick<OpenBot, 'activities' | 'downloads'>;
  readonly log: Log;
}

/** Listens. @throws ConfigError when the port can't be had. */
export function serve({ host, port, bot: identity }: Config, parts: ServeParts): Promise<Listening> {
  const { bot, clock, troubles, whyNotReady } = parts;
  const isAnonymous = identity === undefined;
  const refuse = refuser(parts.log, correlated);
  const routes = [
    messagesRoute({ activities: bot.activities, refuse, clock, isAnonymous }),
    eventsRoute(parts, refuse),
    downloadsRoute({ downloads: bot.downloads, clock }, refuse),
  ];
  return listen({ host, port, isAnonymous, refuse, whyNotReady, troubles, routes });
}
