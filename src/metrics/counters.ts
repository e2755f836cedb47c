// The counters: what is counted of the log's lines, and under which names.
import { Counter, Histogram, type Registry } from 'prom-client';
import type { LogEvent, LogEvents } from '../runtime/log-events.js';
import type { Count } from './counting-log.js';

/** How a line of each event is counted. Absent: only as a line. */
type Counts = { readonly [E in LogEvent]?: (fields: LogEvents[E]) => void };

// The log has whole milliseconds.
const turnSeconds = [0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10];
const callSeconds = [0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 30];
const reconcileSeconds = [0.5, 1, 2, 5, 10, 20, 60, 120, 300, 600];

const activityTypes = ['message', 'installationUpdate', 'conversationUpdate'];

/**
 * Counts lines by event, and by the words in their fields. Every label has few values: ids and names of tenants and people
 * are never one, and what may come from outside counts as `other` unless it is one of our own words, `verbs`.
 */
export function countersIn(registry: Registry, verbs: readonly string[]): Count {
  const registers = [registry];
  const counter = <L extends string>(name: string, help: string, labelNames: readonly L[]) =>
    new Counter({ name: `gatehouse_${name}`, help, labelNames, registers });
  const histogram = <L extends string>(name: string, help: string, labelNames: readonly L[], buckets: number[]) =>
    new Histogram({ name: `gatehouse_${name}`, help, labelNames, buckets, registers });

  const lines = counter('log_lines_total', 'Lines of the log, written or not', ['level', 'event']);
  const calls = counter('microsoft_calls_total', 'Calls to Microsoft; status none: no answer', [
    'service',
    'method',
    'path',
    'status',
  ]);
  const callTook = histogram('microsoft_call_seconds', 'How long Microsoft took', ['service', 'method'], callSeconds);
  const turns = counter('turns_total', 'Messages, clicks and installations that were answered', ['kind', 'outcome']);
  const turnTook = histogram('turn_seconds', 'How long an answer took', ['kind'], turnSeconds);
  const operations = counter('operations_total', 'Commands to tenants', ['what', 'outcome']);
  const steps = counter('steps_total', 'Changes at Microsoft for tenants', ['what', 'outcome']);
  const checks = counter('check_failures_total', 'Checks of a tenant that failed', []);
  const reconciles = counter('reconciles_total', 'Checks of all tenants', ['outcome']);
  const reconcileTook = histogram('reconcile_seconds', 'How long a check of all tenants took', [], reconcileSeconds);
  const messages = counter('notifications_total', 'Notifications to conversations', ['outcome']);
  const requests = counter('requests_refused_total', 'Requests from outside that were refused or failed', ['status']);

  const kindOf = ({ verb, type }: LogEvents['turn']) => known(verb, verbs) ?? known(type, activityTypes) ?? 'other';
  const counts: Counts = {
    microsoft(fields) {
      const { service, method, path, status = 'none', ms } = fields;
      calls.inc({ service, method, path, status });
      callTook.observe({ service, method }, ms / 1000);
    },
    turn(fields) {
      const kind = kindOf(fields);
      turns.inc({ kind, outcome: fields.outcome });
      turnTook.observe({ kind }, fields.ms / 1000);
    },
    command: (fields) => operations.inc({ what: fields.do, outcome: fields.refused ?? 'done' }),
    step: (fields) => steps.inc({ what: fields.do, outcome: fields.came }),
    checkFailed: () => checks.inc(),
    reconciled(fields) {
      reconciles.inc({ outcome: fields.isComplete ? 'complete' : 'incomplete' });
      reconcileTook.observe(fields.ms / 1000);
    },
    reconcileBroke: () => reconciles.inc({ outcome: 'broke' }),
    notified: () => messages.inc({ outcome: 'sent' }),
    notificationDelayed: () => messages.inc({ outcome: 'delayed' }),
    notificationRefused: () => messages.inc({ outcome: 'refused' }),
    requestRefused: (fields) => requests.inc({ status: fields.status }),
    requestFailed: (fields) => requests.inc({ status: fields.status }),
  };
  return (level, event, fields) => {
    lines.inc({ level, event });
    counts[event]?.(fields);
  };
}

function known(value: unknown, words: readonly string[]): string | undefined {
  return typeof value === 'string' && words.includes(value) ? value : undefined;
}
