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

/** Access templates: which one a tenant has, and the card of `/templates`. */
export const templates = {
  /** A message about tenants whose access template has changed. */
  changed: {
    title: icu<{ template: string; count: number }>(
      '{count, plural, one {⚠️ Access template “{template}” changed: # tenant needs a new request} other {⚠️ Access template “{template}” changed: # tenants need a new request}}',
    ),
    several: icu<{ count: number }>(
      '{count, plural, one {⚠️ Access templates changed: # tenant needs a new request} other {⚠️ Access templates changed: # tenants need a new request}}',
    ),
    hint: 'Each customer has to approve the added roles in a new request. The present access stays until then.',
    review: 'Review',
    list: 'Show tenants',
  },
  title: 'Access templates',
  intro:
    'Each tenant has one: the one chosen for it, otherwise that of the first rule that fits, otherwise the default. Privileged roles are those that Microsoft labels so.',
  because: ({ template, reason }: { template: string; reason: string }) => `Access template “${template}”: ${reason}`,
  /** Why a tenant has a template. */
  reasons: {
    chosen: 'chosen for this tenant',
    default: 'default, because no rule applies',
    tag: ({ tag }: { tag: string }) => `rule for the tag ${tag}`,
    name: ({ name }: { name: string }) => `rule for the name ${name}`,
  },
  /** What a row of the card is about. */
  rows: {
    tenants: 'Tenants',
    givenTo: 'Given to',
    groups: 'Groups',
    howLong: 'How long',
    azure: 'Azure',
    repair: 'If access changes',
  },
  group: ({ name }: { name: string }) => `Group “${name}”`,
  label: ({ what }: { what: string }) => `${what}:`,
  use: icu<{ count: number; enabled: number }>(
    '{count, plural, =0 {none} one {#, {enabled, plural, =0 {not enabled} other {enabled}}} other {#, {enabled, number} enabled}}',
  ),
  /** How many tenants have it, then by what. */
  whyThey: ({ what, why }: { what: string; why: string }) => `${what} (${why})`,
  by: {
    rule: icu<{ count: number }>('{count, number} by rule'),
    default: icu<{ count: number }>('{count, number} by default'),
    choice: icu<{ count: number }>('{count, number} by choice'),
  },
  /** Which tenants have it, with how many. */
  given: {
    rules: {
      tag: icu<{ tag: string; count: number }>('tenants with the tag {tag} ({count, number})'),
      name: icu<{ name: string; count: number }>('tenants named {name} ({count, number})'),
    },
    noRule: 'every tenant that no rule is about',
    onlyChosen: 'only tenants it’s chosen for',
  },
  /** Roles of a group. */
  roles: {
    privileged: ({ names }: { names: string }) => `privileged: ${names}`,
    others: ({ names }: { names: string }) => `not privileged: ${names}`,
    manyOthers: icu<{ count: number }>('{count, plural, one {# role} other {# roles}} not privileged'),
  },
  cannotRenew: 'can’t renew because of Global Administrator',
  azure: { required: 'an active Azure plan is required', notRequired: 'not required' },
  repair: { byItself: 'Gatehouse restores it by itself', reported: 'Gatehouse reports it, and you decide' },
  moreGroups: icu<{ count: number }>('{count, plural, one {and # more group} other {and # more groups}}'),
  earlierLeft: icu<{ count: number }>(
    '{count, plural, one {# tenant still has an earlier relationship beside the one that took its place.} other {# tenants still have an earlier relationship beside the one that took its place.}} An admin can end {count, plural, one {it} other {them}}.',
  ),
  gone: ({ names }: { names: string }) =>
    `Chosen for tenants, but no longer there: ${names}. These tenants have the template that the rules say.`,
};
