// Drift: what differs in a tenant from its access template, although it was as the template wants, or could be.
import type { AccessTemplate } from './access-template.js';
import type { Coverage } from './coverage.js';
import type { Kept } from './keeping.js';

/** What drift is found in; a tenant is one. */
export interface DriftSubject {
  readonly onboarding?: { readonly coverage?: Coverage | undefined; readonly kept?: Kept | undefined } | undefined;
  /** It's being offboarded completely, so that nothing is kept. */
  readonly offboarding?: object | undefined;
}

/**
 * Whether auto-extend is off at the relationship that gives a tenant its access, although its template wants it and one call
 * switches it on. None: the end is covered by another relationship or by a request that waits, Global Administrator keeps it
 * from being extended, or a person has had this end covered by a request.
 */
export function hasAutoExtendDrift({ onboarding, offboarding }: DriftSubject, { autoExtend }: AccessTemplate): boolean {
  if (!onboarding || offboarding || !autoExtend) return false;
  const { coverage, kept } = onboarding;
  if (coverage?.is !== 'ends' || coverage.keep !== 'extend') return false;
  return kept?.way !== 'request' || kept.on !== coverage.on;
}
