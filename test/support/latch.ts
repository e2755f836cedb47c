// What a test ends when it wants to.

/** A promise, and what resolves it. */
export function latch() {
  let end = () => {};
  const ended = new Promise<void>((resolve) => {
    end = resolve;
  });
  return { end: () => end(), ended };
}
