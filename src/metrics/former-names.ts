// Metrics that were renamed appear under their former names too, for one version, so that dashboards keep working.

const formerNames: Readonly<Record<string, string>> = {
  reconciles_total: 'sweeps_total',
  reconcile_seconds: 'sweep_seconds',
  last_reconcile_age_seconds: 'last_sweep_age_seconds',
  reconciles_failing: 'sweeps_failing',
  check_failures_total: 'look_failures_total',
  checks_under_way: 'looks_under_way',
  checks_planned: 'looks_planned',
};

/** The text of a scrape in Prometheus' format, with each renamed metric a second time under its former name. */
export function withFormerNames(text: string): string {
  const again = Object.entries(formerNames).flatMap(([name, former]) => {
    const line = new RegExp(`^((?:# (?:HELP|TYPE) )?)gatehouse_${name}((?:_bucket|_sum|_count)?[ {].*)$`, 'gm');
    return [...text.matchAll(line)].map(([, comment, rest]) => `${comment}gatehouse_${former}${rest}\n`);
  });
  return text + again.join('');
}
