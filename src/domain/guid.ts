// GUIDs, by which Entra and Partner Center name what they have.

/** The text of one in lower case, as part of a larger pattern. */
export const guidText = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';

/** A whole text that is one, in lower case. */
export const guidPattern = new RegExp(`^${guidText}$`);
