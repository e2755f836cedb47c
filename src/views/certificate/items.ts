// The items of a certificate, each on a line of its own.
import type { Leaving, Removal } from '../../domain/offboarding/certificate.js';
import type { ItemRecord, PlanLineRecord } from '../../domain/offboarding/certificate-items.js';
import type { Fate } from '../../domain/offboarding/plan.js';
import { roleNameIn } from '../customer-messages.js';
import { capital } from '../render/text.js';
import { longDate } from '../words/dates.js';
import type { CertificateWords } from '../words/en/certificate.js';
import { type CertificateSpeech, listed } from './languages.js';
import { tieName } from './tie-names.js';

/** One item of the inventory. */
export function itemWords(record: ItemRecord, { words, language }: CertificateSpeech): string {
  const { items, statuses, names } = words;
  switch (record.what) {
    case 'assignment': {
      const roles = rolesIn(record, { words, language });
      return items.assignment({
        group: groupWords(record, words),
        roles: roles === '' ? items.noRoles : roles,
        status: statuses[record.status],
      });
    }
    case 'consent':
      return items.consent[record.consent];
    case 'relationship':
      return items.relationship({ name: record.name, status: statuses[record.status] });
    case 'invitation': {
      const { name, lapsesAt } = record;
      if (lapsesAt === undefined) return items.invitation({ name });
      return items.invitationUntil({ name, day: longDate(lapsesAt, language) });
    }
    case 'delegatedAdmin':
      return record.granted ? items.delegatedAdmin : items.noDelegatedAdmin;
    case 'reseller':
      return record.isReseller ? items.reseller : items.noReseller;
    case 'subscription': {
      const { quantity, offerName: name, status } = record;
      return items.subscription({ quantity, name, status: statuses[status] });
    }
    case 'reservation':
      return items.reservation({ quantity: record.quantity, name: record.productId });
    case 'unread':
      return items.unread({ part: names.unread[record.part] });
    default:
      return record satisfies never;
  }
}

/** The roles of a relationship by name; of anything else, nothing. */
export function relationshipRoles(record: ItemRecord, speech: CertificateSpeech): readonly string[] {
  if (record.what !== 'relationship') return [];
  const roles = rolesIn(record, speech);
  return roles === '' ? [] : [speech.words.items.roles({ roles })];
}

/** Roles as the language's admin centers call them; by the name in the file, or the id, where that isn't known. */
function rolesIn(
  {
    roleIds,
    roleNames = [],
  }: { readonly roleIds: readonly string[]; readonly roleNames?: readonly string[] | undefined },
  { words, language }: CertificateSpeech,
): string {
  return listed(
    roleIds.map((id, index) => roleNameIn(language, { id, name: roleNames[index] ?? id })),
    words,
  );
}

function groupWords(
  { groupId, groupName }: { readonly groupId: string; readonly groupName?: string | undefined },
  { group }: CertificateWords,
): string {
  return groupName === undefined ? groupId : group({ name: groupName, id: groupId });
}

/** Something that was to be removed. */
export function thingWords(thing: Removal | Leaving, { words }: CertificateSpeech): string {
  switch (thing.what) {
    case 'assignment':
      return capital(words.names.assignment({ group: groupWords(thing, words) }));
    case 'relationship':
      return capital(tieName(thing, words));
    case 'consent':
      return words.items.consent.given;
    case 'delegatedAdmin':
    case 'reseller':
      return words.items[thing.what];
    default:
      return thing satisfies never;
  }
}

/** What the plan says becomes of an item. */
export function fateWords({ fate, what }: PlanLineRecord, { words: { connected } }: CertificateSpeech): string {
  if (what === 'unread') return connected.unread;
  return what === 'subscription' || what === 'reservation' ? connected.purchase : becomes(fate, connected);
}

function becomes(fate: Fate, connected: CertificateWords['connected']): string {
  switch (fate.is) {
    case 'removed':
    case 'choosable':
    case 'stays':
      return connected[fate.is];
    case 'cannot':
      return connected.cannot[fate.why];
    default:
      return fate satisfies never;
  }
}
