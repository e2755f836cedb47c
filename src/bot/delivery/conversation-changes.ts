// What a conversation's row becomes when something happens there. Pure; `Subscriptions` commits it.
import type { Conversation, MetPerson } from '../../operations/ports/rows.js';
import { localeHeard } from '../turn/spoken-language.js';
import type { MetConversation, Rename } from '../turn/teams-activity.js';

const mostPeople = 60;

/** After any activity from it: the newest reference counts, and it isn't deleted. */
export function heardFrom(known: Conversation | undefined, heard: MetConversation): Conversation {
  const { person, by: _, locale: ___, ...met } = heard;
  const locale = localeHeard(known, heard);
  const people = withPerson(known?.people ?? [], person);
  const { deletedAt: __, ...kept } = known ?? {};
  return { subscribed: false, ...kept, ...met, ...(locale && { locale }), ...(people.length > 0 && { people }) };
}

/**
 * After an installation, which makes it reachable. It speaks the language of the person who installs the bot, or what it
 * spoke already where it’s installed again. `subscribes`: the installer may see tenants.
 */
export function installedIn(
  known: Conversation | undefined,
  installation: MetConversation,
  subscribes: boolean,
): Conversation {
  const { person, by: _, locale: ____, ...met } = installation;
  const { unreachable: __, deletedAt: ___, ...kept }: Partial<Conversation> = known ?? {};
  const locale = known?.installed ? localeHeard(known, installation) : (installation.locale ?? known?.locale);
  const subscribed = subscribes || kept.subscribed === true;
  const people = withPerson(kept.people ?? [], person);
  return { ...kept, ...met, ...(locale && { locale }), installed: true, subscribed, people };
}

/** After Teams accepts messages there again. */
export function reachable({ unreachable: _, ...kept }: Conversation): Conversation {
  return kept;
}

/** After its channel or team was deleted at an instant, or restored. */
export function deletedSince({ deletedAt: _, ...kept }: Conversation, deletedAt: string | undefined): Conversation {
  return { ...kept, ...(deletedAt !== undefined && { deletedAt }) };
}

/** After it or its team was given another name; `undefined`: that concerns another one, or was known. */
export function afterRename(known: Conversation, { what, id, name }: Rename): Conversation | undefined {
  if (what === 'team') {
    if (known.id !== id && known.teamId !== id) return undefined;
    return known.teamName === name ? undefined : { ...known, teamId: id, teamName: name };
  }
  if (known.id !== id || known.name === name) return undefined;
  const { name: _, ...kept } = known;
  return { ...kept, ...(name !== undefined && { name }) };
}

function withPerson(people: readonly MetPerson[], person: MetPerson | undefined): readonly MetPerson[] {
  if (!person || people.some(({ teamsId }) => teamsId === person.teamsId)) return people;
  return [...people, person].slice(-mostPeople);
}

/** A conversation that hears nothing by itself any more, nor gets the monthly report; `undefined`: it was so already. */
export function silenced({ reportedFor, ...known }: Conversation): Conversation | undefined {
  return known.subscribed || reportedFor !== undefined ? { ...known, subscribed: false } : undefined;
}
