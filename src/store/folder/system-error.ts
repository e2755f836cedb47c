// The operating system's file errors, in words.

/** An error of the operating system, with its code such as `ENOSPC`. */
export type SystemError = NodeJS.ErrnoException & { readonly code: string };

/** Whether an error comes from the operating system. */
export function isOfSystem(error: unknown): error is SystemError {
  return error instanceof Error && 'syscall' in error && 'code' in error && typeof error.code === 'string';
}

/** The operating system's error in an error's chain of causes; `undefined`: there is none. */
export function systemError(error: unknown): SystemError | undefined {
  if (isOfSystem(error)) return error;
  return error instanceof Error && error.cause !== undefined ? systemError(error.cause) : undefined;
}

const causes: Readonly<Record<string, string>> = {
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  EROFS: 'the file system is read-only',
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk quota is used up',
  EIO: 'the disk reports an error',
  ENOENT: 'a file or folder is missing',
  ENOTDIR: 'a part of the path is a file, not a folder',
  EEXIST: 'it is a file, not a folder',
  EISDIR: 'it is a folder, not a file',
};

/** The reason in words, followed by the system's code; the code alone where there are no words for it. */
export function whyOf({ code }: SystemError): string {
  const why = causes[code];
  return why === undefined ? code : `${why} (${code})`;
}
