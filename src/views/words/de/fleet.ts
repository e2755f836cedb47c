// How all tenants stand, and how that moves: the card of `/fleet` and the monthly report.
import { icu } from './icu.js';

type Took = { unit: 'hours' | 'days'; count: number };
type Moved = { direction: 'more' | 'fewer' | 'same'; count: number };
type Ends = { count: number; month: string; most: number; where: 'all' | 'first' | 'most' };
type Approved = { count: number; median: string; most: string; spread: 'few' | 'fewSame' | 'many' | 'manySame' };

export const fleet = {
  title: 'Alle Mandanten',
  of: ({ query }: { query: string }) => `Mandanten, auf die ${query} zutrifft`,
  none: 'Es gibt noch keine Mandanten.',
  noneMatch: 'Auf keinen Mandanten trifft das zu.',
  statuses: {
    title: 'Status der Mandanten',
    sentence: icu<{ approved: number; total: number; percent: number }>(
      '{total, plural, one {{approved, plural, =0 {Der Mandant ist nicht genehmigt.} other {Der Mandant ist genehmigt.}}} other {{approved, number} von # Mandanten {approved, plural, one {ist} other {sind}} genehmigt ({percent}\u00A0%).}}',
    ),
    moved: ({ moves }: { moves: string }) => `Genehmigt: ${moves}.`,
    week: icu<Moved>(
      '{direction, select, more {{count, number} mehr als vor einer Woche} fewer {{count, number} weniger als vor einer Woche} other {so viele wie vor einer Woche}}',
    ),
    month: icu<Moved>(
      '{direction, select, more {{count, number} mehr als vor einem Monat} fewer {{count, number} weniger als vor einem Monat} other {so viele wie vor einem Monat}}',
    ),
    notYet: 'Wie sich das bewegt, steht hier, sobald eine Woche lang gezählt wurde.',
    now: 'Jetzt',
    weekAgo: 'Vor einer Woche',
    monthAgo: 'Vor einem Monat',
  },
  ends: {
    title: 'Endender Zugriff',
    sentence: icu<Ends>(
      '{count, plural, one {Der Zugriff auf # Mandanten endet im {month}} other {In den nächsten 12 Monaten endet der Zugriff auf # Mandanten, {where, select, all {{count, plural, =2 {bei beiden} other {bei allen}} im {month}} first {der erste im {month}} other {am häufigsten im {month} ({most, number})}}}}.',
    ),
    none: 'In den nächsten 12 Monaten endet kein Zugriff.',
    soon: 'Endet in 30 Tagen',
  },
  waiting: {
    title: 'Anfragen, die auf den Kunden warten',
    sentence: icu<{ count: number; old: number }>(
      '{count, plural, one {# Anfrage wartet auf den Kunden, {old, plural, =0 {seit weniger als 30 Tagen} other {seit 30 Tagen oder länger}}.} other {# Anfragen warten auf ihre Kunden, {old, plural, =0 {keine} other {#}} davon seit 30 Tagen oder länger.}}',
    ),
    none: 'Keine Anfrage wartet auf einen Kunden.',
    ages: ['Unter 3 Tagen', '3 bis 9 Tage', '10 bis 29 Tage', '30 Tage und mehr'],
  },
  globalAdministrator: {
    title: 'Globaler Administrator',
    list: 'Mit Globaler Administrator',
    sentence: icu<{ count: number; active: number; percent: number }>(
      '{active, plural, one {Die aktive Beziehung hat} other {{count, number} von # aktiven Beziehungen {count, plural, one {hat} other {haben}}}} die Rolle „Globaler Administrator“ ({percent}\u00A0%). Microsoft verlängert diese nicht.',
    ),
    none: 'Keine aktive Beziehung hat die Rolle „Globaler Administrator“.',
  },
  approvals: {
    title: 'Von der Anfrage zur Genehmigung',
    sentence: icu<Approved>(
      '{count, plural, one {Die Anfrage, die in diesem Monat oder den zwei Monaten davor genehmigt wurde, brauchte {median}.} other {Von # Anfragen, die in diesem Monat und den zwei Monaten davor genehmigt wurden, {spread, select, few {brauchte die Hälfte höchstens {median}, {count, plural, =2 {beide} other {alle}} höchstens {most}} fewSame {brauchten {count, plural, =2 {beide} other {alle}} höchstens {most}} manySame {brauchten neun von zehn höchstens {most}} other {brauchte die Hälfte höchstens {median}, neun von zehn höchstens {most}}}.}}',
    ),
    took: icu<Took>(
      '{unit, select, hours {{count, plural, one {# Stunde} other {# Stunden}}} other {{count, plural, one {# Tag} other {# Tage}}}}',
    ),
    none: 'In diesem Monat und den zwei Monaten davor wurde keine Anfrage genehmigt.',
  },
  trend: {
    title: 'Die letzten 90 Tage',
    sentence: icu<{ from: number; to: number; issuesFrom: number; issuesTo: number }>(
      'Genehmigt ging von {from, number} auf {to, number}, Probleme gefunden von {issuesFrom, number} auf {issuesTo, number}.',
    ),
  },
  report: {
    title: ({ day }: { day: string }) => `Alle Mandanten am ${day}`,
    recently: icu<{ enabled: number; offboarded: number }>(
      'In den letzten 30 Tagen {enabled, plural, =0 {wurde kein Mandant aktiviert} one {wurde # Mandant aktiviert} other {wurden # Mandanten aktiviert}}, und {offboarded, plural, =0 {kein Offboarding wurde} one {# Offboarding wurde} other {# Offboardings wurden}} abgeschlossen.',
    ),
    footer: ({ partner }: { partner: string }) => `${partner} · erstellt von Gatehouse`,
    pageNumber: ({ page, pages }: { page: number; pages: number }) => `Seite ${page} von ${pages}`,
    /** The way to the file. */
    get: 'Bericht (PDF)',
    label: 'Bericht (PDF)',
    subscribe: 'Monatlich senden',
    unsubscribe: 'Nicht mehr senden',
    isSent: 'Am ersten Werktag jedes Monats kommt hier ein Bericht als PDF.',
    isNotSent: 'Hier kommt kein Bericht mehr von selbst.',
    /** What people type after the command. */
    asked: ['bericht', 'report', 'pdf'],
  },
};
