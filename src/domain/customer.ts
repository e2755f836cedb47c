// A customer as Partner Center lists it.

/** Microsoft's side of a customer, as Partner Center lists it. All of it is foreign text. */
export interface Customer {
  readonly displayName: string;
  /** The customer's default domain. */
  readonly domain: string;
}

/** A customer with the id of its tenant. */
export interface KnownCustomer {
  /** In lower case. */
  readonly tenantId: string;
  readonly customer: Customer;
}
