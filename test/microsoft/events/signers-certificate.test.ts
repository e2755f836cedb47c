// An event is signed: by which certificates it may be.
import assert from 'node:assert/strict';
import { X509Certificate } from 'node:crypto';
import { ContentInfo, SignedData } from 'pkijs';
import { certificatesIn } from '../../../src/microsoft/events/certificates.js';
import { aBody, approved, EventBench, intermediatePath } from '../../support/event-bench.js';
import { aRoot, type Issued, refusing, type Wish } from '../../support/pki.js';

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

function pkcs7(issued: readonly Issued[]): Buffer {
  const certificates = issued.flatMap(({ der }) => certificatesIn(der).map(({ pki }) => pki));
  assert.ok(new X509Certificate(issued[0]?.der ?? '').subject);
  const signed = new SignedData({ version: 1, certificates });
  const content = new ContentInfo({ contentType: ContentInfo.SIGNED_DATA, content: signed.toSchema(true) });
  return Buffer.from(content.toSchema().toBER(false));
}
