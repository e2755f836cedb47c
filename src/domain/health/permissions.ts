// Which permissions of Microsoft Graph does the product need, and which of them does a token lack?

/** A permission of Microsoft Graph's that is needed. */
export interface Permission {
  readonly name: string;
  /** `always`, or `groups`: because ADMINS, OPERATORS or VIEWERS name groups. */
  readonly why: 'always' | 'groups';
}

/** The delegated permissions of Graph that the product cannot do without. */
export function neededPermissions(namesGroups: boolean): readonly Permission[] {
  const always = { name: 'DelegatedAdminRelationship.ReadWrite.All', why: 'always' } as const;
  const forGroups = ['GroupMember.Read.All', 'User.ReadBasic.All'].map((name) => ({ name, why: 'groups' }) as const);
  return namesGroups ? [always, ...forGroups] : [always];
}

// What a permission is also covered by, from the permission tables of the Graph calls in question (checked 2026-11-22).
const alsoCoveredBy: Readonly<Record<string, readonly string[]>> = {
  'GroupMember.Read.All': ['Group.Read.All', 'Group.ReadWrite.All', 'Directory.Read.All', 'Directory.ReadWrite.All'],
  'User.ReadBasic.All': ['User.Read.All', 'User.ReadWrite.All', 'Directory.Read.All', 'Directory.ReadWrite.All'],
};

/** Those of the needed permissions that are neither granted nor covered by another one that is. */
export function missingPermissions(needed: readonly Permission[], granted: readonly string[]): readonly Permission[] {
  const held = new Set(granted.map((name) => name.toLowerCase()));
  const isHeld = (name: string) => held.has(name.toLowerCase());
  return needed.filter(({ name }) => !isHeld(name) && !(alsoCoveredBy[name] ?? []).some(isHeld));
}
