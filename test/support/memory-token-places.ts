// Places of tokens for tests, in memory, which several replicas of one process share.
import type { EncryptedPlace, TokenPlaces } from '../../src/operations/ports/token-places.js';
import { Emitter } from '../../src/runtime/emitter.js';

/** The places as so many replicas have them. */
export function memoryTokenPlaces(replicas: number): readonly TokenPlaces[] {
  let queue: Promise<unknown> = Promise.resolve();
  const written = { tokens: new Written(), signIn: new Written() };
  const tell = Array.from({ length: replicas }, () => new Emitter());
  return tell.map((writtenElsewhere, replica) => {
    const place = (name: keyof typeof written): EncryptedPlace => {
      const there = written[name];
      let seen = 0;
      return {
        name,
        read: async () => {
          seen = there.number;
          return there.bytes;
        },
        write: async (bytes) => {
          there.bytes = Buffer.from(bytes);
          there.number += 1;
          seen = there.number;
          for (const [other, emitter] of tell.entries()) if (other !== replica) emitter.emit();
        },
        hasChanged: async () => seen !== there.number,
      };
    };
    return {
      tokens: place('tokens'),
      signIn: place('signIn'),
      writtenElsewhere,
      exclusively: (work) => {
        const done = queue.then(work);
        queue = done.catch(() => undefined);
        return done;
      },
    };
  });
}

class Written {
  bytes: Buffer | undefined;
  number = 0;
}
