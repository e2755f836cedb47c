// Checks that a picture is an icon that Teams accepts.
import { PNG } from 'pngjs';

/**
 * The picture, if it's a PNG of that size; an outline icon must also be white on a transparent ground and nothing else.
 * @see https://learn.microsoft.com/microsoftteams/platform/concepts/build-and-test/apps-package#app-icons (checked 2026-11-22)
 * @throws Error that says what's wrong with it.
 */
export function checkedIcon(name: string, bytes: Buffer, pixels: number, kind?: 'isOutline'): Uint8Array {
  const { width, height, data } = PNG.sync.read(bytes);
  if (width !== pixels || height !== pixels)
    throw new Error(`${name} must be ${pixels} by ${pixels} pixels, not ${width} by ${height}.`);
  if (kind === 'isOutline' && !isWhiteOnNothing(data))
    throw new Error(`${name} must be white on a transparent ground: Teams paints it in colours of its own.`);
  return bytes;
}

function isWhiteOnNothing(rgba: Buffer): boolean {
  let hasGround = false;
  for (let at = 0; at < rgba.length; at += 4) {
    if (rgba[at + 3] === 0) hasGround = true;
    else if (rgba[at] !== 255 || rgba[at + 1] !== 255 || rgba[at + 2] !== 255) return false;
  }
  return hasGround;
}
