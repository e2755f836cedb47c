// The gauges: the names under which metrics show how things stand.
import { Gauge, type Registry } from 'prom-client';
import type { Readings } from './readings.js';

/** Registers the gauges; gives what sets all of them by one reading. */
export function gaugesIn(registry: Registry): (readings: Readings) => void {
  const registers = [registry];
  const gauge = (name: string, help: string) => new Gauge({ name: `gatehouse_${name}`, help, registers });
  const gaugeBy = <L extends string>(name: string, help: string, label: L) => {
    const each = new Gauge<string>({ name: `gatehouse_${name}`, help, labelNames: [label], registers });
    return (counts: Readonly<Record<string, number>>) => {
      for (const [value, count] of Object.entries(counts)) each.set({ [label]: value }, count);
    };
  };

  const tenants = gaugeBy('tenants', 'Tenants by status', 'status');
  const conversations = gaugeBy('conversations', 'Conversations that the bot knows', 'state');
  const deliveriesDue = gauge('deliveries_due', 'Messages that are due and not sent yet');
  const postedCards = gauge('posted_cards', 'Posted cards that are kept up to date');
  const looksUnderWay = gauge('looks_under_way', 'Tenants that are being looked at');
  const looksPlanned = gauge('looks_planned', 'Tenants for which a look is planned');
  const areSweepsFailing = gauge('sweeps_failing', '1 while looks at everything are not complete');
  const lastSweepAge = gauge('last_sweep_age_seconds', 'Seconds since Microsoft last told everything');
  return (readings) => {
    tenants(readings.tenants);
    conversations(readings.conversations);
    deliveriesDue.set(readings.deliveriesDue);
    postedCards.set(readings.postedCards);
    looksUnderWay.set(readings.looksUnderWay);
    looksPlanned.set(readings.looksPlanned);
    areSweepsFailing.set(readings.areSweepsFailing ? 1 : 0);
    // Before the first time there is no age, and 0 would be one.
    lastSweepAge.set(readings.lastSweepAgeSeconds ?? Number.NaN);
  };
}
