// The connector's client makes each request once: what is repeated, and when, is decided where locks and rates are known.
import assert from 'node:assert/strict';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ConversationReference } from 'botbuilder';
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
      const reference: Partial<ConversationReference> = {
        serviceUrl: `http://127.0.0.1:${port}`,
        channelId: 'msteams',
        conversation: { id: 'desk', isGroup: false, conversationType: 'personal', name: 'desk' },
      };
      await adapter.continueConversationAsync('', reference, async (context) => {
        await assert.rejects(context.sendActivity('Hello'));
      });
      assert.equal(requests, 1);
      teams.closeAllConnections();
      teams.close();
    });
});
