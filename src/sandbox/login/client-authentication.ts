// Authenticates the partner's application: by its secret, its certificate or a managed identity.
import { createHash, X509Certificate } from 'node:crypto';
import { decodeProtectedHeader, importX509, jwtVerify } from 'jose';
import type { Cloud } from '../cloud.js';
import { Refusal } from '../wire/refusal.js';
import { partner } from '../world/partner.js';
import type { World } from '../world/world.js';
import type { ManagedIdentity } from './managed-identity.js';

const jwtBearer = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';

/** Checks the client of a token request. @throws Refusal in the words of Entra */
export async function checkClient(
  form: URLSearchParams,
  { world, identity }: Pick<Cloud, 'world' | 'identity'>,
  tenantId: string,
): Promise<void> {
  const clientId = form.get('client_id');
  if (clientId?.toLowerCase() !== partner.clientId) {
    throw new Refusal(
      400,
      'unauthorized_client',
      `AADSTS700016: Application with identifier '${clientId}' was not found in the directory '${partner.name}'.`,
    );
  }
  const assertion = form.get('client_assertion');
  if (assertion !== null) {
    const type = form.get('client_assertion_type');
    return checkAssertion({ assertion, type, tenantId }, world, identity);
  }
  const secret = form.get('client_secret');
  if (secret === null) {
    throw invalidClient(
      "AADSTS7000218: The request body must contain the following parameter: 'client_assertion' or 'client_secret'.",
    );
  }
  if (secret !== partner.clientSecret) throw invalidClient('AADSTS7000215: Invalid client secret provided.');
  const { isSecretExpired, secretEndsAt } = world.registration;
  if (isSecretExpired || (secretEndsAt !== null && secretEndsAt <= world.now())) {
    throw invalidClient("AADSTS7000222: The provided client secret keys for app '(ours)' are expired.");
  }
}

async function checkAssertion(
  { assertion, type, tenantId }: { assertion: string; type: string | null; tenantId: string },
  world: World,
  identity: ManagedIdentity,
) {
  if (type !== jwtBearer) throw invalidClient('AADSTS50027: JWT token is invalid or malformed.');
  const header = headerOf(assertion);
  const currentDate = new Date(world.now());
  // A token of the managed identity names its issuer's key; the application's own assertion names its certificate.
  if (header.kid !== undefined) {
    if (await identity.hasIssued(assertion, currentDate)) return;
    throw invalidClient('AADSTS70021: No matching federated identity record found for presented assertion.');
  }
  const certificate = world.registration.certificates
    .map((pem) => new X509Certificate(pem))
    .find((each) => createHash('sha256').update(each.raw).digest('base64url') === header['x5t#S256']);
  if (!certificate)
    throw invalidClient('AADSTS700027: The certificate with identifier used to sign is not registered.');
  if (new Date(certificate.validTo) <= currentDate) {
    throw invalidClient('AADSTS700027: The key was expired at the time of the request.');
  }
  try {
    const alg = header.alg ?? '';
    await jwtVerify(assertion, await importX509(certificate.toString(), alg), {
      algorithms: ['PS256', 'RS256'],
      issuer: partner.clientId,
      subject: partner.clientId,
      audience: `https://login.microsoftonline.com/${tenantId}/oauth2/v2.0/token`,
      requiredClaims: ['exp', 'jti'],
      currentDate,
      clockTolerance: 300,
    });
  } catch {
    throw invalidClient('AADSTS700027: Client assertion failed signature or claims validation.');
  }
}

function headerOf(assertion: string) {
  try {
    return decodeProtectedHeader(assertion) as { alg?: string; kid?: string; 'x5t#S256'?: string };
  } catch {
    throw invalidClient('AADSTS50027: JWT token is invalid or malformed.');
  }
}

function invalidClient(message: string): Refusal {
  return new Refusal(401, 'invalid_client', message);
}
