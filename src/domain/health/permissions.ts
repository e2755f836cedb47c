// The permissions of Microsoft Graph that the product needs, and those that a token lacks.

/** A permission of Microsoft Graph that's needed. */
export interface Permission {
  readonly name: string;
  /** `always`, or `groups`: because ADMINS, OPERATORS or VIEWERS name groups. */
  readonly why: 'always' | 'groups';
}

/** The delegated permissions of Graph that the product needs. `namesGroups`: the lists of people name groups. */
export function neededPermissions(namesGroups: boolean): readonly Permission[] {
  const always = { name: 'DelegatedAdminRelationship.ReadWrite.All', why: 'always' } as const;
  const forGroups = ['GroupMember.Read.All', 'User.ReadBasic.All'].map((name) => ({ name, why: 'groups' }) as const);
  return namesGroups ? [always, ...forGroups] : [always];
}

// Wider permissions that cover a needed one, from the permission tables of the Graph calls (checked 2026-11-22).
const alsoCoveredBy: Readonly<Record<string, readonly string[]>> = {
  'GroupMember.Read.All': ['Group.Read.All', 'Group.ReadWrite.All', 'Directory.Read.All', 'Directory.ReadWrite.All'],
  'User.ReadBasic.All': ['User.Read.All', 'User.ReadWrite.All', 'Directory.Read.All', 'Directory.ReadWrite.All'],
};

/** The needed permissions that are neither granted nor covered by a granted one. */
export function missingPermissions(needed: readonly Permission[], granted: readonly string[]): readonly Permission[] {
  const held = new Set(granted.map((name) => name.toLowerCase()));
  const isHeld = (name: string) => held.has(name.toLowerCase());
  return needed.filter(({ name }) => !isHeld(name) && !(alsoCoveredBy[name] ?? []).some(isHeld));
}
