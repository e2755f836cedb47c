// How many changes a second three processes commit, beside single inserts of the same size by PostgreSQL's own benchmark.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Child } from '../child.js';
import { atLeast, type Figure, figureOf } from '../figures.js';
import { committingProgram } from '../places.js';
import { alternating, type Pair } from '../statistics.js';
import { BenchDatabase } from './bench-database.js';

const processes = 3;
const rounds = 3;
const seconds = 4;
const shareAimedAt = 0.8;
const bytes = 2400;

/** Fifty changes at a time from each process, and one at a time. */
export async function measureCommits(): Promise<readonly Figure[]> {
  const database = await BenchDatabase.start();
  const folder = await mkdtemp(join(tmpdir(), 'gatehouse-bench-'));
  try {
    await database.sql('create table single_insert (id bigserial primary key, doc json not null)');
    const script = join(folder, 'insert.sql');
    await writeFile(script, `insert into single_insert (doc) values ('{"of":"${'x'.repeat(bytes)}"}');\n`);
    const limit = () => database.pgbench(script, { clients: processes, seconds });
    const figure = async (inFlight: number): Promise<Figure> => {
      const pairs: readonly Pair[] = await alternating(rounds, {
        product: () => rateOf(folder, database.url, inFlight),
        limit,
      });
      const what = `commits by ${processes} replicas, ${inFlight} at once each, beside single inserts`;
      return figureOf(
        { what, tenants: processes * inFlight, unit: 'per second' },
        pairs,
        inFlight > 1 ? atLeast(shareAimedAt) : undefined,
      );
    };
    return [await figure(1), await figure(50)];
  } finally {
    await rm(folder, { recursive: true, force: true });
    await database.end();
  }
}

async function rateOf(folder: string, url: string, inFlight: number): Promise<number> {
  const rates = await Promise.all(
    Array.from({ length: processes }, (_, index) => oneRate(folder, [url, String(index), String(inFlight)])),
  );
  return rates.reduce((sum, rate) => sum + rate, 0);
}

function oneRate(folder: string, args: readonly string[]): Promise<number> {
  return new Promise((resolve, reject) => {
    const onLine = (line: string) => resolve((JSON.parse(line) as { readonly perSecond: number }).perSecond);
    const child = new Child({ program: committingProgram, args: [...args, String(seconds)], folder, onLine });
    child.ended.catch(reject);
  });
}
