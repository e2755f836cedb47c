// What a document says of itself, where it mustn't become anything else.
const mostMetadata = 200;
const inXml: Readonly<Record<string, string>> = { '&': '＆', '<': '＜', '>': '＞' };

/**
 * Foreign text as a document may say it of itself. pdfkit puts it into XML as it is, where "&" makes all of that unreadable, and a
 * tag could bring claims of its own. So it gets characters that look alike; the page has the name itself.
 */
export function forMetadata(text: string): string {
  return text
    .slice(0, mostMetadata)
    .replaceAll(/[\p{Cc}\p{Cf}\p{Cs}\s\uFFFE\uFFFF]+/gu, ' ')
    .replaceAll(/[&<>]/g, (character) => inXml[character] ?? ' ');
}
