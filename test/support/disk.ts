// A disk for tests that fails, counts its calls, or writes in small pieces.
import { type FileHandle, open } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

type Method = 'appendFile' | 'datasync' | 'sync' | 'truncate' | 'write';

const handle = await open(fileURLToPath(import.meta.url), 'r');
const methods: FileHandle = Object.getPrototypeOf(handle);
await handle.close();

/** Does work while the next call of a file's method fails as on a full disk. `later`: how many calls before it do not. */
export async function failing<T>(method: Method, work: () => Promise<T>, later = 0): Promise<T> {
  let isOver = false;
  let left = later;
  return replacing(
    method,
    (usual) =>
      async function (this: FileHandle, ...call: never[]) {
        left -= 1;
        if (isOver || left >= 0) return usual.apply(this, call);
        isOver = true;
        throw Object.assign(new Error('the disk is full'), { code: 'ENOSPC' });
      },
    work,
  );
}

/** Does work and resolves to the number of calls of a file's method meanwhile. */
export async function counting(method: Method, work: () => Promise<unknown>): Promise<number> {
  let count = 0;
  const counted = (usual: (...call: never[]) => unknown) =>
    function (this: FileHandle, ...call: never[]) {
      count += 1;
      return usual.apply(this, call);
    };
  await replacing(method, counted, work);
  return count;
}

/** Does work on a disk that writes at most so many bytes at a time, as a nearly full one may. */
export async function inPieces<T>(work: () => Promise<T>, most = 1000): Promise<T> {
  const pieces = (usual: (...call: never[]) => unknown) =>
    function (this: FileHandle, ...call: never[]) {
      const [data, offset, length, ...rest] = call as unknown as [Uint8Array, number, number, ...unknown[]];
      return usual.apply(this, [data, offset ?? 0, Math.min(length ?? data.length, most), ...rest] as never[]);
    };
  return replacing('write', pieces, work);
}

async function replacing<T>(
  method: Method,
  replace: (usual: (...call: never[]) => unknown) => (this: FileHandle, ...call: never[]) => unknown,
  work: () => Promise<T>,
): Promise<T> {
  const usual = methods[method] as (...call: never[]) => unknown;
  Object.assign(methods, { [method]: replace(usual) });
  try {
    return await work();
  } finally {
    Object.assign(methods, { [method]: usual });
  }
}
