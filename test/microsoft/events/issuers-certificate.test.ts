// A certificate names its issuer: where it is asked for, and which roots may stand behind it.
import assert from 'node:assert/strict';
import { X509Certificate } from 'node:crypto';
import { rootCertificates } from 'node:tls';
import { microsoftRoots } from '../../../src/microsoft/events/roots.js';
import { approved, EventBench, intermediatePath } from '../../support/event-bench.js';
import { aRoot, CertificateHost, refusing } from '../../support/pki.js';

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
