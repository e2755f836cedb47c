// The list of tenants whose access ends.
import { icu } from './icu.js';

const count = (pattern: string) => icu<{ count: number }>(pattern);

/** Days are for text blocks only. */
export const expiring = {
  title: 'Endender Zugriff',
  intro: 'Mandanten, deren Zugriff endet, die frühesten zuerst. Was sich von selbst verlängert, steht hier nicht.',
  /** `when`: “on” a day, or “today”. */
  endsOn: ({ when }: { when: string }) => `Endet ${when}`,
  endedOn: ({ day }: { day: string }) => `⛔ Abgelaufen am ${day}`,
  blocked: '⚠️ Der globale Administrator verhindert eine Verlängerung',
  successorWaits: '✉️ Eine Anfrage für die Nachfolge ist offen',
  /** How long it still lasts. */
  left: icu<{ days: number }>('{days, plural, =0 {in weniger als einem Tag} one {in # Tag} other {in # Tagen}}'),
  gone: '✅ Nicht mehr in dieser Liste',
  none: '✅ Kein Zugriff endet: alles verlängert sich von selbst.',
  rollingOver: count(
    '{count, plural, one {Der Zugriff auf # weiteren Mandanten verlängert sich von selbst.} other {Der Zugriff auf # weitere Mandanten verlängert sich von selbst.}}',
  ),
  /** The way here from the list of tenants. */
  soon: icu<{ count: number; days: number }>(
    '{count, plural, one {# endet in {days} Tagen} other {# enden in {days} Tagen}}',
  ),
  /** A message about many of them. */
  warnings: {
    title: count(
      '{count, plural, one {⏳ Der Zugriff auf # Mandanten endet bald} other {⏳ Der Zugriff auf # Mandanten endet bald}}',
    ),
    line: ({ tenant, day }: { tenant: string; day: string }) => `${tenant}: endet am ${day}`,
  },
  fallback: count('Endender Zugriff: {count, plural, =0 {keiner} one {# Mandant} other {# Mandanten}}'),
};
