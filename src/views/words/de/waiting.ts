// What waits for a person.
import { icu } from './icu.js';

/** Names and searches are foreign text. */
export const waiting = {
  title: 'Das wartet auf Sie',
  intro: 'Alles, was einen Menschen braucht, das Dringendste zuerst.',
  searched: ({ search }: { search: string }) => `Nur Mandanten, die zu „${search}“ passen.`,
  awaitedBatches: icu<{ count: number }>(
    '{count, plural, one {🔐 # Vorgang für mehrere Mandanten wartet auf einen zweiten Admin.} other {🔐 # Vorgänge für mehrere Mandanten warten auf einen zweiten Admin.}}',
  ),
  /** Those that don’t fit. */
  moreBatches: icu<{ count: number }>(
    '{count, plural, one {# weiterer folgt, sobald diese entschieden sind.} other {# weitere folgen, sobald diese entschieden sind.}}',
  ),
  approvedRequests: icu<{ count: number }>(
    '{count, plural, one {⚠️ # Anfrage wurde nach dem Offboarding ihres Mandanten genehmigt.} other {⚠️ # Anfragen wurden nach dem Offboarding ihrer Mandanten genehmigt.}}',
  ),
  /** What it is, from the worst on. */
  matters: {
    accessLost: '⛔ Zugriff verloren',
    offboardingStopped: '⚠️ Offboarding angehalten',
    secondAdmin: '🔐 Ein zweiter Admin muss genehmigen',
    ends: '⏳ Zugriff endet, und nichts erhält ihn',
    issues: '⚠️ Probleme gefunden',
    unanswered: '✉️ Der Kunde hat nicht geantwortet',
    drift: '⚠️ Automatische Verlängerung ist aus',
    leftover: 'Restzugriff auf einen nicht verwalteten Mandanten',
  },
  owner: ({ person }: { person: string }) => `Zuständig: ${person}`,
  noOwner: 'Noch niemand zuständig',
  /** Of a row that keeps its place. */
  over: '✅ Hier wartet nichts mehr',
  none: '✅ Nichts wartet auf Sie: Um jeden Mandanten ist gesorgt, also einen schönen Tag!',
  noneFound: '✅ Bei den passenden Mandanten wartet nichts.',
  fallback: icu<{ count: number }>(
    'Das wartet auf Sie: {count, plural, =0 {nichts} one {# Mandant} other {# Mandanten}}',
  ),
};
