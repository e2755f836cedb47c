// A checkup has looked at the database: the findings.
import assert from 'node:assert/strict';
import { databaseFindings, type SeenDatabase } from '../../../src/domain/health/checkup-database.js';
import { told } from '../../support/checkup-builders.js';

const good: SeenDatabase = {
  version: '15.18',
  user: 'bot',
  mayRewrite: false,
  skewSeconds: 0,
  replicas: 3,
  templateSets: 1,
};
const all = (changes: Partial<SeenDatabase> = {}) => databaseFindings({ ...good, ...changes }).map(told);

describe('a database', () => {
  it('is good with a login that can do little, with clocks that agree, and with nothing missing', () => {
    const found = ['good databaseGood', 'good databaseLoginLimited', 'good databaseClockRight'];
    assert.deepEqual(all(), found);
    assert.deepEqual(all({ skewSeconds: -2, behindSeconds: 10, replicas: 0 }), found);
  });

  it('is told of for each weakness by itself', () => {
    assert.deepEqual(all({ mayRewrite: true, skewSeconds: 2.1, behindSeconds: 10.1 }), [
      'warning databaseBehind',
      'warning databaseOwner',
      'warning databaseClockOff',
    ]);
    assert.deepEqual(all({ skewSeconds: -2.1 })[2], 'warning databaseClockOff');
  });

  it('is told of where its replicas have different access templates', () => {
    assert.deepEqual(all({ templateSets: 0 }).length, 3);
    assert.deepEqual(all({ templateSets: 2 }), [
      'good databaseGood',
      'warning replicaTemplatesDiffer',
      'good databaseLoginLimited',
      'good databaseClockRight',
    ]);
  });

  it('that can’t be used is told of by that alone', () => {
    assert.deepEqual(databaseFindings({ what: 'databaseNewer' }).map(told), ['wrong databaseNewer']);
  });
});
