// Brings what an older schema stored up to the newest one. Schema 6 changed names only: nothing is added, left out or moved.

type Row = Readonly<Record<string, unknown>>;
type Rows = Readonly<Record<string, unknown>>;

/** Rows by part and id, as schemas 1 to 5 name the parts; in a line of the journal, `null` for a row that is gone. */
export interface OldParts {
  readonly tenants?: Rows | undefined;
  readonly conversations?: Rows | undefined;
  readonly deliveries?: Rows | undefined;
  readonly alarms?: Rows | undefined;
  readonly invitations?: Rows | undefined;
  readonly certificates?: Rows | undefined;
}

/** The first schema with today's names. */
export const renamedSchema = 6;

/** The same rows under today's names. Rows that aren't objects stay as they are: the check of their shape names them. */
export function migrated({ invitations, ...parts }: OldParts): Omit<OldParts, 'invitations'> & {
  readonly watchedRequests?: Rows | undefined;
} {
  return {
    ...parts,
    ...(parts.tenants && { tenants: each(parts.tenants, tenant) }),
    ...(parts.deliveries && { deliveries: each(parts.deliveries, delivery) }),
    ...(parts.alarms && { alarms: each(parts.alarms, (row) => renamed(row, { mark: 'key' })) }),
    ...(invitations && { watchedRequests: invitations }),
  };
}

function tenant(row: Row): Row {
  const { history, onboarding, exit, residue, ...rest } = row;
  return {
    ...renamed(rest, { residueSpan: 'leftoverSpan', exCustomer: 'formerCustomer' }),
    ...(exit !== undefined && { offboarding: ifRow(exit, offboardingRow) }),
    ...(residue !== undefined && { leftoverAccess: residue === 'openRequest' ? 'approvalRequest' : residue }),
    ...(onboarding !== undefined && { onboarding: ifRow(onboarding, onboardingRow) }),
    ...(history !== undefined && { history: list(history, (entry) => ({ ...entry, what: factName(entry.what) })) }),
  };
}

function onboardingRow(row: Row): Row {
  const { limitations, accepted, retries, refusals, ...rest } = row;
  return {
    ...renamed(rest, { pendingElsewhere: 'requestElsewhere', lookFailed: 'checkFailed' }),
    ...(limitations !== undefined && { limitations: list(limitations, limitation) }),
    ...(accepted !== undefined && {
      accepted: ifRow(accepted, (each) => ({ ...each, limitations: list(each.limitations, limitation) })),
    }),
    ...(retries !== undefined && { retries: list(retries, withTried) }),
    ...(refusals !== undefined && {
      refusals: list(refusals, (each) => refusal(each, row.relationship !== undefined)),
    }),
  };
}

function limitation(row: Row): Row {
  if (row.code === 'pendingElsewhere') return { ...row, code: 'requestElsewhere' };
  return row.code === 'keepsFailing' ? withTried(row) : row;
}

function withTried(row: Row): Row {
  return { ...row, tried: ifRow(row.tried, (tried) => ({ ...tried, step: named(tried.step, stepNames) })) };
}

const stepNames: Readonly<Record<string, string>> = {
  look: 'read',
  create: 'createRelationship',
  lock: 'lockForApproval',
  assign: 'assignAccess',
  widen: 'widenAssignment',
  remove: 'removeAssignment',
};

// Creating the request and putting it before the customer were one; only what has been created can be put before anyone.
function refusal(row: Row, isCreated: boolean): Row {
  const request = isCreated ? 'lockForApproval' : 'createRelationship';
  return { ...row, step: named(row.step, { ...stepNames, request }) };
}

function offboardingRow(row: Row): Row {
  const { plan, tasks, end, ...rest } = row;
  return {
    ...rest,
    ...(plan !== undefined && { plan: ifRow(plan, planRow) }),
    ...(tasks !== undefined && {
      tasks: list(tasks, (task) => ({ ...task, target: ifRow(task.target, withKind) })),
    }),
    ...(end !== undefined && { end: ifRow(end, (each) => ({ ...each, remains: ifRow(each.remains, planRow) })) }),
  };
}

function planRow(row: Row): Row {
  return { ...row, lines: list(row.lines, withKind) };
}

function withKind(row: Row): Row {
  return renamed(row, { what: 'kind' });
}

// Older deliveries are told apart by the fields that they have.
function delivery(row: Row): Row {
  if ('alarm' in row) return { ...row, kind: 'alarm' };
  if ('certificateId' in row) return { ...row, kind: 'certificate' };
  if ('invitation' in row) return { ...renamed(row, { invitation: 'news' }), kind: 'watchedRequest' };
  return { ...row, kind: 'tenant', news: factName(row.news) };
}

const factNames: Readonly<Record<string, string>> = {
  offboarded: 'disabled',
  residueSeen: 'leftoverAccessSeen',
  lookFailed: 'checkFailed',
};

/** What the fact, the news or the audited action of an older program is called today. */
export function factName(name: unknown): unknown {
  if (typeof name !== 'string') return name;
  return (
    factNames[name] ?? name.replace(/^exit(?=[A-Z])/, 'offboarding').replace(/^invitation(?=[A-Z])/, 'watchedRequest')
  );
}

function named(name: unknown, names: Readonly<Record<string, string>>): unknown {
  return typeof name === 'string' ? (names[name] ?? name) : name;
}

function renamed(row: Row, names: Readonly<Record<string, string>>): Row {
  return Object.fromEntries(Object.entries(row).map(([key, value]) => [names[key] ?? key, value]));
}

function each(rows: Rows, change: (row: Row) => Row): Rows {
  return Object.fromEntries(Object.entries(rows).map(([id, row]) => [id, ifRow(row, change)]));
}

function list(rows: unknown, change: (row: Row) => Row): unknown {
  return Array.isArray(rows) ? rows.map((row) => ifRow(row, change)) : rows;
}

function ifRow(value: unknown, change: (row: Row) => Row): unknown {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? change(value as Row) : value;
}
