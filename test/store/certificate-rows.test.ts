// Rows of issued certificates are read as they were written, by this version and by the ones before it.
import assert from 'node:assert/strict';
import type { IssuedCertificate } from '../../src/domain/offboarding/certificate.js';
import { issuedOf } from '../../src/domain/offboarding/certify.js';
import { certificate } from '../../src/store/records/shapes/offboarding.js';
import { anEndedOffboarding, certified, failedReading, fewTies, manyTies } from '../support/an-offboarding.js';
import { aCertificate } from '../support/watched-request-builders.js';

describe('the row of an issued certificate', () => {
  const again = (row: IssuedCertificate) => certificate.parse(JSON.parse(JSON.stringify(row)));

  it('keeps what is left in codes, whatever it is', () => {
    for (const after of [fewTies(), manyTies(), fewTies({ consent: failedReading, subscriptions: failedReading })]) {
      const row = issuedOf(certified({ ...anEndedOffboarding({ after }), language: 'pt-BR' }), { json: 'a', pdf: 'b' });
      assert.deepEqual(again(row), JSON.parse(JSON.stringify(row)));
      assert.equal(row.language, 'pt-BR');
    }
  });

  it('of version 2 keeps the English names that it was written with', () => {
    const row = aCertificate({
      access: { is: 'remains', by: ['delegated admin (DAP)'], notKnown: ['the application’s consent'] },
      stillThere: [{ name: 'delegated admin (DAP)', givesAccess: 'yes' }],
    });
    assert.deepEqual(again(row), row);
  });

  it('of version 1 says nothing of access', () => {
    assert.deepEqual(again(aCertificate()), aCertificate());
  });

  it('is refused when what is left has no known code', () => {
    const row = aCertificate({ access: { is: 'remains', by: [{ what: 'magic' }] as never, notKnown: [] } });
    assert.throws(() => again(row));
  });
});
