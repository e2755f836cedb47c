// Tags, and access templates by which tenants are told apart.
import { icu } from './icu.js';

/** The answers to `/tag`. Tags and names are foreign text. */
export const tags = {
  title: 'Tags',
  howToAsk:
    'Say /tag, a tenant’s name and the tags, such as “/tag contoso vip”. “-vip” takes a tag off. Without tags, it shows the ones the tenant has.',
  notTags: ({ given, most }: { given: string; most: number }) =>
    `“${given}” can’t be a tag. Tags have letters, digits and hyphens, at most ${most} characters. Nothing was changed.`,
  none: ({ tenant }: { tenant: string }) => `${tenant} has no tags.`,
  now: ({ tenant, tags }: { tenant: string; tags: string }) => `Tags of ${tenant}: ${tags}`,
};

/** The card of `/templates`. */
export const templates = {
  title: 'Access templates',
  use: icu<{ name: string; count: number; enabled: number }>(
    '“{name}”: {count, plural, one {# tenant} other {# tenants}}, {enabled, number} enabled',
  ),
  because: ({ template, reason }: { template: string; reason: string }) => `Access template “${template}”: ${reason}`,
  /** Why a tenant has a template. */
  reasons: {
    chosen: 'chosen at Enable',
    default: 'default, because no rule applies',
    tag: ({ tag }: { tag: string }) => `rule for the tag ${tag}`,
    name: ({ name }: { name: string }) => `rule for the name ${name}`,
  },
  content: {
    days: icu<{ days: number }>('{days, plural, one {# day} other {# days}}'),
    renews: 'renews automatically',
    cannotRenew: 'can’t renew because of Global Administrator',
    ends: 'doesn’t renew',
    azure: 'Azure required',
    repairs: 'repairs by itself',
  },
  group: ({ group, roles }: { group: string; roles: string }) => `${group}: ${roles}`,
  moreGroups: icu<{ count: number }>('{count, plural, one {and # more group} other {and # more groups}}'),
  more: icu<{ count: number }>('{count, plural, one {and # more template} other {and # more templates}}'),
  gone: ({ names }: { names: string }) =>
    `Chosen for tenants, but no longer there: ${names}. These tenants have the template that the rules say.`,
};
