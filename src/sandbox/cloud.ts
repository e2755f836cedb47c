// What all routes, pages and controls share.
import { Chat } from './chat/chat.js';
import { Events } from './events/events.js';
import { Codes } from './login/codes.js';
import { ManagedIdentity } from './login/managed-identity.js';
import { Tokens } from './login/tokens.js';
import { Faults } from './wire/faults.js';
import { Recorder } from './wire/recorder.js';
import { World, type WorldOptions } from './world/world.js';

/** One simulated Microsoft cloud. */
export interface Cloud {
  readonly world: World;
  readonly tokens: Tokens;
  readonly codes: Codes;
  readonly identity: ManagedIdentity;
  readonly faults: Faults;
  readonly recorder: Recorder;
  readonly events: Events;
  readonly chat: Chat;
}

/** A cloud without customers. */
export function emptyCloud(options: WorldOptions): Cloud {
  const world = new World(options);
  return {
    world,
    tokens: new Tokens(),
    codes: new Codes(),
    identity: new ManagedIdentity(),
    faults: new Faults(),
    recorder: new Recorder(),
    events: new Events(world),
    chat: new Chat(),
  };
}
