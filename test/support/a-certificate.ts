// A certificate of our own with its key, as an operator would have made it with openssl.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** In PEM. */
export interface MadeCertificate {
  readonly certificate: string;
  readonly key: string;
}

/** Makes one that's good for this many days from now. */
export function aCertificate({
  days = 30,
  algorithm = ['rsa:2048'],
}: {
  days?: number;
  algorithm?: readonly string[];
} = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'gatehouse-certificate-'));
  const [key, certificate] = [join(folder, 'key.pem'), join(folder, 'certificate.pem')];
  try {
    const what = ['req', '-x509', '-newkey', ...algorithm, '-nodes', '-subj', '/CN=gatehouse', '-days', String(days)];
    execFileSync('openssl', [...what, '-keyout', key, '-out', certificate], { stdio: 'ignore' });
    return { key: readFileSync(key, 'utf8'), certificate: readFileSync(certificate, 'utf8') } satisfies MadeCertificate;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
