// Tags, and access templates by which tenants are told apart.
import { icu } from './icu.js';

/** The answers to `/tag`. Tags and names are foreign text. */
export const tags = {
  title: 'Tags der Mandanten',
  howToAsk:
    'Schreiben Sie /tag, den Namen eines Mandanten und die Tags, etwa „/tag contoso vip“. „-vip“ nimmt ein Tag weg. Ohne Tags werden die gezeigt, die der Mandant hat.',
  notTags: ({ given, most }: { given: string; most: number }) =>
    `„${given}“ kann kein Tag sein. Tags bestehen aus Buchstaben, Ziffern und Bindestrichen, höchstens ${most} Zeichen. Es wurde nichts geändert.`,
  none: ({ tenant }: { tenant: string }) => `${tenant} hat keine Tags.`,
  now: ({ tenant, tags }: { tenant: string; tags: string }) => `Tags von ${tenant}: ${tags}`,
};

/** The card of `/templates`. */
export const templates = {
  title: 'Zugriffsvorlagen',
  use: icu<{ name: string; count: number; enabled: number }>(
    '„{name}“: {count, plural, one {# Mandant} other {# Mandanten}}, davon {enabled, number} aktiviert',
  ),
  because: ({ template, reason }: { template: string; reason: string }) => `Zugriffsvorlage „${template}“: ${reason}`,
  /** Why a tenant has a template. */
  reasons: {
    chosen: 'beim Aktivieren gewählt',
    default: 'Standard, weil keine Regel passt',
    tag: ({ tag }: { tag: string }) => `Regel für das Tag ${tag}`,
    name: ({ name }: { name: string }) => `Regel für den Namen ${name}`,
  },
  content: {
    days: icu<{ days: number }>('{days, plural, one {# Tag} other {# Tage}}'),
    renews: 'verlängert sich automatisch',
    cannotRenew: 'kann sich wegen „Globaler Administrator“ nicht verlängern',
    ends: 'verlängert sich nicht',
    azure: 'Azure verlangt',
    repairs: 'behebt Abweichungen selbst',
  },
  group: ({ group, roles }: { group: string; roles: string }) => `${group}: ${roles}`,
  moreGroups: icu<{ count: number }>('{count, plural, one {und # weitere Gruppe} other {und # weitere Gruppen}}'),
  more: icu<{ count: number }>('{count, plural, one {und # weitere Vorlage} other {und # weitere Vorlagen}}'),
  gone: ({ names }: { names: string }) =>
    `Für Mandanten gewählt, aber nicht mehr vorhanden: ${names}. Für diese Mandanten gilt die Vorlage, die die Regeln nennen.`,
};
