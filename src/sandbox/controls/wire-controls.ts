// What can a test change about the wire itself, and what can it see of it?
import type { Cloud } from '../cloud.js';
import type { Fault } from '../wire/faults.js';
import type { RecordedRequest } from '../wire/recorder.js';
import type { Behaviour } from '../world/model.js';

/** Failures, the record of requests, tokens, and the points where clients disagree about Microsoft. */
export interface WireControls {
  /** Lets the next matching request (or the next `times`) go wrong. */
  failNext(fault: Fault): void;
  clearFaults(): void;
  /** The requests to the three services so far, newest last; at most the latest 5,000. */
  requests(): RecordedRequest[];
  clearRequests(): void;
  /** Whether the user's new access tokens come from a sign-in with MFA. */
  setMfa(isOn: boolean): void;
  /** Makes every refresh token that is out worthless. */
  revokeRefreshTokens(): void;
  /** Changes what is given of `Behaviour`; all of it is off at the start. */
  setBehaviour(behaviour: Partial<Omit<Behaviour, 'mfa'>>): void;
}

/** The controls of one cloud's wire. */
export function wireControls({ faults, recorder, tokens, world }: Cloud): WireControls {
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
    setMfa(isOn) {
      world.behaviour.mfa = isOn;
    },
    revokeRefreshTokens() {
      tokens.revokeRefresh();
      world.changed();
    },
    setBehaviour(behaviour) {
      Object.assign(world.behaviour, behaviour);
    },
  };
}
