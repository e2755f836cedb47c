// What takes long to open, opened at its first use.

/** Opens something at its first use, once for all who ask. What failed is tried again at the next use. */
export function lazily<T>(open: () => Promise<T>): () => Promise<T> {
  let opened: Promise<T> | undefined;
  return () => {
    opened ??= open().catch((error: unknown) => {
      opened = undefined;
      throw error;
    });
    return opened;
  };
}
