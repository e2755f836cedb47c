// MSAL for the partner's application, with any kind of credential.
import type { ClientAssertionCallback, ConfidentialClientApplication, Configuration } from '@azure/msal-node';
import { AccessDenied } from '../../domain/errors.js';
import type { Application, ApplicationCredential } from './application.js';
import type { LoginNetwork } from './login-network.js';

// The resource of a managed identity's token that's exchanged for one of the application.
const exchange = 'api://AzureADTokenExchange';

type Library = typeof import('@azure/msal-node');

/** MSAL for the application, loaded at the first use: a start doesn't wait for it. Nothing is sent before the first call. */
export async function msalFor(application: Application, network: LoginNetwork): Promise<ConfidentialClientApplication> {
  const library = await import('@azure/msal-node');
  return new library.ConfidentialClientApplication({
    auth: {
      clientId: application.clientId,
      ...proofOf(application.credential, network, library),
      authority: `${network.authorityBase}/${application.tenantId}`,
      knownAuthorities: network.knownAuthorities,
    },
    system: { networkClient: network },
  });
}

function proofOf(
  credential: ApplicationCredential,
  network: LoginNetwork,
  library: Library,
): Partial<Configuration['auth']> {
  switch (credential.kind) {
    case 'secret':
      return { clientSecret: credential.secret };
    case 'certificate':
      return { clientAssertion: certificateAssertion(credential, library) };
    case 'managedIdentity':
      return { clientAssertion: identityAssertion(credential.clientId, network, library) };
    default:
      return credential satisfies never;
  }
}

/**
 * MSAL's own assertion, remade for each call: MSAL would keep one by the wall clock, and go on with one that Microsoft has
 * refused until a clock that was set back has caught up.
 */
function certificateAssertion(
  { thumbprint, privateKey, chain }: Extract<ApplicationCredential, { kind: 'certificate' }>,
  { ClientAssertion, CryptoProvider }: Library,
): ClientAssertionCallback {
  return async ({ clientId, tokenEndpoint = '' }) =>
    ClientAssertion.fromCertificateWithSha256Thumbprint(thumbprint, privateKey, chain).getJwt(
      new CryptoProvider(),
      clientId,
      tokenEndpoint,
    );
}

/**
 * The federated credential: the machine's managed identity speaks for the application.
 * @see https://learn.microsoft.com/entra/workload-id/workload-identity-federation-config-app-trust-managed-identity (checked 2026-11-22)
 */
function identityAssertion(
  clientId: string | undefined,
  networkClient: LoginNetwork,
  { ManagedIdentityApplication }: Library,
): () => Promise<string> {
  const identity = new ManagedIdentityApplication({
    ...(clientId !== undefined && { managedIdentityIdParams: { userAssignedClientId: clientId } }),
    system: { networkClient },
  });
  return async () => {
    try {
      // The machine caches its tokens itself; MSAL would cache them by the wall clock, which may be set back.
      return (await identity.acquireToken({ resource: exchange, forceRefresh: true })).accessToken;
    } catch (cause) {
      const problem = { reason: 'credentialRefused' } as const;
      throw new AccessDenied('sign-in: the managed identity gave no token', problem, { cause });
    }
  };
}
