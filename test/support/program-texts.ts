// The texts in a program's source.

/** The text of each literal, comments aside; what a template is filled with reads as X. */
export function textsIn(source: string): readonly string[] {
  const texts = source
    .replaceAll(/\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/.*$/gm, '')
    .matchAll(/'((?:[^'\\\n]|\\.)*)'|"((?:[^"\\\n]|\\.)*)"|`((?:[^`\\]|\\.)*)`/g);
  return [...texts].map(
    ([, single, double, template]) => single ?? double ?? template?.replaceAll(/\$\{[^}]*\}/g, 'X') ?? '',
  );
}
