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
  const checksUnderWay = gauge('checks_under_way', 'Tenants being checked');
  const checksPlanned = gauge('checks_planned', 'Tenants with a planned check');
  const areReconcilesFailing = gauge('reconciles_failing', '1 while checks of all tenants aren’t complete');
  const lastReconcileAge = gauge('last_reconcile_age_seconds', 'Seconds since the last full sync with Microsoft');
  return (readings) => {
    tenants(readings.tenants);
    conversations(readings.conversations);
    deliveriesDue.set(readings.deliveriesDue);
    postedCards.set(readings.postedCards);
    checksUnderWay.set(readings.checksUnderWay);
    checksPlanned.set(readings.checksPlanned);
    areReconcilesFailing.set(readings.areReconcilesFailing ? 1 : 0);
    // Before the first time there is no age, and 0 would be one.
    lastReconcileAge.set(readings.lastReconcileAgeSeconds ?? Number.NaN);
  };
}
