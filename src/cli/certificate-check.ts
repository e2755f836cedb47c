// Whether a file is an exit certificate that Gatehouse issued, unchanged since then.

import { readFile } from 'node:fs/promises';
import { visit } from 'jsonc-parser';
import { certificateFileName } from '../certificate/archive.js';
import { hashOf } from '../certificate/json.js';
import { printCertificate } from '../certificate/print.js';
import { StoreError } from '../domain/errors.js';
import { guidPattern, guidText } from '../domain/guid.js';
import { messageLanguages } from '../domain/message-languages.js';
import type { CertificateStore } from '../operations/ports/certificates.js';
import { type AuditToCheck, type CertificateLine, certificateLines, checkAudit } from '../store/records/audit-check.js';

/** What a certificate is checked against. */
export interface IssuedRecord {
  readonly audit: AuditToCheck;
  /** By which a translation is checked. */
  readonly certificateStore: Pick<CertificateStore, 'read'>;
}

/**
 * Looks a file up in an audit log whose whole chain holds.
 * @returns what to say of a genuine one.
 * @throws StoreError that says why it isn't one.
 */
export async function checkCertificate(file: string, issued: IssuedRecord): Promise<readonly string[]> {
  const bytes = await readFile(file).catch((cause) => {
    throw new StoreError(`${file} can’t be read.`, 'Enter the path of the certificate’s .json or .pdf file.', {
      cause,
    });
  });
  const lines = await trustedLines(issued.audit);
  const hash = hashOf(bytes);
  const found = lines.find(({ certificate }) => certificate.json === hash || certificate.pdf === hash);
  if (found)
    return genuine(
      `the ${found.certificate.pdf === hash ? 'PDF' : 'JSON'} of an exit certificate, unchanged since it was issued`,
      { file, hash },
      found,
    );
  const number = numberIn(bytes);
  // After a crash while it was issued, a certificate is written again, as the settings are by then: the last one was kept.
  const known = number === undefined ? undefined : lines.findLast(({ entry }) => entry.subject === number);
  if (known && (await isTranslation(bytes, known, issued)))
    return genuine(
      'a translation of the PDF, exactly as it’s drawn from the JSON that was issued',
      { file, hash },
      known,
    );
  throw notGenuine(file, bytes, known);
}

/** Whether a PDF is what the issued JSON, whose hash the log has, is drawn as in the PDF's language. */
async function isTranslation(
  bytes: Buffer,
  { entry: { subject = '' }, certificate }: CertificateLine,
  { certificateStore }: IssuedRecord,
): Promise<boolean> {
  const claimed = /\/Lang \(([\w-]+)\)/.exec(bytes.toString('latin1'))?.[1];
  const language = messageLanguages.find((each) => each === claimed);
  if (language === undefined || !guidPattern.test(subject)) return false;
  const json = await certificateStore.read(certificateFileName(subject, 'json'));
  if (!json || hashOf(json) !== certificate.json) return false;
  return (await printCertificate(json, language))?.equals(bytes) === true;
}

async function trustedLines(audit: AuditToCheck): Promise<readonly CertificateLine[]> {
  if (!(await audit.isThere())) {
    throw new StoreError(
      `There’s no audit log at ${audit.place}, so the certificate can’t be checked.`,
      'Set DATA_DIR or DATABASE_URL to where Gatehouse stores its data.',
    );
  }
  const known = await audit.knownEnds();
  const check = await checkAudit(audit.lines(), known);
  if ('brokenAt' in check) {
    throw new StoreError(
      `The audit log ${audit.place} isn’t intact, so the certificate can’t be checked: line ${check.brokenAt}: ${check.why}.`,
      'A line was changed, added or removed. Try an earlier copy of the log.',
    );
  }
  return certificateLines(audit.lines(), check.lines);
}

function genuine(
  what: string,
  { file, hash }: { readonly file: string; readonly hash: string },
  { line, entry }: CertificateLine,
): readonly string[] {
  return [
    `✅ ${file} is genuine: ${what}.`,
    ...(entry.subject === undefined ? [] : [`Certificate: ${entry.subject}`]),
    `Tenant: ${entry.tenantId ?? 'not recorded'}`,
    `Issued: ${entry.at}, offboarding decided by ${entry.by ?? 'someone not recorded'} (Entra object ID)`,
    `Audit log: line ${line}; the whole log is intact`,
    `SHA-256: ${hash}`,
  ];
}

function notGenuine(file: string, bytes: Buffer, known: CertificateLine | undefined): StoreError {
  if (!known) {
    return new StoreError(
      `${file} isn’t a certificate that this Gatehouse issued, or it was changed beyond recognition.`,
      'Neither its hash nor its number is in the audit log.',
    );
  }
  const { subject: number } = known.entry;
  const isOnlyFormatted = formattedAnew(bytes) === known.certificate.json;
  return new StoreError(
    isOnlyFormatted
      ? `${file} isn’t the file that was issued: it was reformatted. Its content is the same.`
      : `${file} was changed after it was issued: the audit log has its number ${number} (line ${known.line}, ${known.entry.at}) with another hash.`,
    `To get the original, select the button on its card, or open ${number}.json or ${number}.pdf in the folder certificates where Gatehouse keeps a data folder. A translation holds only for the version of Gatehouse that drew it: get it from the certificate’s card again.`,
  );
}

/** The certificate's number by the file; `undefined`: it has none. */
function numberIn(bytes: Buffer): string | undefined {
  const text = bytes.toString('latin1');
  if (text.startsWith('%PDF-')) return new RegExp(`\\(Certificate (${guidText})\\)`).exec(text)?.[1];
  return new RegExp(`"number"\\s*:\\s*"(${guidText})"`).exec(text)?.[1];
}

function formattedAnew(bytes: Buffer): string | undefined {
  const text = bytes.toString('utf8');
  if (saysTwice(text)) return undefined;
  try {
    return hashOf(Buffer.from(`${JSON.stringify(JSON.parse(text), null, 2)}\n`));
  } catch {
    return undefined;
  }
}

// Of two values under one name a program takes the last, and a person who reads the file the first.
function saysTwice(text: string): boolean {
  const open: Set<string>[] = [];
  let isTwice = false;
  visit(text, {
    onObjectBegin: () => void open.push(new Set()),
    onObjectProperty: (name) => {
      isTwice ||= open.at(-1)?.has(name) === true;
      open.at(-1)?.add(name);
    },
    onObjectEnd: () => void open.pop(),
  });
  return isTwice;
}
