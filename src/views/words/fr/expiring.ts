// The list of tenants whose access ends.
import { icu } from './icu.js';

const count = (pattern: string) => icu<{ count: number }>(pattern);

/** Days are for text blocks only. */
export const expiring = {
  title: 'Accès à échéance',
  intro:
    'Locataires dont l’accès prend fin, les plus proches en premier. L’accès qui se prolonge automatiquement n’y figure pas.',
  /** `when`: “on” a day, or “today”. */
  endsOn: ({ when }: { when: string }) => `Fin ${when}`,
  endedOn: ({ day }: { day: string }) => `⛔ A pris fin le ${day}`,
  blocked: '⚠️ Le rôle Administrateur général empêche la prolongation',
  successorWaits: '✉️ Une demande de remplacement est en attente',
  /** How long it still lasts. */
  left: icu<{ days: number }>('{days, plural, =0 {dans moins d’un jour} one {dans # jour} other {dans # jours}}'),
  gone: '✅ Ne figure plus dans cette liste',
  none: '✅ Aucun accès ne prend fin : tous se prolongent automatiquement.',
  rollingOver: count(
    '{count, plural, one {L’accès à # autre locataire se prolonge automatiquement.} other {L’accès à # autres locataires se prolonge automatiquement.}}',
  ),
  /** The way here from the list of tenants. */
  soon: icu<{ count: number; days: number }>(
    '{count, plural, one {# prend fin d’ici {days} jours} other {# prennent fin d’ici {days} jours}}',
  ),
  /** A message about many of them. */
  warnings: {
    title: count(
      '{count, plural, one {⏳ L’accès à # locataire prend bientôt fin} other {⏳ L’accès à # locataires prend bientôt fin}}',
    ),
    line: ({ tenant, day }: { tenant: string; day: string }) => `${tenant} : fin le ${day}`,
  },
  fallback: count('Accès à échéance : {count, plural, =0 {aucun} one {# locataire} other {# locataires}}'),
};
