// Controls of the services' behaviour on the wire, and the record of requests.
import type { Cloud } from '../cloud.js';
import type { Fault } from '../wire/faults.js';
import type { RecordedRequest } from '../wire/recorder.js';
import type { Behaviour } from '../world/behaviour.js';

/** Faults, the record of requests, and the points where clients disagree about Microsoft. */
export interface WireControls {
  /** Lets the next matching request (or the next `times`) fail. */
  failNext(fault: Fault): void;
  clearFaults(): void;
  /** The requests to the three services so far, newest last; at most the latest 5,000. */
  requests(): RecordedRequest[];
  clearRequests(): void;
  /** Changes the given parts of `Behaviour`; all of it is off at the start. */
  setBehaviour(behaviour: Partial<Omit<Behaviour, 'mfa'>>): void;
}

/** The controls of one cloud's wire. */
export function wireControls({ faults, recorder, world }: Cloud): WireControls {
  return {
    failNext(fault) {
      faults.add(fault);
    },
    clearFaults() {
      faults.clear();
    },
    requests() {
      return recorder.all();
    },
    clearRequests() {
      recorder.clear();
    },
    setBehaviour(behaviour) {
      Object.assign(world.behaviour, behaviour);
    },
  };
}
