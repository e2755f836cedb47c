// What do all routes, pages and controls share?
import { Tokens } from './login/tokens.js';
import { Faults } from './wire/faults.js';
import { Recorder } from './wire/recorder.js';
import { World, type WorldOptions } from './world/world.js';

/** One simulated Microsoft cloud. */
export interface Cloud {
  readonly world: World;
  readonly tokens: Tokens;
  readonly faults: Faults;
  readonly recorder: Recorder;
}

/** A cloud with nobody in it. */
export function emptyCloud(options: WorldOptions): Cloud {
  return { world: new World(options), tokens: new Tokens(), faults: new Faults(), recorder: new Recorder() };
}
