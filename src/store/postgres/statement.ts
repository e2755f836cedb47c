// A statement as it's sent, and what every connection is set to first.

/** One statement. With a name, the server keeps its plan for the connection. */
export interface Statement {
  readonly name?: string;
  readonly text: string;
  readonly values?: unknown[];
}

/**
 * Sets a connection: how long a statement may take, and after how long without a sign of us the server lets go of what the
 * connection holds. As a statement, since a pooler in between doesn't pass on what comes with the connection. A server that
 * answers before a commit is on its disk is told not to.
 */
export function connectionSettings({ statementMs }: { readonly statementMs: number }): Statement {
  const settings = {
    statement_timeout: `${statementMs}`,
    idle_in_transaction_session_timeout: '10000',
    tcp_keepalives_idle: '5',
    tcp_keepalives_interval: '5',
    tcp_keepalives_count: '3',
    tcp_user_timeout: '10000',
    synchronous_commit: 'on',
  };
  return {
    text: `select set_config(name, value, false) from json_each_text($1) setting (name, value)
      where name <> 'synchronous_commit' or current_setting('synchronous_commit') = 'off'`,
    values: [JSON.stringify(settings)],
  };
}
