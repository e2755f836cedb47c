// Writes the audit log as a file of its lines, wherever it's kept. Run by `npm run audit:export`, beside a running bot or without one.
import { stat } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { ConfigError } from '../domain/errors.js';
import { replaceFile } from '../runtime/replace-file.js';
import { exportAudit } from './audit-check.js';
import { environment, run, say } from './terminal.js';
import { toldUsage, usages } from './usage.js';
import { dataPlaceIn, withData } from './with-data.js';

if (!toldUsage('audit:export')) await run(exportTo);

async function exportTo(): Promise<void> {
  const [file, ...more] = process.argv.slice(2);
  if (more.length > 0 || file?.startsWith('-'))
    throw new ConfigError('the arguments aren’t valid', usages['audit:export']);
  const place = dataPlaceIn(environment());
  if (file === undefined) return withData(place, ({ audit }) => exportAudit(audit, toOutput)).then(tell);
  // The log itself might stand there, and be written to.
  if (await stat(file).catch(() => undefined))
    throw new ConfigError(`${file} exists already`, 'Name a file that doesn’t exist yet.');
  say(
    ...(await withData(place, ({ audit }) => exportAudit(audit, (text) => toFile(file, text)))),
    `Exported to ${file}.`,
  );
}

async function toFile(file: string, text: AsyncIterable<Buffer>): Promise<void> {
  await replaceFile(file, async (handle) => {
    for await (const piece of text) await handle.appendFile(piece);
  });
}

async function toOutput(text: AsyncIterable<Buffer>): Promise<void> {
  await pipeline(text, process.stdout, { end: false });
}

// Standard output has the log.
function tell(lines: readonly string[]): void {
  process.stderr.write(`${lines.join('\n')}\n`);
}
