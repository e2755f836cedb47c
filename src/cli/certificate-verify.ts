// Checks an exit certificate. Run by `npm run certificate:verify FILE`, beside a running bot or without one.
import { ConfigError } from '../domain/errors.js';
import { checkCertificate } from './certificate-check.js';
import { environment, run, say } from './terminal.js';
import { toldUsage } from './usage.js';
import { dataPlaceIn, withData } from './with-data.js';

if (!toldUsage('certificate:verify')) await run(verify);

async function verify(): Promise<void> {
  const [file, ...more] = process.argv.slice(2);
  if (file === undefined || more.length > 0) {
    throw new ConfigError(
      'Which file? Run: npm run certificate:verify FILE',
      'FILE is the certificate’s .json or .pdf file.',
    );
  }
  say(...(await withData(dataPlaceIn(environment()), (data) => checkCertificate(file, data))));
}
