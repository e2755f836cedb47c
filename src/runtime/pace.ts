// How fast requests may go out to others: each is asked for just before it goes, in one process or in several that share a rate.

/** So many requests in this much time. */
export interface RateWindow {
  readonly count: number;
  readonly ms: number;
  /** So many of them are for answers alone. */
  readonly kept: number;
  /** So many that no person waits for go out as fast as they come; the others are spread over what is left of the time. */
  readonly atOnce: number;
}

/** What the other side takes at most. All requests under one name share it. Without windows it only rests when told to. */
export interface Rate {
  readonly name: string;
  readonly windows: readonly RateWindow[];
}

/**
 * What is sent, the most urgent first: what a person waits for, a notice or a call in the background, a change of what was sent
 * before.
 */
export const urgencies = ['answer', 'notice', 'update'] as const;

/** How urgent a request is. */
export type Urgency = (typeof urgencies)[number];

/** A request that goes out now. It keeps its place until a window's time after its answer. */
export interface Place {
  /** The other side has answered, whatever it said, or has had its time to; it had counted the request `agoMs` ago, if not before. */
  end(agoMs: number): void;
  /** The request didn't go out after all. */
  giveBack(): void;
}

/** A request that can't go out yet. */
export interface NoPlace {
  /** When it's worth asking again: no place comes free before, unless one is given back or ends before it counts. */
  readonly waitMs: number;
  /** The name of the rate that it waits for, the first of those it was asked for. */
  readonly rate: string;
}

/** The pace of all requests. */
export interface Pace {
  /**
   * Takes a place within all these rates, or within none. Never fails: while it can't be known what others send, an answer goes
   * out and anything else waits.
   */
  ask(rates: readonly Rate[], urgency: Urgency): Promise<Place | NoPlace>;
  /** Nothing more goes out within a rate for so long, from any process: the other side has said so. */
  rest(rate: Rate, ms: number): void;
}
