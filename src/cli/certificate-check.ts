// Whether a file is an exit certificate that Gatehouse issued, unchanged since then.

import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { visit } from 'jsonc-parser';
import { hashOf } from '../certificate/json.js';
import { StoreError } from '../domain/errors.js';
import { guidText } from '../domain/guid.js';
import { type CertificateLine, certificateLines } from '../store/audit-certificates.js';
import { checkAudit } from '../store/audit-file.js';
import { knownAuditEnds } from '../store/known-audit-ends.js';

/**
 * Looks a file up in an audit log whose whole chain holds.
 * @returns what to say of a genuine one.
 * @throws StoreError that says why it isn't one.
 */
export async function checkCertificate(file: string, log: string): Promise<readonly string[]> {
  const bytes = await readFile(file).catch((cause) => {
    throw new StoreError(`${file} can’t be read.`, 'Enter the path of the certificate’s .json or .pdf file.', {
      cause,
    });
  });
  const lines = await trustedLines(log);
  const hash = hashOf(bytes);
  const found = lines.find(({ certificate }) => certificate.json === hash || certificate.pdf === hash);
  if (found) return genuine(file, hash, found);
  throw notGenuine(file, bytes, lines);
}

async function trustedLines(log: string): Promise<readonly CertificateLine[]> {
  if (!existsSync(log)) {
    throw new StoreError(
      `There’s no audit log at ${log}, so the certificate can’t be checked.`,
      'Set DATA_DIR to the data folder.',
    );
  }
  const check = await checkAudit(log, await knownAuditEnds(log));
  if ('brokenAt' in check) {
    throw new StoreError(
      `The audit log ${log} isn’t intact, so the certificate can’t be checked: line ${check.brokenAt}: ${check.why}.`,
      'A line was changed, added or removed. Try an earlier copy of the log.',
    );
  }
  return certificateLines(log, check.lines);
}

function genuine(file: string, hash: string, { line, entry, certificate }: CertificateLine): readonly string[] {
  const kind = certificate.pdf === hash ? 'PDF' : 'JSON';
  return [
    `✅ ${file} is genuine: the ${kind} of an exit certificate, unchanged since it was issued.`,
    ...(entry.subject === undefined ? [] : [`Certificate: ${entry.subject}`]),
    `Tenant: ${entry.tenantId ?? 'not recorded'}`,
    `Issued: ${entry.at}, offboarding decided by ${entry.by ?? 'someone not recorded'} (Entra object ID)`,
    `Audit log: line ${line}; the whole log is intact`,
    `SHA-256: ${hash}`,
  ];
}

function notGenuine(file: string, bytes: Buffer, lines: readonly CertificateLine[]): StoreError {
  const number = numberIn(bytes);
  const known = number === undefined ? undefined : lines.find(({ entry }) => entry.subject === number);
  if (!known) {
    return new StoreError(
      `${file} isn’t a certificate that this Gatehouse issued, or it was changed beyond recognition.`,
      'Neither its hash nor its number is in the audit log.',
    );
  }
  const isOnlyFormatted = formattedAnew(bytes) === known.certificate.json;
  return new StoreError(
    isOnlyFormatted
      ? `${file} isn’t the file that was issued: it was reformatted. Its content is the same.`
      : `${file} was changed after it was issued: the audit log has its number ${number} (line ${known.line}, ${known.entry.at}) with another hash.`,
    `To get the original, open ${number}.json or ${number}.pdf in the folder certificates of the data folder.`,
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
