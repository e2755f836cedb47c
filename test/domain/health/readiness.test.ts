// When the process counts as stuck, and when it doesn't.
import assert from 'node:assert/strict';
import { whyNotReady } from '../../../src/domain/health/readiness.js';

const well = { isServing: true, nothingSentSeconds: 0, noReconcileSeconds: 0, reconcileSeconds: 300 };

describe('whoever watches over the process', () => {
  it('hears nothing while all is well, however slow reconciles are while events arrive', () => {
    assert.deepEqual(whyNotReady({ ...well, nothingSentSeconds: 600, noReconcileSeconds: 3700 }), []);
    assert.deepEqual(whyNotReady({ ...well, noReconcileSeconds: 100_000, reconcileSeconds: 86_400 }), []);
  });

  it('hears that it is starting or stopping, and nothing else', () => {
    assert.deepEqual(whyNotReady({ ...well, isServing: false, noReconcileSeconds: 1e6 }), ['starting or stopping']);
  });

  it('hears after ten minutes that what is due does not go out, and after two hours and more that nothing is looked at', () => {
    assert.deepEqual(whyNotReady({ ...well, nothingSentSeconds: 660, noReconcileSeconds: 8400 }), [
      'messages have been due for 11 minutes, and nothing has been sent to Teams',
      'no sweep has ended for 140 minutes',
    ]);
  });
});
