// Which addresses count as the internet's.
import assert from 'node:assert/strict';
import { isOutside, lookupOutside, plainHost } from '../../src/outgoing/outside-addresses.js';

describe('an address', () => {
  for (const address of [
    '8.8.8.8',
    '1.1.1.1',
    '172.32.0.1',
    '100.128.0.1',
    '2606:4700:4700::1111',
    '2a00:1450:4001::5',
  ])
    it(`that is reached over the internet may be sent to: ${address}`, () => assert.equal(isOutside(address), true));

  for (const address of [
    '0.0.0.0',
    '10.0.0.1',
    '100.64.0.1',
    '127.0.0.1',
    '127.255.255.255',
    '169.254.169.254',
    '172.16.0.1',
    '172.31.255.255',
    '192.168.1.1',
    '198.18.0.1',
    '224.0.0.1',
    '255.255.255.255',
    '::',
    '::1',
    '::ffff:10.0.0.1',
    '::ffff:8.8.8.8',
    '64:ff9b::a00:1',
    'fd00::1',
    'fe80::1',
    'ff02::1',
    '2001:db8::1',
    '2002:a00:1::1',
    'localhost',
    '',
  ])
    it(`that leads inside, or is none, may not: “${address}”`, () => assert.equal(isOutside(address), false));

  it('is compared without brackets, in lower case, and without a full stop at its end', () => {
    assert.deepEqual(['[::1]', 'PSA.Example.COM.'].map(plainHost), ['::1', 'psa.example.com']);
  });

  it('of a name that leads inside is refused when it is resolved', async () => {
    const refused = await new Promise((resolve) =>
      lookupOutside('localhost', { all: true }, (error) => resolve(error)),
    );
    assert.equal((refused as { code?: string }).code, 'INSIDE_ADDRESS');
  });
});
