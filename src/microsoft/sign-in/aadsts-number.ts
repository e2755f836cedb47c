// Which of Entra's errors is it?
import { AuthError } from '@azure/msal-node';

/** The AADSTS number of what MSAL threw; empty where there is none. */
export function aadstsNumber(error: unknown): string {
  return error instanceof AuthError ? (/AADSTS(\d+)/.exec(error.errorMessage)?.[1] ?? '') : '';
}
