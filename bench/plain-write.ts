// What is the least that a durable change of a file can cost? Write beside it, flush, put in place.
import { open, rename } from 'node:fs/promises';

/** Replaces the file by these bytes, so that a crash leaves the old ones or the new. */
export async function plainWrite(file: string, bytes: Buffer): Promise<void> {
  const beside = await open(`${file}.new`, 'w');
  try {
    await beside.writeFile(bytes);
    await beside.sync();
  } finally {
    await beside.close();
  }
  await rename(`${file}.new`, file);
}
