// The list of leftover access.
import { icu } from './icu.js';

const count = (pattern: string) => icu<{ count: number }>(pattern);

/** Days are for text blocks only; names are foreign text. */
export const leftovers = {
  title: 'Verbliebener Zugriff',
  intro: 'Nicht verwaltete Mandanten, auf die Sie noch Zugriff haben, die schwerwiegendsten zuerst.',
  levels: {
    liveAccessAndDelegatedAdmin: '⛔ Aktiver Zugriff (GDAP) und delegierte Administratorrechte (DAP)',
    liveAccess: '⚠️ Aktiver Zugriff (GDAP)',
    delegatedAdmin: '⚠️ Delegierte Administratorrechte (DAP)',
    approvalRequest: '✉️ Offene Anfrage',
  },
  andRequest: ({ level }: { level: string }) => `${level}, dazu eine offene Anfrage`,
  gone: '✅ Nicht mehr in dieser Liste',
  notReadYet: 'delegierte Administratorrechte noch nicht abgefragt',
  since: ({ day }: { day: string }) => `seit ${day}`,
  approvableUntil: ({ day }: { day: string }) => `genehmigbar bis ${day}`,
  endsOn: ({ day }: { day: string }) => `endet am ${day}`,
  customer: ({ known }: { known: string }) => `Kunde · ${known}`,
  formerCustomer: ({ known }: { known: string }) => `Kein Kunde im Partner Center · ${known}`,
  planTooltip: ({ tenant }: { tenant: string }) => `Offboarding von ${tenant} planen`,
  none: '✅ Kein verbliebener Zugriff auf nicht verwaltete Mandanten.',
  noneYet: 'Bisher nichts gefunden. Gatehouse fragt noch ab, und diese Karte füllt sich von selbst.',
  customersOnly: count(
    '{count, plural, one {# weiterer Kunde wird nicht verwaltet und ist, soweit Gatehouse weiß, nur über die Resellerbeziehung mit Ihnen verbunden.} other {# weitere Kunden werden nicht verwaltet und sind, soweit Gatehouse weiß, nur über die Resellerbeziehung mit Ihnen verbunden.}}',
  ),
  unread: count(
    'Für {count, number} Mandanten hat Gatehouse noch nicht abgefragt, ob Sie delegierte Administratorrechte (DAP) haben. Pro Aufruf fragt es bis zu 200 ab, und diese Karte füllt sich von selbst. Wählen Sie „Aktualisieren“, um weitere abzufragen.',
  ),
  fallback: count('Verbliebener Zugriff: {count, plural, =0 {nichts gefunden} one {# Mandant} other {# Mandanten}}'),
};
