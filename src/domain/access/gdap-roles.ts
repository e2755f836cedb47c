// Entra built-in roles, as GDAP relationships carry them.

/** An Entra built-in role: its template id and the name that Microsoft shows for it. */
export interface Role {
  readonly id: string;
  readonly name: string;
}

/**
 * The role that may do everything. A relationship that carries it can't extend itself.
 * @see https://learn.microsoft.com/partner-center/customers/gdap-introduction (checked 2026-11-22)
 */
export const globalAdministratorId = '62e90394-69f5-4237-9190-012177145e10';
