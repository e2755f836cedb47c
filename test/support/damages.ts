// What can happen to a file on a faulty disk.

/** Damages a file at a share of its length. `byte`: what a byte is changed by, 1 to 255. */
export type Damage = (bytes: Buffer, share: number, byte: number) => Buffer;

const at = (bytes: Buffer, share: number) => Math.min(bytes.length - 1, Math.floor(share * bytes.length));
const changed = (bytes: Buffer, from: number, to: number, value: number | Buffer) =>
  Buffer.concat([
    bytes.subarray(0, from),
    typeof value === 'number' ? Buffer.alloc(to - from, value) : value,
    bytes.subarray(to),
  ]);
/** Start and end of the line at a position, line break included. */
const lineAt = (bytes: Buffer, place: number) => {
  const start = place === 0 ? 0 : bytes.lastIndexOf(0x0a, place - 1) + 1;
  const end = bytes.indexOf(0x0a, start);
  return [start, end < 0 ? bytes.length : end + 1] as const;
};

/** Damages, by what a reader of the file would say. */
export const damages: Readonly<Record<string, Damage>> = {
  'a byte changed': (bytes, share, byte) => {
    const place = at(bytes, share);
    return changed(bytes, place, place + 1, (bytes[place] ?? 0) ^ byte);
  },
  'a NUL byte': (bytes, share) => changed(bytes, at(bytes, share), at(bytes, share) + 1, 0),
  '64 NUL bytes': (bytes, share) => changed(bytes, at(bytes, share), Math.min(bytes.length, at(bytes, share) + 64), 0),
  'a cut': (bytes, share) => bytes.subarray(0, at(bytes, share)),
  'a line dropped': (bytes, share) => changed(bytes, ...lineAt(bytes, at(bytes, share)), Buffer.alloc(0)),
  'a line doubled': (bytes, share) => {
    const [start, end] = lineAt(bytes, at(bytes, share));
    return changed(bytes, end, end, bytes.subarray(start, end));
  },
  'a line break changed': (bytes, share, byte) => {
    const [, end] = lineAt(bytes, at(bytes, share));
    return bytes.length === 0 ? bytes : changed(bytes, end - 1, end, (bytes[end - 1] ?? 0) ^ byte);
  },
  'the last line dropped': (bytes) => changed(bytes, ...lineAt(bytes, bytes.length - 1), Buffer.alloc(0)),
  'all taken out': () => Buffer.alloc(0),
};
