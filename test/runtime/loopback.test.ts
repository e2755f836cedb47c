// Which requests a server accepts that lets everyone of this machine in.
import assert from 'node:assert/strict';
import { foreignBy } from '../../src/runtime/loopback.js';

describe('a request to a server that asks nobody who they are', () => {
  const own = { host: 'localhost:3978' };
  for (const [what, method, headers, answer] of [
    ['of a program', 'POST', own, undefined],
    ['to 127.0.0.1', 'POST', { host: '127.0.0.1:3978' }, undefined],
    ['to another loopback address', 'GET', { host: '127.0.0.2' }, undefined],
    ['by IPv6', 'GET', { host: '[::1]:3978' }, undefined],
    ['through a tunnel with another port', 'POST', { host: 'LOCALHOST:9' }, undefined],
    ['without Host', 'GET', {}, 'host'],
    ['to a name that leads here (DNS rebinding)', 'GET', { host: 'evil.example:3978' }, 'host'],
    ['to a name that only begins like ours', 'GET', { host: 'localhost.evil.example' }, 'host'],
    ['to an address that only begins like ours', 'GET', { host: '127.0.0.1.evil.example' }, 'host'],
    ['to a user at our name', 'GET', { host: 'evil.example@localhost' }, 'host'],
    ['to the machine’s own address', 'GET', { host: '192.0.2.2:3978' }, 'host'],
    ['of a page of our own', 'POST', { ...own, origin: 'http://localhost:3978' }, undefined],
    [
      'of a page of our own, which the browser confirms',
      'POST',
      { ...own, 'sec-fetch-site': 'same-origin' },
      undefined,
    ],
    ['typed into the browser’s bar', 'GET', { ...own, 'sec-fetch-site': 'none' }, undefined],
    ['of another site', 'POST', { ...own, origin: 'https://evil.example' }, 'site'],
    ['of a page that hides what it is', 'POST', { ...own, origin: 'null' }, 'site'],
    ['of another port of this machine', 'POST', { ...own, origin: 'http://localhost:8080' }, 'site'],
    ['of another port, which the browser tells', 'POST', { ...own, 'sec-fetch-site': 'same-site' }, 'site'],
    ['of another site that reads', 'GET', { ...own, 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'cors' }, 'site'],
    [
      'by a link on another site',
      'GET',
      { ...own, 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' },
      undefined,
    ],
    [
      'of a form on another site',
      'POST',
      { ...own, 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' },
      'site',
    ],
    [
      'of a frame in another site',
      'GET',
      { ...own, 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'iframe' },
      'site',
    ],
  ] as const) {
    it(`${what} is ${answer === undefined ? 'answered' : 'refused'}`, () => {
      assert.equal(foreignBy({ method, headers }), answer);
    });
  }
});
