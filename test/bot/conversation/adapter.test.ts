// The connector's client makes each request once: what is repeated, and when, is decided where locks and rates are known.
import assert from 'node:assert/strict';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { teamsAdapter } from '../../../src/bot/conversation/adapter.js';
import { systemClock } from '../../../src/runtime/clock.js';
import { noLog } from '../../support/test-dependencies.js';

const refusals: Readonly<Record<string, (response: ServerResponse) => void>> = {
  'answers 429': (response) => answer(response, 429, { 'retry-after': '1' }),
  'answers 502': (response) => answer(response, 502),
  'answers 503 with Retry-After': (response) => answer(response, 503, { 'retry-after': '1' }),
  'breaks the connection, and may have taken it': (response) => response.destroy(),
};

// Where restify is loaded, writeHead gives nothing back.
function answer(response: ServerResponse, status: number, headers: Readonly<Record<string, string>> = {}): void {
  response.writeHead(status, headers);
  response.end();
}

describe('a message to a Teams that', () => {
  for (const [does, refuse] of Object.entries(refusals))
    it(`${does}, is not sent again by the connector’s client`, async () => {
      let requests = 0;
      const teams = createServer((request, response) => {
        requests += 1;
        request.resume().once('end', () => refuse(response));
      });
      await new Promise<void>((resolve) => teams.listen(0, '127.0.0.1', resolve));
      const { port } = teams.address() as AddressInfo;
      const adapter = teamsAdapter(undefined, { clock: systemClock, log: noLog });
      const { conversations } = await adapter.connectorAt(`http://127.0.0.1:${port}`);
      await assert.rejects(conversations.sendToConversation('desk', { type: 'message', text: 'Hello' }));
      assert.equal(requests, 1);
      teams.closeAllConnections();
      teams.close();
    });
});

describe('the connector’s client', () => {
  const identity = {
    MicrosoftAppType: 'SingleTenant',
    MicrosoftAppId: 'bot',
    MicrosoftAppPassword: 'secret',
    MicrosoftAppTenantId: 'partner',
  };
  const hosts: readonly (readonly [string, typeof identity | undefined, string])[] = [
    ['of a bot that is anonymous, is for this machine only', undefined, 'https://smba.trafficmanager.net/emea/'],
    ['of a bot with an identity, is for no machine but Teams’', identity, 'http://127.0.0.1:3978'],
    [
      'of a bot with an identity, is for no host that looks like Teams’',
      identity,
      'https://smba.trafficmanager.net.example',
    ],
  ];
  for (const [what, of, serviceUrl] of hosts)
    it(what, async () => {
      const adapter = teamsAdapter(of, { clock: systemClock, log: noLog });
      await assert.rejects(adapter.connectorAt(serviceUrl), { code: 'delivery', kind: 'passing' });
    });
});
