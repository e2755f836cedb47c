// What follows a text of lines, wherever they come from.

/** What takes lines, one after the other, without their line breaks. */
export interface LineReader {
  /** Takes the next line, or says why it doesn't follow from those before. */
  take(line: Buffer): string | undefined;
  /** Whether this is a whole line of its kind, anywhere among them. */
  isWhole(line: Buffer): boolean;
  /** Whether every line that is known to have been acknowledged was taken. */
  hasAll(): boolean;
}
