// Tags, and access templates by which tenants are told apart.
import { icu } from './icu.js';

/** The answers to `/tag`. Tags and names are foreign text. */
export const tags = {
  title: 'Étiquettes',
  howToAsk:
    'Tapez /étiquette, le nom d’un locataire et les étiquettes, par exemple « /étiquette contoso vip ». « -vip » retire une étiquette. Sans étiquettes, celles du locataire s’affichent.',
  notTags: ({ given, most }: { given: string; most: number }) =>
    `« ${given} » ne peut pas être une étiquette. Une étiquette a des lettres, des chiffres et des tirets, au plus ${most} caractères. Rien n’a été modifié.`,
  none: ({ tenant }: { tenant: string }) => `${tenant} n’a pas d’étiquettes.`,
  now: ({ tenant, tags }: { tenant: string; tags: string }) => `Étiquettes de ${tenant} : ${tags}`,
};

/** Access templates: which one a tenant has, and the card of `/templates`. */
export const templates = {
  changed: {
    title: icu<{ template: string; count: number }>(
      '{count, plural, one {⚠️ Modèle d’accès « {template} » modifié : # locataire a besoin d’une nouvelle demande} other {⚠️ Modèle d’accès « {template} » modifié : # locataires ont besoin d’une nouvelle demande}}',
    ),
    several: icu<{ count: number }>(
      '{count, plural, one {⚠️ Modèles d’accès modifiés : # locataire a besoin d’une nouvelle demande} other {⚠️ Modèles d’accès modifiés : # locataires ont besoin d’une nouvelle demande}}',
    ),
    hint: 'Chaque client doit approuver les rôles ajoutés dans une nouvelle demande. L’accès actuel est conservé d’ici là.',
    review: 'Vérifier',
    list: 'Afficher les locataires',
  },
  title: 'Modèles d’accès',
  intro:
    'Chaque locataire en a un : celui choisi pour lui, sinon celui de la première règle qui s’applique, sinon celui par défaut. Les rôles privilégiés sont ceux que Microsoft désigne ainsi.',
  because: ({ template, reason }: { template: string; reason: string }) => `Modèle d’accès « ${template} » : ${reason}`,
  /** Why a tenant has a template. */
  reasons: {
    chosen: 'choisi pour ce locataire',
    default: 'par défaut, car aucune règle ne s’applique',
    tag: ({ tag }: { tag: string }) => `règle pour l’étiquette ${tag}`,
    name: ({ name }: { name: string }) => `règle pour le nom ${name}`,
  },
  /** What a row of the card is about. */
  rows: {
    tenants: 'Locataires',
    givenTo: 'Attribué à',
    groups: 'Groupes',
    howLong: 'Durée',
    azure: 'Azure',
    repair: 'Si l’accès change',
  },
  group: ({ name }: { name: string }) => `Groupe « ${name} »`,
  label: ({ what }: { what: string }) => `${what} :`,
  use: icu<{ count: number; enabled: number }>(
    '{count, plural, =0 {aucun} one {#, {enabled, plural, =0 {non activé} other {activé}}} other {#, dont {enabled, plural, one {# activé} other {# activés}}}}',
  ),
  /** How many tenants have it, then by what. */
  whyThey: ({ what, why }: { what: string; why: string }) => `${what} (${why})`,
  by: {
    rule: icu<{ count: number }>('{count, number} par règle'),
    default: icu<{ count: number }>('{count, number} par défaut'),
    choice: icu<{ count: number }>('{count, number} par choix'),
  },
  /** Which tenants have it, with how many. */
  given: {
    rules: {
      tag: icu<{ tag: string; count: number }>('locataires avec l’étiquette {tag} ({count, number})'),
      name: icu<{ name: string; count: number }>('locataires nommés {name} ({count, number})'),
    },
    noRule: 'tout locataire sans règle qui s’applique',
    onlyChosen: 'seulement les locataires pour lesquels il a été choisi',
  },
  /** Roles of a group. */
  roles: {
    privileged: ({ names }: { names: string }) => `privilégiés : ${names}`,
    others: ({ names }: { names: string }) => `non privilégiés : ${names}`,
    manyOthers: icu<{ count: number }>('{count, plural, one {# rôle non privilégié} other {# rôles non privilégiés}}'),
  },
  cannotRenew: 'ne peut pas se renouveler à cause du rôle « Administrateur général »',
  azure: { required: 'un plan Azure actif est exigé', notRequired: 'non exigé' },
  repair: { byItself: 'Gatehouse le rétablit tout seul', reported: 'Gatehouse le signale, et vous décidez' },
  moreGroups: icu<{ count: number }>('{count, plural, one {et # groupe de plus} other {et # groupes de plus}}'),
  earlierLeft: icu<{ count: number }>(
    '{count, plural, one {# locataire a encore une relation antérieure} other {# locataires ont encore une relation antérieure}} à côté de celle qui l’a remplacée. Un administrateur peut y mettre fin.',
  ),
  gone: ({ names }: { names: string }) =>
    `Choisis pour des locataires, mais disparus : ${names}. Ces locataires ont le modèle que donnent les règles.`,
};
