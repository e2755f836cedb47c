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

/** Access templates: which one a tenant has, and the card of `/templates`. */
export const templates = {
  changed: {
    title: icu<{ template: string; count: number }>(
      '{count, plural, one {⚠️ Zugriffsvorlage „{template}“ geändert: # Mandant braucht eine neue Anfrage} other {⚠️ Zugriffsvorlage „{template}“ geändert: # Mandanten brauchen eine neue Anfrage}}',
    ),
    several: icu<{ count: number }>(
      '{count, plural, one {⚠️ Zugriffsvorlagen geändert: # Mandant braucht eine neue Anfrage} other {⚠️ Zugriffsvorlagen geändert: # Mandanten brauchen eine neue Anfrage}}',
    ),
    hint: 'Jeder Kunde muss die zusätzlichen Rollen in einer neuen Anfrage genehmigen. Der bisherige Zugriff bleibt so lange bestehen.',
    review: 'Überprüfen',
    list: 'Mandanten anzeigen',
  },
  title: 'Zugriffsvorlagen',
  intro:
    'Jeder Mandant hat eine: die für ihn gewählte, sonst die der ersten Regel, die passt, sonst die Standardvorlage. Privilegiert sind die Rollen, die Microsoft so kennzeichnet.',
  because: ({ template, reason }: { template: string; reason: string }) => `Zugriffsvorlage „${template}“: ${reason}`,
  /** Why a tenant has a template. */
  reasons: {
    chosen: 'für diesen Mandanten gewählt',
    default: 'Standard, weil keine Regel passt',
    tag: ({ tag }: { tag: string }) => `Regel für das Tag ${tag}`,
    name: ({ name }: { name: string }) => `Regel für den Namen ${name}`,
  },
  /** What a row of the card is about. */
  rows: {
    tenants: 'Mandanten',
    givenTo: 'Gilt für',
    groups: 'Gruppen',
    howLong: 'Wie lange',
    azure: 'Azure',
    repair: 'Wenn sich Zugriff ändert',
  },
  group: ({ name }: { name: string }) => `Gruppe „${name}“`,
  label: ({ what }: { what: string }) => `${what}:`,
  use: icu<{ count: number; enabled: number }>(
    '{count, plural, =0 {keine} one {#, {enabled, plural, =0 {nicht aktiviert} other {aktiviert}}} other {#, davon {enabled, number} aktiviert}}',
  ),
  /** How many tenants have it, then by what. */
  whyThey: ({ what, why }: { what: string; why: string }) => `${what} (${why})`,
  by: {
    rule: icu<{ count: number }>('{count, number} durch Regel'),
    default: icu<{ count: number }>('{count, number} als Standard'),
    choice: icu<{ count: number }>('{count, number} gewählt'),
  },
  /** Which tenants have it, with how many. */
  given: {
    rules: {
      tag: icu<{ tag: string; count: number }>('Mandanten mit dem Tag {tag} ({count, number})'),
      name: icu<{ name: string; count: number }>('Mandanten namens {name} ({count, number})'),
    },
    noRule: 'jeden Mandanten, für den keine Regel gilt',
    onlyChosen: 'nur Mandanten, für die sie gewählt wurde',
  },
  /** Roles of a group. */
  roles: {
    privileged: ({ names }: { names: string }) => `privilegiert: ${names}`,
    others: ({ names }: { names: string }) => `nicht privilegiert: ${names}`,
    manyOthers: icu<{ count: number }>('{count, plural, one {# Rolle} other {# Rollen}} nicht privilegiert'),
  },
  cannotRenew: 'kann sich wegen „Globaler Administrator“ nicht verlängern',
  azure: { required: 'ein aktiver Azure-Plan wird verlangt', notRequired: 'nicht verlangt' },
  repair: {
    byItself: 'Gatehouse stellt ihn von selbst wieder her',
    reported: 'Gatehouse meldet es, und Sie entscheiden',
  },
  moreGroups: icu<{ count: number }>('{count, plural, one {und # weitere Gruppe} other {und # weitere Gruppen}}'),
  earlierLeft: icu<{ count: number }>(
    '{count, plural, one {# Mandant hat neben der neuen noch eine frühere Beziehung.} other {# Mandanten haben neben der neuen noch eine frühere Beziehung.}} Ein Administrator kann sie beenden.',
  ),
  gone: ({ names }: { names: string }) =>
    `Für Mandanten gewählt, aber nicht mehr vorhanden: ${names}. Für diese Mandanten gilt die Vorlage, die die Regeln nennen.`,
};
