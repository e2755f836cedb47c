// The layout of the printed certificate.
import { givesAccessWords, tieName } from '../domain/offboarding/access-left.js';
import type { Certificate, Leaving, Removal } from '../domain/offboarding/certificate.js';
import { isActionable } from '../domain/offboarding/certificate-words.js';
import { Sheet } from './sheet.js';
import { counted, fateWords, inventoryWords, stepWords, thingWords, timeWords } from './words.js';

/** The certificate to print. `jsonHash`: the SHA-256 of the exact one. */
export async function pdfOf(certificate: Certificate, jsonHash: string): Promise<Buffer> {
  const { number, issuedAt, partner, tenant } = certificate;
  const sheet = new Sheet({
    title: `Exit certificate: ${tenant.name}`,
    subject: `Certificate ${number}`,
    author: partner.name,
    date: new Date(issuedAt),
    footer: `Exit certificate ${number}`,
  });
  head(sheet, certificate);
  answer(sheet, certificate);
  outcome(sheet, certificate);
  removed(sheet, certificate);
  leftWithout(sheet, certificate);
  remains(sheet, certificate);
  tied(sheet, certificate);
  verification(sheet, certificate, jsonHash);
  return sheet.finish();
}

const small = { size: 8, faint: true } as const;
const detail = { ...small, indent: 12 } as const;

function head(sheet: Sheet, { partner, tenant, number, issuedAt }: Certificate): void {
  sheet.say(partner.name, { size: 12, bold: true, accent: true });
  sheet.say('Exit certificate', { size: 24, bold: true, above: 10, tag: 'H1' });
  sheet.say(tenant.name, { size: 14, bold: true, above: 2 });
  sheet.say(`${tenant.domain} · tenant ${tenant.tenantId}`, small);
  sheet.say(`Certificate ${number} · issued ${timeWords(issuedAt)}`, small);
  sheet.line();
}

/** The customer's question first, and its answer. */
function answer(sheet: Sheet, { access, remains }: Certificate): void {
  sheet.say(access.statement, { size: 13, bold: true, above: 6, tag: 'H2' });
  const others = remains.lines.filter((line) => isActionable(line) && line.givesAccess !== 'yes');
  if (others.length === 0) return;
  const named = others.map((line) => `${tieName(line)} (${givesAccessWords[line.givesAccess]})`);
  const hidden = named.length - mostNamed;
  const rest = hidden > 0 ? `, and ${hidden} more below` : '';
  sheet.say(
    `${access.is === 'remains' ? 'Also still' : 'Still'} in place: ${named.slice(0, mostNamed).join(', ')}${rest}.`,
    {
      size: 10.5,
      above: 2,
    },
  );
}

const mostNamed = 6;

function outcome(sheet: Sheet, { decision, removed, leftWithout, begunAt, endedAt }: Certificate): void {
  const gone =
    removed.length === 0
      ? 'Nothing was removed.'
      : `${counted(removed.length, 'item')} removed. Each removal was verified with Microsoft by a later reading.`;
  sheet.say(gone, { size: 10.5, above: 4 });
  if (leftWithout.length > 0) sheet.say(`${counted(leftWithout.length, 'removal')} did not succeed.`, { size: 10.5 });
  sheet.say(`Decided by ${who(decision.by)}, ${timeWords(decision.at)}`, { ...small, above: 4 });
  if (decision.approval) {
    sheet.say(`Agreed to by ${who(decision.approval.by)}, ${timeWords(decision.approval.at)}`, small);
  }
  const begun = begunAt === undefined ? 'Nothing had to be begun' : `Begun ${timeWords(begunAt)}`;
  sheet.say(`${begun} · ended ${timeWords(endedAt)}`, small);
  const steps = decision.steps.map((step) => stepWords[step]).join(', ');
  sheet.say(`Chosen: ${steps === '' ? 'nothing, since there was nothing to remove' : steps}`, small);
}

function removed(sheet: Sheet, certificate: Certificate): void {
  heading(sheet, 'What was removed');
  if (certificate.removed.length === 0) sheet.say('Nothing.');
  for (const removal of certificate.removed) {
    entry(sheet, thingWords(removal));
    const asked =
      removal.askedAt === undefined ? 'Nothing had to be asked for' : `Asked for ${timeWords(removal.askedAt)}`;
    sheet.say(`${asked}, in the name of ${removal.by.name} · verified removed ${timeWords(removal.provedAt)}`, detail);
    sheet.say(removal.proof, detail);
    ids(sheet, removal);
  }
}

function leftWithout(sheet: Sheet, certificate: Certificate): void {
  if (certificate.leftWithout.length === 0) return;
  heading(sheet, 'What could not be removed');
  for (const left of certificate.leftWithout) {
    entry(sheet, thingWords(left));
    sheet.say(left.explanation, detail);
    sheet.say(`Decided by ${who(left.decidedBy)}, ${timeWords(left.decidedAt)}`, detail);
    ids(sheet, left);
  }
}

function remains(sheet: Sheet, { remains: { readAt, lines } }: Certificate): void {
  heading(sheet, 'What remains, and why');
  sheet.say(`As a last reading found it, ${timeWords(readAt)}.`, small);
  if (lines.length === 0) sheet.say('Nothing.');
  for (const line of lines) {
    entry(sheet, `${inventoryWords(line)}: ${givesAccessWords[line.givesAccess]}`);
    sheet.say(line.explanation, detail);
  }
}

function tied(sheet: Sheet, { tied: { readAt, lines } }: Certificate): void {
  heading(sheet, 'What had tied the partner to this tenant');
  sheet.say(`As it was read before anything was done, ${timeWords(readAt)}, and as it was decided on.`, small);
  if (lines.length === 0) sheet.say('Nothing.');
  for (const line of lines) {
    sheet.need(30);
    sheet.say(`${inventoryWords(line)}: ${fateWords(line)}`, { size: 8.5, above: 2 });
  }
}

function verification(sheet: Sheet, { number, deletedAfterwards }: Certificate, jsonHash: string): void {
  heading(sheet, 'How to verify this certificate');
  sheet.say(deletedAfterwards, small);
  sheet.say(
    `The exact certificate is the file ${number}.json that comes with this page. Its SHA-256 is below; the SHA-256 of both files stands in the partner’s audit log, in which every line carries the hash of the one before. The partner checks either file with: npm run certificate:verify FILE`,
    { ...small, above: 3 },
  );
  sheet.say(jsonHash, { size: 9, bold: true, above: 3 });
  if (sheet.hasCut) {
    sheet.say('… stands for what was too long to be printed here; the JSON file has all of it.', {
      ...small,
      above: 3,
    });
  }
  if (sheet.hasUnprintable) {
    sheet.say('□ stands for a character that could not be printed here; the JSON file has every name exactly.', {
      ...small,
      above: 3,
    });
  }
}

function heading(sheet: Sheet, text: string, room = 130): void {
  sheet.need(room);
  sheet.say(text, { size: 13, bold: true, accent: true, above: 14, tag: 'H2' });
}

function entry(sheet: Sheet, text: string): void {
  sheet.need(78);
  sheet.say(text, { bold: true, above: 5 });
}

function ids(sheet: Sheet, { requestIds, ...thing }: Removal | Leaving): void {
  if ('relationshipId' in thing) sheet.say(`Relationship: ${thing.relationshipId}`, detail);
  if (requestIds.length > 0) sheet.say(`Microsoft’s request ids: ${requestIds.join(', ')}`, detail);
}

function who({ id, name }: Removal['by']): string {
  return id === '' ? name : `${name} (${id})`;
}
