// Loads all of the bot's code, then waits for a word before its main file runs: so the next run is loaded during this one.
// What the bot sends by Node's http, to Teams, carries which process has sent it, and when, which could only be guessed there.
import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import http from 'node:http';
import { syncBuiltinESMExports } from 'node:module';

const { request } = http;
http.request = (...given) => {
  const sent = request(...given);
  sent.setHeader('x-sent-by', process.env.STANDBY_NAME);
  sent.setHeader('x-sent-at', Date.now());
  return sent;
};
syncBuiltinESMExports();

const bundle = new URL('../../dist/bundle/', import.meta.url);
const app = readdirSync(bundle).find((name) => /^app-\w+\.js$/.test(name));
await import(new URL(app, bundle));
await once(process.stdin, 'data');
