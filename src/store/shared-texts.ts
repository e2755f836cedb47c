// Saves memory: ten thousand tenants hold the same ids over and over.

/**
 * Replaces equal texts in a value by one: roles, groups, people and dates are the same in most tenants. `known`: the texts
 * so far. Changes the value in place, so only for what was just read from a file.
 */
export function shareTexts(value: unknown, known: Map<string, string>): void {
  if (typeof value !== 'object' || value === null) return;
  const parts = value as Record<string, unknown>;
  for (const key of Object.keys(parts)) {
    const part = parts[key];
    if (typeof part === 'string') parts[key] = shared(part, known);
    else shareTexts(part, known);
  }
}

function shared(text: string, known: Map<string, string>): string {
  const same = known.get(text);
  if (same !== undefined) return same;
  known.set(text, text);
  return text;
}
