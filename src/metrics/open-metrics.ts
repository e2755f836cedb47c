// Opens metrics: counters and gauges, behind a server.
import { collectDefaultMetrics, Registry } from 'prom-client';
import type { Log } from '../runtime/log.js';
import { countersIn } from './counters.js';
import { countingLog } from './counting-log.js';
import { dutyMetricsIn } from './duty-metrics.js';
import { withFormerNames } from './former-names.js';
import { gaugesIn } from './gauges.js';
import { listenForMetrics } from './metrics-server.js';
import { type Gauged, readingsOf } from './readings.js';
import { replicaMetricsIn } from './replica-metrics.js';

/** Metrics, listening. */
export interface Metrics {
  readonly url: string;
  /** Counts lines and passes them on. */
  readonly log: Log;
  /** From now on the gauges are read at each request, too. */
  show(gauged: Gauged): void;
  close(): Promise<void>;
}

/** What metrics need. */
export interface MetricsDeps {
  /** 0: any free port. */
  readonly port: number;
  /** Where lines go on to. */
  readonly log: Log;
  /** Every verb of a button. */
  readonly verbs: readonly string[];
}

/**
 * Listens on loopback, and counts from now on.
 * @throws ConfigError when the port is taken.
 */
export async function openMetrics({ port, log, verbs }: MetricsDeps): Promise<Metrics> {
  const registry = new Registry();
  const count = countersIn(registry, verbs);
  const setGauges = gaugesIn(registry);
  let shown: Gauged | undefined;
  const server = await listenForMetrics(port, registry.contentType, async () => {
    if (shown) setGauges(readingsOf(shown));
    return withFormerNames(await registry.metrics());
  });
  collectDefaultMetrics({ register: registry });
  return {
    url: server.url,
    log: countingLog(log, count),
    show(gauged) {
      shown = gauged;
      if (!gauged.replication) return;
      replicaMetricsIn(registry, gauged.replication);
      dutyMetricsIn(registry, gauged);
    },
    close: () => server.close(),
  };
}
