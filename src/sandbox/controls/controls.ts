// All that can be done to the simulated cloud from outside Microsoft's APIs, for tests, pages and HTTP.
import type { Cloud } from '../cloud.js';
import type { FastForward } from '../fast-forward.js';
import { type ChatControls, chatControls } from './chat-controls.js';
import { type CustomerControls, customerControls } from './customer-controls.js';
import { type DirectoryControls, directoryControls } from './directory-controls.js';
import { type EventControls, eventControls } from './event-controls.js';
import { type RelationshipControls, relationshipControls } from './relationship-controls.js';
import { type SignInControls, signInControls } from './sign-in-controls.js';
import { type TimeControls, timeControls } from './time-controls.js';
import { type WireControls, wireControls } from './wire-controls.js';

/** All controls; their changes show at the next request. */
export interface Controls
  extends RelationshipControls,
    CustomerControls,
    DirectoryControls,
    SignInControls,
    WireControls,
    EventControls,
    ChatControls,
    TimeControls {}

/** What controls set going. */
export interface Machinery {
  /** Sends the due events. */
  readonly deliver: () => Promise<void>;
  readonly forward: FastForward;
}

/** The controls of one cloud. */
export function controlsOf(cloud: Cloud, { deliver, forward }: Machinery): Controls {
  return {
    ...relationshipControls(cloud),
    ...customerControls(cloud),
    ...directoryControls(cloud),
    ...signInControls(cloud),
    ...wireControls(cloud),
    ...eventControls(cloud, deliver),
    ...chatControls(cloud),
    ...timeControls(cloud, forward),
  };
}
