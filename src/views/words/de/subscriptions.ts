// What a conversation hears by itself, and when.
import { icu } from './icu.js';

const count = (pattern: string) => icu<{ count: number }>(pattern);

/** Queries and names of tenants in them are foreign text. */
export const subscriptions = {
  title: 'Benachrichtigungen in dieser Unterhaltung',
  saved: 'Gespeichert.',
  notSaved: 'Nichts wurde gespeichert.',
  off: 'Aus. /subscribe schaltet Benachrichtigungen ein.',
  kindsLabel: 'Hier benachrichtigen, wenn',
  /** Each completes “Notify this conversation when”. */
  kinds: {
    lost: 'Zugriff verloren wurde',
    leftovers: 'eine übrig gebliebene Anfrage genehmigt wurde (Administratoren)',
    alarms: 'Gatehouse selbst einen Administrator braucht (Administratoren)',
    ends: 'Zugriff bald endet',
    issues: 'Probleme gefunden werden',
    offboarding: 'ein Offboarding Sie braucht oder abgeschlossen ist',
    approved: 'Zugriff genehmigt wurde',
    drift: 'automatische Verlängerung oder Vorlage abweicht',
    report: 'der Monatsbericht fertig ist',
  },
  aboutLabel: 'Nur für diese Mandanten',
  aboutHint: 'Alle, oder zum Beispiel tag:vip',
  meIs: ({ person }: { person: string }) => `„ich“ heißt hier ${person}.`,
  quietLabel: 'Ruhezeiten',
  quietHint: '18:00-08:00 Mo-Fr, Wochenende',
  digestLabel: 'Übersicht über Offenes',
  digests: { none: 'Nie', daily: 'Jeden Tag', weekly: ({ day }: { day: string }) => `Jede Woche: ${day}` },
  digestAtLabel: 'Uhrzeit der Übersicht',
  zoneLabel: 'Zeitzone',
  save: 'Speichern',
  unsubscribe: 'Nicht mehr benachrichtigen',
  show: 'Zeigen, was hier ankommt',
  change: 'Ändern',
  /** Words in quiet hours: the first is written, the beginning of any is understood. */
  days: {
    mon: ['Mo', 'Montag'],
    tue: ['Di', 'Dienstag'],
    wed: ['Mi', 'Mittwoch'],
    thu: ['Do', 'Donnerstag'],
    fri: ['Fr', 'Freitag'],
    sat: ['Sa', 'Samstag', 'Sonnabend'],
    sun: ['So', 'Sonntag'],
  } as Readonly<Record<'mon' | 'tue' | 'wed' | 'thu' | 'fri' | 'sat' | 'sun', readonly string[]>>,
  weekends: 'Wochenende',
  workdays: 'werktags',
  always: 'täglich',
  unknownHours: ({ given }: { given: string }) =>
    `Die Zeiten „${given}“ verstehe ich nicht. Schreiben Sie sie so: 18:00-08:00 Mo-Fr, Wochenende.`,
  alwaysQuiet: 'Diese Ruhezeiten enden nie, also käme nie etwas an. Lassen Sie etwas Zeit frei.',
  unknownTime: ({ given }: { given: string }) =>
    `Die Uhrzeit „${given}“ verstehe ich nicht. Schreiben Sie sie so: 08:00.`,
  unknownZone: ({ given }: { given: string }) =>
    `Die Zeitzone „${given}“ kenne ich nicht. Schreiben Sie sie so: Europe/Berlin.`,
  /** Why something arrives here, or doesn’t. */
  why: {
    subscription: ({ kind }: { kind: string }) => `✅ Wenn ${kind}: durch diese Einstellung`,
    lastPlace: ({ kind }: { kind: string }) =>
      `🔒 Wenn ${kind}: lässt sich hier nicht abschalten, weil keine andere erreichbare Unterhaltung benachrichtigt wird`,
    muted: ({ kind }: { kind: string }) => `– Wenn ${kind}: hier abgeschaltet`,
    elsewhere: ({ kind }: { kind: string }) =>
      `– Wenn ${kind}: nicht hier, weil Administratoren in ihren eigenen Chats benachrichtigt werden`,
  },
  asked: 'Was aus „Aktivieren“ oder einem Offboarding wird, steht immer dort, wo jemand darum gebeten hat.',
  about: ({ query }: { query: string }) => `Nur Mandanten, auf die ${query} zutrifft`,
  quietAt: ({ hours, zone }: { hours: string; zone: string }) => `Ruhezeiten: ${hours} (${zone})`,
  digestAt: ({ when, time, zone }: { when: string; time: string; zone: string }) =>
    `Übersicht über Offenes: ${when}, ${time} (${zone})`,
  lastPlace:
    'Alles, was sich abschalten lässt, ist aus. Dies ist die letzte Unterhaltung, die benachrichtigt wird: Verlorener Zugriff, eine genehmigte übrig gebliebene Anfrage, die Zustimmung eines zweiten Administrators und Zugriff, der innerhalb einer Woche endet, kommen hier weiterhin an.',
  /** What came in quiet hours. */
  meanwhile: count(
    '{count, plural, one {🌅 # Ereignis während der Ruhezeit} other {🌅 # Ereignisse während der Ruhezeit}}',
  ),
  /** The summary. Names follow the colon. */
  digest: {
    title: 'Was offen ist',
    unowned: count(
      '{count, plural, one {🙋 # dieser Mandanten hat niemand übernommen} other {🙋 # dieser Mandanten hat niemand übernommen}}',
    ),
    named: ({ what, names }: { what: string; names: string }) => `${what}: ${names}`,
  },
};
