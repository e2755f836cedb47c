// Said before a person confirms: that a second admin is asked first; and afterwards, that they can't be that themselves.
import type { AccessTemplate } from '../../domain/access/access-template.js';
import type { SecondedAction } from '../../domain/tenant/awaited-second.js';
import { includesRole, leastRoleFor } from '../../domain/tenant/commands.js';
import { takesSecond } from '../../domain/tenant/second-admin.js';
import type { ViewContext } from '../render/context.js';
import type { Literal } from '../words/text-types.js';

/** One sentence, or none where no second admin is asked. `template`: the one that it leads to. */
export function secondAdminNote(
  name: Exclude<SecondedAction['do'], 'tag'>,
  template: AccessTemplate,
  { secondAdmin: rules, words }: ViewContext,
): readonly Literal[] {
  if (!rules || !takesSecond({ do: name }, { rules, template, present: undefined })) return [];
  return [words.secondAdmin.willBeAsked];
}

/** Said to who asked: that someone else must approve it. */
export function ownAskWords({ words: { secondAdmin }, role }: Pick<ViewContext, 'words' | 'role'>): Literal {
  return role === undefined || includesRole(role, leastRoleFor('approveSecond'))
    ? secondAdmin.own
    : secondAdmin.ownOfOperator;
}
