// Which certificates may sign an event, and what fetching one costs.
import assert from 'node:assert/strict';
import { X509Certificate } from 'node:crypto';
import type { RequestListener } from 'node:http';
import { rootCertificates } from 'node:tls';
import { ContentInfo, SignedData } from 'pkijs';
import { certificatesIn } from '../../../src/microsoft/events/certificates.js';
import { EventReceiver } from '../../../src/microsoft/events/event-receiver.js';
import { microsoftRoots } from '../../../src/microsoft/events/roots.js';
import { aBody, EventBench } from '../../support/event-bench.js';
import { aRoot, CertificateHost, type Issued, type Wish } from '../../support/pki.js';

const approved = 'granular-admin-relationship-approved';
const intermediatePath = '/issuers/intermediate.cer';

describe('the signer’s certificate', () => {
  let bench: EventBench;
  beforeEach(async () => {
    bench = await EventBench.start();
  });
  afterEach(() => bench.host.stop());

  for (const [what, wish, outcome] of [
    [
      'for a host of Microsoft’s as its common name',
      { names: [], subject: 'O=Microsoft Corporation, CN=x.microsoft.com' },
      approved,
    ],
    ['for a host of Microsoft’s among others', { names: ['a.example', 'x.microsoft.com'] }, approved],
    ['for no host of Microsoft’s', { names: ['a.example'] }, '401 the certificate is for no host of Microsoft’s'],
    [
      'for a host that only sounds like it',
      { names: ['notmicrosoft.com', 'microsoft.com.evil.example'] },
      '401 the certificate is for no host of Microsoft’s',
    ],
    [
      'of another organisation',
      { subject: 'O=Microsoft Corporation Ltd, CN=a' },
      '401 the certificate is not Microsoft’s',
    ],
    [
      'of an organisation in its common name',
      { subject: 'CN=O\\=Microsoft Corporation' },
      '401 the certificate is not Microsoft’s',
    ],
    [
      'of two organisations',
      { subject: 'O=Contoso, O=Microsoft Corporation, CN=a' },
      '401 the certificate is not Microsoft’s',
    ],
    ['of no organisation', { subject: 'CN=a' }, '401 the certificate is not Microsoft’s'],
    [
      'that has expired',
      { notAfter: '2026-11-22T09:59:59Z' },
      '401 the chain does not hold: The certificate is either not yet valid or expired',
    ],
    [
      'that is not valid yet',
      { notBefore: '2026-11-22T10:00:01Z' },
      '401 the chain does not hold: The certificate is either not yet valid or expired',
    ],
    [
      'of somebody with an address at Microsoft’s',
      { emails: ['somebody@x.microsoft.com'] },
      '401 the certificate is for no host of Microsoft’s',
    ],
    ['with a short key', { bits: 1024 }, '401 the key is too short'],
    ['with a key that is a little too short', { bits: 2040 }, '401 the key is too short'],
    ['with a key for encrypting only', { usage: ['keyEncipherment'] }, '401 the key is not for signing'],
    ['with a key for signing and more', { usage: ['digitalSignature', 'keyEncipherment'] }, approved],
    ['that was signed with SHA-1', { hash: 'SHA-1' }, '401 a certificate is signed in a way that is no longer safe'],
    ['that was signed with SHA-384', { hash: 'SHA-384' }, approved],
    [
      'with a critical extension that nobody knows',
      { demands: '1.2.3.4.5' },
      '401 a certificate demands what is not known here',
    ],
    ['with a key of another kind', { bits: 'ec' }, '401 the key is ec, not rsa'],
    [
      'that is an authority’s',
      { isCa: true, subject: 'O=Microsoft Corporation, CN=x.microsoft.com' },
      '401 there is no signer’s certificate in the file',
    ],
  ] as const satisfies readonly (readonly [string, Wish, string])[]) {
    it(`${what} comes to: ${outcome}`, async () => {
      await bench.signsWith(wish);
      const body = aBody();
      // A key that cannot sign so is refused before anybody asks what it has signed.
      const headers = await bench.headers(body).catch(() => undefined);
      assert.equal(await bench.becomes(body, headers), outcome);
    });
  }

  it('that signed itself is refused', async () => {
    const self = await aRoot('Signer', { isCa: false, subject: 'O=Microsoft Corporation, CN=x.microsoft.com' });
    bench.signer = self;
    bench.host.files.set('/cert/signer.cer', self.der);
    assert.equal(await bench.becomes(), '401 no issuer that we trust, and none named where we would ask');
  });

  it('is refused when somebody else’s root stands behind it', async () => {
    const other = await aRoot('Another root');
    const intermediate = await other.issues('Another intermediate', { isCa: true });
    bench.host.files.set(intermediatePath, intermediate.der);
    await bench.signsWith({}, intermediate);
    assert.equal(await bench.becomes(), '401 no issuer that we trust, and none named where we would ask');
  });

  it('is refused when the other root has the very name of ours', async () => {
    const other = await aRoot('Forged', { subject: 'O=Test, CN=Root' });
    await bench.signsWith({ issuerAt: `${bench.host.url}/issuers/root.cer` }, other);
    bench.host.files.set('/issuers/root.cer', other.der);
    const outcome = await bench.becomes();
    assert.equal(outcome, '401 no issuer that we trust, and none named where we would ask');
  });

  it('is refused when it was issued by somebody who may not issue', async () => {
    const noCa = await bench.root.issues('Intermediate', { isCa: false, subject: 'O=Test, CN=No authority' });
    bench.host.files.set(intermediatePath, noCa.der);
    await bench.signsWith({}, noCa);
    assert.match(await bench.becomes(), /^401 the chain does not hold: One of intermediate certificates is not a CA/);
  });

  it('is refused below an authority that was signed with SHA-1, or demands what nobody knows', async () => {
    for (const [wish, outcome] of [
      [{ hash: 'SHA-1' }, '401 a certificate is signed in a way that is no longer safe'],
      [{ demands: '1.2.3.4.5' }, '401 a certificate demands what is not known here'],
    ] as const) {
      const odd = await bench.root.issues('Intermediate', { isCa: true, ...wish });
      bench.trusts(bench.root.pem);
      bench.host.files.set(intermediatePath, odd.der);
      await bench.signsWith({}, odd);
      assert.equal(await bench.becomes(), outcome);
    }
  });

  it('is refused below an authority that may have none below it', async () => {
    const narrow = await bench.root.issues('Narrow', { isCa: true, pathLength: 0 });
    const below = await narrow.issues('Intermediate', { isCa: true, issuerAt: `${bench.host.url}/issuers/narrow.cer` });
    bench.host.files.set('/issuers/narrow.cer', narrow.der);
    bench.host.files.set(intermediatePath, below.der);
    await bench.signsWith({}, below);
    assert.equal(await bench.becomes(), '401 an issuer stands too deep');
  });

  it('is refused below a root that may have no authority below it', async () => {
    const root = await aRoot('Narrow root', { pathLength: 0, subject: 'O=Test, CN=Narrow root' });
    const below = await root.issues('Intermediate', { isCa: true });
    bench.host.files.set(intermediatePath, below.der);
    bench.trusts(root.pem);
    await bench.signsWith({}, below);
    assert.equal(await bench.becomes(), '401 an issuer stands too deep');
  });

  it('may have two authorities above it', async () => {
    const wide = await bench.root.issues('Wide', { isCa: true, pathLength: 1 });
    const below = await wide.issues('Intermediate', { isCa: true, issuerAt: `${bench.host.url}/issuers/wide.cer` });
    bench.host.files.set('/issuers/wide.cer', wide.der);
    bench.host.files.set(intermediatePath, below.der);
    await bench.signsWith({}, below);
    assert.equal(await bench.becomes(), approved);
  });

  it('is refused when its issuer has expired', async () => {
    const old = await bench.root.issues('Intermediate', { isCa: true, notAfter: '2026-11-22T09:00:00Z' });
    bench.host.files.set(intermediatePath, old.der);
    assert.match(await bench.becomes(), /^401 the chain does not hold: .*expired/);
  });

  it('is refused when it expires between two events, though it is fetched no more', async () => {
    await bench.signsWith({ notAfter: '2026-11-22T10:10:00Z' });
    assert.equal(await bench.becomes(), approved);
    await bench.clock.passes(15 * 60);
    assert.match(await bench.becomes(aBody({ EventName: 'test-created' })), /^401 the chain does not hold: .*expired/);
    assert.equal(bench.host.asked.filter((path) => path === '/cert/signer.cer').length, 1);
  });

  it('is refused when its issuer expires between two events', async () => {
    const brief = await bench.root.issues('Intermediate', { isCa: true, notAfter: '2026-11-22T10:10:00Z' });
    bench.host.files.set(intermediatePath, brief.der);
    await bench.signsWith({}, brief);
    assert.equal(await bench.becomes(), approved);
    await bench.clock.passes(15 * 60);
    assert.match(await bench.becomes(aBody({ EventName: 'test-created' })), /^401 the chain does not hold: .*expired/);
  });

  it('is taken anew when it was renewed: the first event that it does not fit asks for it', async () => {
    assert.equal(await bench.becomes(), approved);
    await bench.clock.passes(60);
    bench.signer = await bench.intermediate.issues('Renewed', { issuerAt: `${bench.host.url}${intermediatePath}` });
    bench.host.files.set('/cert/signer.cer', bench.signer.der);
    assert.equal(await bench.becomes(aBody({ EventName: 'test-created' })), 'test-created');
    assert.equal(bench.host.asked.filter((path) => path === '/cert/signer.cer').length, 2);
  });

  it('is not asked for again and again by whoever sends what does not fit', async () => {
    const forged = await bench.headers(aBody({ EventName: 'test-created' }));
    for (let n = 0; n < 20; n += 1)
      assert.equal(await bench.becomes(aBody(), forged), '401 the signature does not fit');
    assert.equal(bench.host.asked.filter((path) => path === '/cert/signer.cer').length, 1);
  });

  it('goes on being good when it is asked for anew in vain', async () => {
    assert.equal(await bench.becomes(), approved);
    await bench.clock.passes(60);
    bench.host.files.set('/cert/signer.cer', refusing(500));
    const forged = await bench.headers(aBody({ EventName: 'x' }));
    assert.equal(await bench.becomes(aBody(), forged), '503 the certificate: status 500');
    assert.equal(await bench.becomes(aBody({ EventName: 'test-created' })), 'test-created');
  });

  for (const [what, file] of [
    ['PEM', ({ signer, intermediate }: EventBench) => Buffer.from(`A chain:\n${intermediate.pem}${signer.pem}`)],
    ['PKCS#7', ({ signer, intermediate }: EventBench) => pkcs7([signer, intermediate])],
  ] as const) {
    it(`may bring its issuer along, as ${what}`, async () => {
      await bench.signsWith({ issuerAt: 'http://a.example/intermediate.cer' });
      bench.host.files.set('/cert/signer.cer', file(bench));
      assert.equal(await bench.becomes(), approved);
      assert.deepEqual(bench.host.asked, ['/cert/signer.cer']);
    });
  }

  it('with a key of a kind that nobody knows is refused', async () => {
    const rsaEncryption = Buffer.from('06092a864886f70d010101', 'hex');
    const der = Buffer.from(bench.signer.der);
    der[der.indexOf(rsaEncryption) + rsaEncryption.length - 1] = 0x63;
    bench.host.files.set('/cert/signer.cer', der);
    assert.equal(await bench.becomes(), '401 a certificate that cannot be read');
  });

  it('that is none is refused', async () => {
    for (const junk of ['', 'hello', '0', '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----']) {
      bench = await EventBench.start().finally(() => bench.host.stop());
      bench.host.files.set('/cert/signer.cer', Buffer.from(junk));
      assert.equal(await bench.becomes(), '401 there is no signer’s certificate in the file');
    }
  });
});

describe('a certificate’s issuer', () => {
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

  it('is never asked for at another host than those of Microsoft and its authorities', async () => {
    stranger.files.set(intermediatePath, bench.intermediate.der);
    for (const issuerAt of [
      `${stranger.url}${intermediatePath}`,
      `ldap://${new URL(bench.host.url).host}/x`,
      `http://user@${new URL(bench.host.url).host}${intermediatePath}`,
      'not an address',
    ]) {
      bench.trusts(bench.root.pem);
      await bench.signsWith({ issuerAt });
      assert.equal(await bench.becomes(), '401 no issuer that we trust, and none named where we would ask');
    }
    assert.deepEqual(stranger.asked, []);
    assert.ok(!bench.host.asked.includes(intermediatePath));
  });

  it('is not asked for where the certificate names something else of its issuer’s', async () => {
    await bench.signsWith({ issuerAt: '', ocspAt: `${bench.host.url}${intermediatePath}` });
    assert.equal(await bench.becomes(), '401 no issuer that we trust, and none named where we would ask');
    assert.ok(!bench.host.asked.includes(intermediatePath));
  });

  it('that is another one than the certificate names is refused', async () => {
    bench.host.files.set(intermediatePath, (await bench.root.issues('Other', { isCa: true })).der);
    assert.equal(await bench.becomes(), '401 the issuer’s certificate is not where the certificate says');
  });

  it('that cannot be had this time is no reason to refuse for good', async () => {
    bench.host.files.set(intermediatePath, refusing(503));
    assert.equal(await bench.becomes(), '503 the issuer’s certificate: status 503');
    bench.host.files.set(intermediatePath, bench.intermediate.der);
    await bench.clock.passes(5);
    assert.equal(await bench.becomes(), approved);
  });

  it('that leads in circles comes to an end', async () => {
    const at = (n: number) => `${bench.host.url}/issuers/${n}.cer`;
    const first = await aRoot('One', { subject: 'O=Test, CN=One' });
    const two = await first.issues('Two', { isCa: true, issuerAt: at(1) });
    const one = await two.issues('One', { isCa: true, subject: 'O=Test, CN=One', issuerAt: at(2) });
    bench.host.files.set('/issuers/1.cer', one.der);
    bench.host.files.set('/issuers/2.cer', two.der);
    await bench.signsWith({ issuerAt: at(2) }, two);
    assert.equal(await bench.becomes(), '401 more issuers than a chain has');
  });
});

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
    const receiver = new EventReceiver({ certificateBaseUrl: `${url}/cert`, roots: bench.root.pem }, bench.clock);
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

describe('the roots', () => {
  it('are, unless others are set, those behind Microsoft’s services', () => {
    const nameOf = ({ subject }: X509Certificate) => /CN=(.*)/.exec(subject)?.[1] ?? '';
    const names = microsoftRoots().map(({ x509 }) => nameOf(x509));
    // A later Node may bring along fewer, as it drops what the world has ceased to trust.
    const ofNode = rootCertificates.map((pem) => nameOf(new X509Certificate(pem)));
    const wanted = /^(Microsoft (RSA|ECC) Root Certificate Authority 2017|DigiCert Global Root (CA|G2|G3))$/;
    assert.deepEqual(names.sort(), ofNode.filter((name) => wanted.test(name)).sort());
    assert.ok(names.includes('Microsoft RSA Root Certificate Authority 2017'), String(names));
    assert.ok(names.includes('DigiCert Global Root G2'));
    for (const { x509 } of microsoftRoots()) assert.match(x509.subject, /O=(Microsoft Corporation|DigiCert Inc)/);
  });

  it('of Microsoft do not vouch for what another root has signed', async () => {
    const bench = await EventBench.start();
    bench.trusts();
    assert.equal(await bench.becomes(), '401 no issuer that we trust, and none named where we would ask');
    await bench.host.stop();
  });
});

// In two steps: restify, where it is loaded, has writeHead answer nothing.
function refusing(status: number, headers: Record<string, string> = {}): RequestListener {
  return (_, response) => {
    response.writeHead(status, headers);
    response.end();
  };
}

function pkcs7(issued: readonly Issued[]): Buffer {
  const certificates = issued.flatMap(({ der }) => certificatesIn(der).map(({ pki }) => pki));
  assert.ok(new X509Certificate(issued[0]?.der ?? '').subject);
  const signed = new SignedData({ version: 1, certificates });
  const content = new ContentInfo({ contentType: ContentInfo.SIGNED_DATA, content: signed.toSchema(true) });
  return Buffer.from(content.toSchema().toBER(false));
}
