// The lists of the simulated cloud, as it changes.
import assert from 'node:assert/strict';
import { generatedCustomer } from '../../src/sandbox/world/generated-customers.js';
import { addRelationship } from '../../src/sandbox/world/relationship-spec.js';
import { defaultWaits } from '../../src/sandbox/world/waits.js';
import { World } from '../../src/sandbox/world/world.js';

function emptyWorld(): World {
  return new World({ now: () => new Date('2026-11-22T10:00:00Z'), waits: defaultWaits });
}

describe('The world', () => {
  it('lists a customer who comes after the last look', () => {
    const world = emptyWorld();
    assert.deepEqual(world.customers(), []);
    world.addCustomer(generatedCustomer(1));
    assert.deepEqual(
      world.customers().map(({ name }) => name),
      ['Contoso 00001'],
    );
  });

  it('lists a relationship that comes after the last look, until it is removed', () => {
    const world = emptyWorld();
    assert.deepEqual(world.relationships(), []);
    const relationship = addRelationship(world, { displayName: 'Gatehouse' });
    assert.deepEqual(world.relationships(), [relationship]);
    world.removeRelationship(relationship);
    assert.deepEqual(world.relationships(), []);
  });
});
