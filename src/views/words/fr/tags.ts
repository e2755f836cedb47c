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

/** The card of `/templates`. */
export const templates = {
  title: 'Modèles d’accès',
  use: icu<{ name: string; count: number; enabled: number }>(
    '« {name} » : {count, plural, one {# locataire} other {# locataires}}, dont {enabled, plural, one {# activé} other {# activés}}',
  ),
  because: ({ template, reason }: { template: string; reason: string }) => `Modèle d’accès « ${template} » : ${reason}`,
  /** Why a tenant has a template. */
  reasons: {
    chosen: 'choisi à l’activation',
    default: 'par défaut, car aucune règle ne s’applique',
    tag: ({ tag }: { tag: string }) => `règle pour l’étiquette ${tag}`,
    name: ({ name }: { name: string }) => `règle pour le nom ${name}`,
  },
  content: {
    days: icu<{ days: number }>('{days, plural, one {# jour} other {# jours}}'),
    renews: 'se renouvelle automatiquement',
    cannotRenew: 'ne peut pas se renouveler à cause du rôle « Administrateur général »',
    ends: 'ne se renouvelle pas',
    azure: 'Azure exigé',
    repairs: 'se répare tout seul',
  },
  group: ({ group, roles }: { group: string; roles: string }) => `${group} : ${roles}`,
  moreGroups: icu<{ count: number }>('{count, plural, one {et # groupe de plus} other {et # groupes de plus}}'),
  more: icu<{ count: number }>('{count, plural, one {et # modèle de plus} other {et # modèles de plus}}'),
  gone: ({ names }: { names: string }) =>
    `Choisis pour des locataires, mais disparus : ${names}. Ces locataires ont le modèle que donnent les règles.`,
};
