// Follows requests to the bot and to Microsoft, and limits what a trace says about them.
import { type Attributes, trace } from '@opentelemetry/api';
import { HttpInstrumentation } from '@opentelemetry/instrumentation-http';
import { UndiciInstrumentation } from '@opentelemetry/instrumentation-undici';
import { NodeSDK, resources } from '@opentelemetry/sdk-node';
import { lastingTimers } from '../runtime/clock.js';
import { withTimeout } from '../runtime/timeout.js';
import { restrained } from './restrained.js';

/** Tracing, once it has started. */
export interface Tracing {
  /** The id of the trace that the current work belongs to; `undefined` outside of any. */
  readonly traceId: () => string | undefined;
  /** Sends what is left; waits a few seconds at most. */
  close(): Promise<void>;
}

// Together with the app's own shutdown this stays within the ten seconds before the process is killed.
const longestCloseMs = 2500;

/**
 * Follows what comes in under `/api` and what goes out, from now on; what has been loaded before may be missed. The
 * variables of OpenTelemetry say where traces go, how many of them and under which name.
 */
export function startTracing(): Tracing {
  const instrumentations = [
    // restify's server, and the Bot Framework's calls to Teams.
    new HttpInstrumentation({
      ignoreIncomingRequestHook: ({ url = '' }) => !url.startsWith('/api/'),
      startIncomingSpanHook: ({ url = '' }) => withoutQuery({ path: url }),
      // The addresses of the partner's own systems may have secrets in their paths.
      ignoreOutgoingRequestHook: ({ headers }) => headers !== undefined && 'webhook-id' in headers,
      startOutgoingSpanHook: ({ protocol, hostname, host, port, path }) =>
        withoutQuery({ origin: originOf(protocol, hostname ?? host, port), path: path ?? '/' }),
    }),
    // `fetch`: Graph, Partner Center and the sign-in.
    new UndiciInstrumentation({ startSpanHook: ({ origin, path }) => withoutQuery({ origin, path }) }),
  ];
  const sdk = new NodeSDK({
    resource: resources.resourceFromAttributes({ 'service.name': 'gatehouse' }),
    // Not the process's arguments and paths, its user or the machine: only what OTEL_RESOURCE_ATTRIBUTES says.
    resourceDetectors: [resources.envDetector],
    // Requests may carry a trace's id and baggage of any kind; neither becomes ours, nor goes on to Microsoft.
    textMapPropagator: null,
    // Metrics are Prometheus' and the log is on standard output; neither is sent along.
    metricReaders: [],
    logRecordProcessors: [],
  });
  sdk.start();
  const provider = restrained(trace.getTracerProvider());
  for (const instrumentation of instrumentations) instrumentation.setTracerProvider(provider);
  return {
    traceId: () => trace.getActiveSpan()?.spanContext().traceId,
    // A collector that doesn't answer loses the last traces, and holds nothing up.
    close: () =>
      withTimeout(
        lastingTimers,
        longestCloseMs,
        sdk.shutdown().catch(() => undefined),
      ),
  };
}

/**
 * What stands in a query may be a code, a token of a next page or a name that a person searched for, so no trace has one.
 * Paths have ids of tenants, relationships and conversations, as the log has.
 */
function withoutQuery({ origin = '', path }: { readonly origin?: string; readonly path: string }): Attributes {
  const [pathname = ''] = path.split(/[?#]/, 1);
  return { 'url.path': pathname, 'url.query': '', ...(origin !== '' && { 'url.full': origin + pathname }) };
}

function originOf(protocol: unknown, host: unknown, port: unknown): string {
  const name = String(host ?? '').replace(/:\d+$/, '');
  return `${protocol ?? 'http:'}//${name}${port === undefined || port === null || port === '' ? '' : `:${port}`}`;
}
