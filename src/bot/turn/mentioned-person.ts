// Whom a message mentions. What a client says of them is a claim.
import type { Activity } from 'botbuilder';
import { z } from 'zod';
import type { MentionedPerson } from './turn.js';

const mention = z.object({
  type: z.literal('mention'),
  mentioned: z.object({ id: z.string().min(1), name: z.string().trim().min(1).max(256) }),
});

/**
 * The first person whom a message mentions besides the bot; `undefined`: it mentions none.
 * @see https://learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/channel-and-group-conversations (checked 2026-11-30)
 */
export function mentionedIn({ entities, recipient }: Activity): MentionedPerson | undefined {
  const all: readonly unknown[] = Array.isArray(entities) ? entities : [];
  const people = all.flatMap((entity) => mention.safeParse(entity).data?.mentioned ?? []);
  const person = people.find(({ id }) => id !== recipient?.id);
  return person && { teamsId: person.id, name: person.name };
}
