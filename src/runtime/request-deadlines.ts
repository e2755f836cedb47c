// How long a request may take to arrive.

/**
 * For Node's own server, which answers 408 and closes the connection, whoever it is. Teams and Partner Center send a few
 * kilobytes in one piece. Node's defaults are a minute, five minutes, and a look every half minute.
 * @see https://nodejs.org/api/http.html#httpcreateserveroptions-requestlistener (checked 2026-11-28)
 */
export const requestDeadlines = {
  /** Until the last header. */
  headersTimeout: 5000,
  /** Until the last byte of the body. */
  requestTimeout: 10_000,
  connectionsCheckingInterval: 1000,
} as const;
