// A certificate is fetched: what the host may answer, and what asking it costs.
import assert from 'node:assert/strict';
import { EventReceiver } from '../../../src/microsoft/events/event-receiver.js';
import { aBody, approved, EventBench } from '../../support/event-bench.js';
import { CertificateHost, refusing } from '../../support/pki.js';

describe('the host of certificates', () => {
  let bench: EventBench;
  let stranger: CertificateHost;
  beforeEach(async () => {
    bench = await EventBench.start();
    stranger = await CertificateHost.start();
  });
  afterEach(async () => {
    await bench.host.stop();
    await stranger.stop();
  });

  it('that sends us on to another one is not followed', async () => {
    stranger.files.set('/cert/signer.cer', bench.signer.der);
    const location = `${stranger.url}/cert/signer.cer`;
    bench.host.files.set('/cert/signer.cer', refusing(302, { location }));
    assert.equal(await bench.becomes(), '401 the certificate: status 302');
    assert.deepEqual(stranger.asked, []);
  });

  it('that sends more than certificates have is not read to the end', async () => {
    bench.host.files.set('/cert/signer.cer', Buffer.concat([bench.signer.der, Buffer.alloc(65_536)]));
    assert.equal(await bench.becomes(), '401 the certificate: more than 65536 bytes');
  });

  it('that is slow is not waited for, and is asked again later', async () => {
    let isAsked = () => {};
    const asked = new Promise<void>((resolve) => {
      isAsked = resolve;
    });
    bench.host.files.set('/cert/signer.cer', (_, response) => {
      response.writeHead(200);
      response.write('x', () => isAsked());
    });
    const outcome = bench.becomes();
    await asked;
    await bench.clock.passes(10);
    assert.equal(await outcome, '503 the certificate: TimeoutError');
    bench.host.files.set('/cert/signer.cer', bench.signer.der);
    assert.match(await bench.becomes(), /^503/);
    assert.equal(bench.host.asked.length, 1);
    await bench.clock.passes(5);
    assert.equal(await bench.becomes(), approved);
  });

  it('that is not there is a reason to be asked again, not to refuse', async () => {
    const { url } = stranger;
    await stranger.stop();
    const receiver = new EventReceiver(
      { certificateBaseUrl: `${url}/cert`, roots: bench.root.pem },
      bench.clock,
      bench.inbox,
    );
    const headers = await bench.headers(aBody(), { 'x-ms-certificate-url': `${url}/cert/signer.cer` });
    assert.equal((await receiver.receive(headers, aBody()))?.refused, 503);
    stranger = await CertificateHost.start();
  });

  it('is asked for a file that it does not have once a minute', async () => {
    bench.host.files.delete('/cert/signer.cer');
    for (let n = 0; n < 5; n += 1) assert.equal(await bench.becomes(), '401 the certificate: status 404');
    assert.equal(bench.host.asked.length, 1);
    await bench.clock.passes(60);
    await bench.becomes();
    assert.equal(bench.host.asked.length, 2);
  });

  it('that is too busy, or has a fault of its own, is a reason to send the event again', async () => {
    for (const status of [429, 500]) {
      bench.host.files.set('/cert/signer.cer', refusing(status));
      assert.equal(await bench.becomes(), `503 the certificate: status ${status}`);
      await bench.clock.passes(5);
    }
  });

  it('is asked for what it had once an hour, so that what it has taken away is good no longer', async () => {
    assert.equal(await bench.becomes(), approved);
    bench.host.files.delete('/cert/signer.cer');
    await bench.clock.passes(3599);
    assert.equal(await bench.becomes(aBody({ EventName: 'test-created' })), 'test-created');
    await bench.clock.passes(1);
    assert.equal(await bench.becomes(aBody({ EventName: 'another' })), '401 the certificate: status 404');
  });

  it('is asked ten things a minute, whatever strangers make up; what is known goes on working', async () => {
    assert.equal(await bench.becomes(), approved);
    assert.equal(bench.host.asked.length, 2);
    const ask = async (n: number) =>
      bench.becomes(aBody(), await bench.headers(aBody(), { 'x-ms-certificate-url': `${bench.base}/${n}.cer` }));
    for (let n = 0; n < 9; n += 1) assert.equal(await ask(n), '401 the certificate: status 404');
    for (let n = 9; n < 50; n += 1) assert.equal(await ask(n), '503 the certificate: too many addresses in a minute');
    assert.equal(bench.host.asked.length, 11);
    assert.equal(await bench.becomes(aBody({ EventName: 'test-created' })), 'test-created');
    await bench.clock.passes(60);
    assert.equal(await ask(50), '401 the certificate: status 404');
  });

  it('is asked for what it has had, and for what is documented, however many others strangers make up', async () => {
    const documented = 'pcnotifications-dispatch.microsoft.com.cer';
    const strangersAsk = async () => {
      for (let n = 0; n < 30; n += 1) {
        await bench.becomes(
          aBody(),
          await bench.headers(aBody(), { 'x-ms-certificate-url': `${bench.base}/${n}.cer` }),
        );
        if (n % 10 === 9) await bench.clock.passes(40);
      }
    };
    await strangersAsk();
    bench.host.files.set(`/cert/${documented}`, bench.signer.der);
    const body = aBody();
    const url = `${bench.base}/${documented}`;
    assert.equal(await bench.becomes(body, await bench.headers(body, { 'x-ms-certificate-url': url })), approved);
    await bench.clock.passes(60);
    assert.equal(await bench.becomes(aBody({ EventName: 'a' })), 'a');
    await strangersAsk();
    assert.equal(await bench.becomes(aBody({ EventName: 'b' })), 'b');
    assert.equal(bench.host.asked.filter((path) => path === '/cert/signer.cer').length, 1);
    await bench.clock.passes(3600);
    await strangersAsk();
    assert.equal(await bench.becomes(aBody({ EventName: 'c' })), 'c');
    assert.equal(bench.host.asked.filter((path) => path === '/cert/signer.cer').length, 2);
  });
});
