// An event of Partner Center is accepted and nothing else, whatever is done to its body and headers.
import assert from 'node:assert/strict';
import { constants } from 'node:crypto';
import { aBody, EventBench, relationshipId } from '../../support/event-bench.js';

const approved = 'granular-admin-relationship-approved';

describe('an event of Partner Center’s', () => {
  let bench: EventBench;
  beforeEach(async () => {
    bench = await EventBench.start();
  });
  afterEach(() => bench.host.stop());

  const eventOf = async (changes: Readonly<Record<string, unknown>>) => {
    // A new receiver, to which nothing is a repetition.
    bench.trusts(bench.root.pem);
    const told = bench.events.length;
    await bench.becomes(aBody(changes));
    const [event, ...others] = bench.events.slice(told);
    assert.ok(event && others.length === 0);
    return event;
  };

  it('is taken, with the relationship that it is about', async () => {
    assert.deepEqual(await eventOf({}), { name: approved, at: '2026-11-22T09:59:39.548Z', relationshipId });
  });

  it('is taken by the signature in its own header, whatever a host in front puts into Authorization', async () => {
    const body = aBody();
    assert.equal(
      await bench.becomes(body, await bench.headers(body, { authorization: 'Bearer of-a-proxy' })),
      approved,
    );
  });

  it('is taken with its signature in Authorization, where Microsoft puts it unless asked otherwise', async () => {
    const body = aBody();
    const { 'x-ms-signature': authorization = '', ...others } = await bench.headers(body);
    assert.equal(await bench.becomes(body, { ...others, authorization }), approved);
  });

  it('fetches the two certificates once for many events', async () => {
    for (let n = 0; n < 5; n += 1)
      assert.equal(await bench.becomes(aBody({ ResourceChangeUtcDate: `2026-11-22T09:00:0${n}Z` })), approved);
    assert.deepEqual(bench.host.asked, ['/cert/signer.cer', '/issuers/intermediate.cer']);
  });

  it('fetches them once for many events at the same time', async () => {
    await Promise.all(
      [1, 2, 3, 4].map((n) => bench.becomes(aBody({ ResourceChangeUtcDate: `2026-11-22T09:00:0${n}Z` }))),
    );
    assert.deepEqual(bench.host.asked, ['/cert/signer.cer', '/issuers/intermediate.cer']);
  });

  it('may be about an access assignment, a customer, or nobody whom it names', async () => {
    const resource = `https://partner.microsoft.com/granularAdminRelationships/${relationshipId.toUpperCase()}/accessAssignments/a`;
    assert.equal((await eventOf({ ResourceUri: resource })).relationshipId, relationshipId);
    const customer = 'https://api.partnercenter.microsoft.com/v1/customers/10000000-0000-4000-8000-00000000000A';
    assert.equal((await eventOf({ ResourceUri: customer })).tenantId, '10000000-0000-4000-8000-00000000000a');
    assert.equal(
      (await eventOf({ ResourceUri: `${customer}/subscriptions/x` })).tenantId,
      '10000000-0000-4000-8000-00000000000a',
    );
    const AuditUri = 'https://api.partnercenter.microsoft.com/auditactivity/v1/auditrecords/p_C_dap_1';
    const event = { EventName: 'dap-admin-relationship-terminated', ResourceUri: null, ResourceName: 'Dap' };
    assert.deepEqual(await eventOf({ ...event, AuditUri }), {
      name: 'dap-admin-relationship-terminated',
      at: '2026-11-22T09:59:39.548Z',
      auditRecordId: 'p_C_dap_1',
    });
    assert.equal(
      (await eventOf({ ...event, AuditUri: undefined, AuditUrl: AuditUri, ResourceUri: undefined })).auditRecordId,
      'p_C_dap_1',
    );
  });

  it('that nobody knows yet is an event with a name', async () => {
    const event = await eventOf({ EventName: 'invoice-ready', ResourceUri: 'not an address', AuditUri: 'nor this' });
    assert.deepEqual(event, { name: 'invoice-ready', at: '2026-11-22T09:59:39.548Z' });
  });

  it('names a relationship only in the documented form', async () => {
    for (const path of [
      `granularAdminRelationships/${relationshipId}x`,
      `granularAdminRelationships/${relationshipId}/x/y`,
      'granularAdminRelationships/..%2f',
      `x?granularAdminRelationships/${relationshipId}`,
    ])
      assert.equal((await eventOf({ ResourceUri: `https://a.example/${path}` })).relationshipId, undefined, path);
  });

  for (const [what, date, outcome] of [
    ['three days old', '2026-11-19T10:00:00.0000000+00:00', approved],
    ['older', '2026-11-19T09:59:59.9000000+00:00', '400 an old event'],
    ['of a clock that is a little fast', '2026-11-22T10:15:00Z', approved],
    ['of the future', '2026-11-22T10:15:01Z', '400 an event of the future'],
    ['in another time zone', '2026-11-22T12:15:00+02:00', approved],
    ['without a time zone, which is UTC', '2026-11-22T10:14:00', approved],
    ['no date', 'yesterday', '400 a body that is not documented'],
  ] as const) {
    it(`${what} comes to: ${outcome}`, async () => {
      assert.equal(await bench.becomes(aBody({ ResourceChangeUtcDate: date })), outcome);
    });
  }

  for (const [what, body] of [
    ['no JSON', Buffer.from('hello')],
    ['no UTF-8', Buffer.from(aBody().toString('latin1').replace('2', '2\xff'), 'latin1')],
    ['a list', Buffer.from('[]')],
    ['nothing', Buffer.alloc(0)],
    ['without a name', aBody({ EventName: undefined })],
    ['with a number for a name', aBody({ EventName: 7 })],
    ['with an object for an address', aBody({ ResourceUri: {} })],
    ['with a name as long as a page', aBody({ EventName: 'x'.repeat(201) })],
    ['with an address as long as a page', aBody({ ResourceUri: `https://a.example/${'x'.repeat(2000)}` })],
  ] as const) {
    it(`whose body is ${what} is refused, however well it is signed`, async () => {
      assert.equal(await bench.becomes(body), '400 a body that is not documented');
    });
  }
});

describe('a body that was changed after it was signed', () => {
  let bench: EventBench;
  beforeEach(async () => {
    bench = await EventBench.start();
  });
  afterEach(() => bench.host.stop());

  const text = aBody().toString('utf8');
  for (const [what, changed] of [
    ['forged', Buffer.from(text.replace('approved', 'activated'))],
    ['cut short', Buffer.from(text.slice(0, -1))],
    ['cut to nothing', Buffer.alloc(0)],
    ['longer', Buffer.from(`${text} `)],
    ['written out prettily', Buffer.from(JSON.stringify(JSON.parse(text), null, 2))],
    ['with another order of names', Buffer.from(JSON.stringify({ ...JSON.parse(text), EventName: approved, A: 1 }))],
    ['with a byte order mark', Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from(text)])],
    ['in UTF-16', Buffer.from(text, 'utf16le')],
    ['with escapes', Buffer.from(text.replace('granular', '\\u0067ranular'))],
  ] as const) {
    it(`is refused: ${what}`, async () => {
      assert.equal(await bench.becomes(changed, await bench.headers(aBody())), '401 the signature does not fit');
    });
  }

  it('is refused with the signature of another event', async () => {
    const other = await bench.headers(aBody({ EventName: 'test-created' }));
    assert.equal(await bench.becomes(aBody(), other), '401 the signature does not fit');
  });

  it('is refused with a signature by the same key in another way', async () => {
    const body = aBody();
    const pss = await bench.signer.signs(body, 'sha256', constants.RSA_PKCS1_PSS_PADDING);
    const sha1 = await bench.signer.signs(body, 'sha1');
    const sha512 = await bench.signer.signs(body, 'sha512');
    for (const signature of [pss, sha1, sha512]) {
      const headers = await bench.headers(body, { 'x-ms-signature': `Signature ${signature}` });
      assert.equal(await bench.becomes(body, headers), '401 the signature does not fit');
    }
  });
});

describe('headers', () => {
  let bench: EventBench;
  beforeEach(async () => {
    bench = await EventBench.start();
  });
  afterEach(() => bench.host.stop());

  const refused = async (changes: Record<string, string | undefined>): Promise<string> => {
    const body = aBody();
    const headers = { ...(await bench.headers(body)), ...changes };
    const given = Object.entries(headers).filter((entry): entry is [string, string] => entry[1] !== undefined);
    const { refused: status } = bench.receiver.refuse(Object.fromEntries(given)) ?? {};
    const outcome = await bench.becomes(body, Object.fromEntries(given));
    assert.equal(String(status), outcome.slice(0, 3), 'seen before the body is read');
    assert.deepEqual(bench.host.asked, []);
    return outcome;
  };

  it('that are all there are let through to the body', async () => {
    assert.equal(bench.receiver.refuse(await bench.headers(aBody())), undefined);
  });

  it('are needed, all three, with the documented statuses', async () => {
    assert.equal(await refused({ 'x-ms-signature': undefined }), '401 no signature');
    assert.equal(await refused({ 'x-ms-signature': '' }), '401 no signature');
    assert.equal(await refused({ 'x-ms-certificate-url': undefined }), '400 no certificate address');
    assert.equal(await refused({ 'x-ms-signature-algorithm': undefined }), '400 no signature algorithm');
  });

  for (const algorithm of [
    'rsa-sha1',
    'none',
    'rsa-sha512',
    'RSA-SHA256 ',
    'rsa-sha256,none',
    'hmac-sha256',
    'sha256',
  ]) {
    it(`name no other algorithm, such as “${algorithm}”`, async () => {
      assert.equal(await refused({ 'x-ms-signature-algorithm': algorithm }), '401 another signature algorithm');
    });
  }

  it('may spell the algorithm in capitals', async () => {
    const body = aBody();
    const headers = await bench.headers(body, { 'x-ms-signature-algorithm': 'RSA-SHA256' });
    assert.equal(await bench.becomes(body, headers), approved);
  });

  it('have a signature that is one', async () => {
    for (const signature of [
      'Bearer abc',
      'Signature',
      'Signature !',
      'Signature a b',
      `Signature ${'A'.repeat(3000)}`,
    ])
      assert.equal(await refused({ 'x-ms-signature': signature }), '401 an invalid signature');
  });

  it('name a certificate below the pinned address, and nothing else is ever asked', async () => {
    const { url } = bench.host;
    const { host, port } = new URL(url);
    const pinned = `${url}/cert`;
    for (const elsewhere of [
      'https://evil.example/cert/signer.cer',
      `https://${host}/cert/signer.cer`,
      `http://localhost:${port}/cert/signer.cer`,
      `http://${host}0/cert/signer.cer`,
      `http://127.0.0.1/cert/signer.cer`,
      `${url}.evil.example/cert/signer.cer`,
      `http://user@${host}/cert/signer.cer`,
      `http://${host}@evil.example/cert/signer.cer`,
      `http://evil.example#@${host}/cert/signer.cer`,
      `${url}/signer.cer`,
      `${url}/certs/signer.cer`,
      `${url}/cert/../signer.cer`,
      `${pinned}/%2e%2e/signer.cer`,
      `${pinned}/..%2fsigner.cer`,
      `${pinned}/a..b.cer`,
      `${pinned}//signer.cer`,
      `${pinned}/sub/signer.cer`,
      `${pinned}/sub\\signer.cer`,
      `${pinned}/signer.cer?x`,
      `${pinned}/signer.cer#x`,
      `${pinned}/signer.cer `,
      `${pinned}/signer.pem`,
      `${pinned}/.cer`,
      `${pinned}/${'a'.repeat(500)}.cer`,
      pinned,
      'file:///cert/signer.cer',
      '/cert/signer.cer',
    ])
      assert.equal(await refused({ 'x-ms-certificate-url': elsewhere }), '401 a certificate from elsewhere', elsewhere);
  });
});
