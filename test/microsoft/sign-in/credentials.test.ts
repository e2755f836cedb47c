// The application proves itself in each of the three ways, and says plainly when that fails.
import assert from 'node:assert/strict';
import { readCertificate } from '../../../src/config/pem-files.js';
import { AccessDenied, FileError } from '../../../src/domain/errors.js';
import { gathered } from '../../../src/microsoft/http/pages.js';
import type { ApplicationCredential } from '../../../src/microsoft/sign-in/application.js';
import { aCertificate, type MadeCertificate } from '../../support/a-certificate.js';
import { SignInBench } from '../../support/sign-in-bench.js';

const fabrikam = '10000000-0000-4000-8000-000000000002';

describe('the application’s credential', () => {
  let bench: SignInBench;
  let own: MadeCertificate;

  // One sandbox for all: MSAL remembers for the whole process where the machine's managed identity is to be asked.
  before(async () => {
    // MSAL dates and signs assertions by the system's clock.
    bench = await SignInBench.open(new Date().toISOString());
    own = aCertificate();
    process.env.IDENTITY_ENDPOINT = `${bench.sandbox.url}/msi/token`;
    process.env.IDENTITY_HEADER = 'sandbox-identity-header';
  });
  after(async () => {
    delete process.env.IDENTITY_ENDPOINT;
    delete process.env.IDENTITY_HEADER;
    await bench.close();
  });

  const customers = async (credential: ApplicationCredential) => {
    const { microsoft } = await bench.bot({ credential });
    return (await gathered(microsoft.customers.list())).length;
  };
  const failure = async (credential: ApplicationCredential) => {
    const { tokens } = await bench.bot({ credential, refreshToken: 'made-up' });
    const error = await tokens.token('https://graph.microsoft.com/.default').catch((reason: unknown) => reason);
    assert.ok(error instanceof AccessDenied, String(error));
    return [error.message, error.problem.reason, error.problem.answer];
  };
  const proofs = () =>
    bench.sandbox.controls
      .requests()
      .filter(({ path }) => path.includes('/oauth2/v2.0/token'))
      .map(({ body }) => Object.keys(body as object).filter((name) => /client_(secret|assertion)$/.test(name)));

  describe('a certificate', () => {
    const notRegistered = ['sign-in: invalid_client 700027', 'credentialRefused', 'AADSTS700027'];

    it('of the app signs in and reads, and the secret is not sent', async () => {
      const credential = readCertificate(own.key + own.certificate, 'app.pem');
      assert.deepEqual(await failure(credential), notRegistered);
      bench.sandbox.controls.addCertificate(own.certificate);
      bench.sandbox.controls.clearRequests();
      const { isKept } = await bench.signsIn({}, { application: bench.application({ credential }) });
      assert.equal(isKept, true);
      assert.equal(await customers(credential), 17);
      assert.equal(await (await bench.bot({ credential })).microsoft.consents.check(fabrikam), 'given');
      assert.ok(proofs().length >= 4);
      for (const sent of proofs()) assert.deepEqual(sent, ['client_assertion']);
    });

    it('of somebody else is refused, even under the name of the app’s', async () => {
      const other = aCertificate();
      assert.deepEqual(await failure(readCertificate(other.key + other.certificate, 'x')), notRegistered);
      const right = readCertificate(own.key + own.certificate, 'x');
      const { privateKey } = readCertificate(other.key + other.certificate, 'x');
      assert.deepEqual(await failure({ ...right, privateKey }), notRegistered);
    });

    it('tells when it ends', async () => {
      const { tokens } = await bench.bot({ credential: readCertificate(own.key + own.certificate, 'x') });
      const { kind, expiresAt } = tokens.signIn().credential;
      assert.equal(kind, 'certificate');
      const days = (Date.parse(expiresAt ?? '') - Date.now()) / 86_400_000;
      assert.ok(days > 29 && days <= 30, `${days} days`);
      assert.doesNotMatch(JSON.stringify(tokens.signIn()), /PRIVATE|BEGIN/);
    });

    it('is told apart from a file that is none, without repeating what is in it', () => {
      const wrong = (pem: string) => {
        try {
          readCertificate(pem, 'app.pem');
        } catch (error) {
          assert.ok(error instanceof FileError);
          assert.equal(error.file, 'app.pem');
          assert.doesNotMatch(error.message, /secret|AAAA/);
          return error.fault.code;
        }
        return assert.fail('it was taken');
      };
      const other = aCertificate();
      const curve = aCertificate({ algorithm: ['ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1'] });
      assert.equal(wrong('secret words'), 'noCertificate');
      assert.equal(wrong(own.certificate), 'noPrivateKey');
      assert.equal(wrong(own.certificate + other.key), 'keyOfOtherCertificate');
      assert.equal(wrong(curve.certificate + curve.key), 'keyNotRsa');
      assert.equal(wrong(own.certificate.replace(/\n..../, '\nAAAA') + own.key), 'certificateDamaged');
      const encrypted = '-----BEGIN ENCRYPTED PRIVATE KEY-----\nAAAA\n-----END ENCRYPTED PRIVATE KEY-----';
      assert.equal(wrong(own.certificate + encrypted), 'keyEncrypted');
    });
  });

  describe('a managed identity', () => {
    const clientId = 'ffffffff-0000-4000-8000-000000000001';

    it('of the machine, or one of several, signs in and reads', async () => {
      for (const credential of [{ kind: 'managedIdentity' }, { kind: 'managedIdentity', clientId }] as const) {
        bench.sandbox.controls.clearRequests();
        const { isKept } = await bench.signsIn({}, { application: bench.application({ credential }) });
        assert.equal(isKept, true);
        assert.equal(await customers(credential), 17);
        for (const sent of proofs()) assert.deepEqual(sent, ['client_assertion']);
      }
    });

    it('that is not there is told for what it is', async () => {
      const failed = await failure({ kind: 'managedIdentity', clientId: 'another' });
      assert.deepEqual(failed, ['sign-in: the managed identity gave no token', 'credentialRefused', undefined]);
    });
  });

  describe('a secret', () => {
    it('that has expired, or is wrong, is told apart from a lapsed sign-in', async () => {
      bench.sandbox.controls.setSecretExpired(true);
      const { secret } = bench.application().credential as { secret: string };
      assert.equal((await failure({ kind: 'secret', secret }))[1], 'credentialExpired');
      bench.sandbox.controls.setSecretExpired(false);
      assert.equal((await failure({ kind: 'secret', secret: 'wrong' }))[1], 'credentialRefused');
    });
  });
});
