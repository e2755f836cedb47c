// The addresses that certificates are fetched from, and those that never are, whoever names them.
import assert from 'node:assert/strict';
import { isIssuerAddress } from '../../../src/microsoft/events/addresses.js';

const base = 'https://3psecureapi.example/cert';

describe('the certificate of an issuer', () => {
  // As the certificates of Microsoft's services name them: https://learn.microsoft.com/azure/security/fundamentals/azure-ca-details
  for (const address of [
    'http://www.microsoft.com/pkiops/certs/Microsoft%20Azure%20RSA%20TLS%20Issuing%20CA%2007%20-%20xsign.crt',
    'http://caissuers.microsoft.com/pkiops/certs/Microsoft%20Azure%20RSA%20TLS%20Issuing%20CA%2007.crt',
    'http://cacerts.digicert.com/DigiCertGlobalRootG2.crt',
    'https://3psecureapi.example/issuers/intermediate.cer',
  ]) {
    it(`is asked for at ${address}`, () => assert.ok(isIssuerAddress(address, base)));
  }

  for (const address of [
    'http://microsoft.com.evil.example/a.crt',
    'http://evil.example/www.microsoft.com/a.crt',
    'http://www.microsoft.com:8080/a.crt',
    'http://www.microsoft.com@evil.example/a.crt',
    'http://user:password@www.microsoft.com/a.crt',
    'ldap://www.microsoft.com/a.crt',
    'file:///etc/hosts',
    `http://www.microsoft.com/${'a'.repeat(500)}`,
    'no address',
  ]) {
    it(`is not asked for at ${address.slice(0, 50)}`, () => assert.ok(!isIssuerAddress(address, base)));
  }
});
