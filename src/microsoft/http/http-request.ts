// One request to Microsoft, as a service's transport sends it.

/** A request below a service's base address. */
export interface HttpRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Path and query, every part already encoded. */
  readonly path: string;
  /** The path with names in place of ids, for logs. */
  readonly template: string;
  readonly headers?: Readonly<Record<string, string>> | undefined;
  readonly body?: unknown;
  /** It changes nothing, so it may be repeated, and its answer is JSON. Absent: it writes. */
  readonly isRead?: boolean | undefined;
  /** Microsoft answers it to a person only. Absent: the application alone may try while no one is signed in. */
  readonly userOnly?: boolean | undefined;
  /** What a 409 stands for here. */
  readonly conflict?: 'nameTaken' | 'notPossibleNow' | undefined;
}

/** Makes HTTP exchanges with one service; no retry, no interpretation. */
export interface Transport {
  send(request: HttpRequest, token: string, signal: AbortSignal): Promise<Response>;
}
