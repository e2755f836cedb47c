// What a checkup reads is understood, whole and not, and nothing is made of what isn't there.

import assert from 'node:assert/strict';
import { UnexpectedAnswer } from '../../src/domain/errors.js';
import { MicrosoftCheckupCalls } from '../../src/microsoft/checkup-calls.js';
import { ClockSkew } from '../../src/microsoft/http/clock-skew.js';
import type { HttpRequest } from '../../src/microsoft/http/http-request.js';
import { aClient } from '../support/a-client.js';
import { ManualClock } from '../support/manual-clock.js';

describe('a checkup’s call', () => {
  let answer: { readonly status: number; readonly body: unknown };
  let asked: HttpRequest[];

  const calls = () => {
    const clock = new ManualClock();
    const http = (name: 'graph' | 'partnerCenter') => {
      const send = async (request: HttpRequest) => {
        asked.push(request);
        return new Response(JSON.stringify(answer.body), { status: answer.status });
      };
      return aClient({ name, send, clock });
    };
    return new MicrosoftCheckupCalls(
      { graph: http('graph'), partnerCenter: http('partnerCenter') },
      new ClockSkew(clock),
    );
  };

  beforeEach(() => {
    asked = [];
  });

  it('for secrets reads when each one ends, and that one has no end or no mark', async () => {
    const passwordCredentials = [
      { hint: 'abc', endDateTime: '2027-01-01T02:00:00+02:00' },
      { hint: 'def', endDateTime: null },
      { endDateTime: '2027-01-01T00:00:00.1234567Z' },
    ];
    answer = { status: 200, body: { passwordCredentials } };
    assert.deepEqual(await calls().credentialsOf('app'), [
      { hint: 'abc', endsAt: '2027-01-01T00:00:00.000Z' },
      { hint: 'def', endsAt: undefined },
      { hint: '', endsAt: '2027-01-01T00:00:00.123Z' },
    ]);
    answer = { status: 200, body: {} };
    assert.deepEqual(await calls().credentialsOf('app'), []);
  });

  it('for members asks for one only, and takes a group that is not there for one without members', async () => {
    answer = { status: 200, body: { value: [{ id: 'somebody' }] } };
    assert.equal(await calls().hasMembers('group'), true);
    assert.match(asked.at(-1)?.path ?? '', /\/groups\/group\/members\?\$top=1&\$select=id$/);
    answer = { status: 200, body: { value: [] } };
    assert.equal(await calls().hasMembers('group'), false);
    answer = { status: 404, body: { error: { code: 'Request_ResourceNotFound' } } };
    assert.equal(await calls().hasMembers('group'), false);
  });

  it('for secrets takes no end for one that cannot be read', async () => {
    answer = { status: 200, body: { passwordCredentials: [{ hint: 'abc', endDateTime: 'soon' }] } };
    await assert.rejects(calls().credentialsOf('app'), UnexpectedAnswer);
  });

  it('says of what is not there that it is not there', async () => {
    answer = { status: 404, body: {} };
    assert.equal(await calls().credentialsOf('app'), undefined);
    assert.equal(await calls().group('group'), undefined);
    assert.equal(await calls().hasServicePrincipal('app'), false);
  });

  it('for a group takes it for a security group only where Graph says so', async () => {
    answer = { status: 200, body: { displayName: 'Desk', securityEnabled: true } };
    assert.deepEqual(await calls().group('group'), { name: 'Desk', isSecurity: true });
    answer = { status: 200, body: { displayName: null } };
    assert.deepEqual(await calls().group('group'), { name: '', isSecurity: false });
  });

  it('to Partner Center is made as the person, whose access it is about', async () => {
    answer = { status: 200, body: {} };
    await calls().reachPartnerCenter();
    assert.deepEqual(
      asked.map(({ path, userOnly }) => [path, userOnly]),
      [['/customers?size=1', true]],
    );
  });
});
