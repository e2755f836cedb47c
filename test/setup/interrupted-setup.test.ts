// A setup that ends between any two calls of the Azure CLI, or within one, and is run again.
import assert from 'node:assert/strict';
import { aTemplateText, Killed, SetupBench, usualArguments } from '../support/setup-bench.js';

const args = (bench: SetupBench) => [...usualArguments, '--template', bench.templatePath, '--yes'];

async function benchWithTemplate(): Promise<SetupBench> {
  const bench = new SetupBench();
  bench.write(bench.templatePath, aTemplateText());
  return bench;
}

/** Everything that a person would find afterwards, without IDs and secrets, which are other ones each time. */
function endOf({ state, env, template }: SetupBench) {
  const nameOf = (id: string) => state.principals.findIndex((each) => each.id === id);
  return {
    apps: state.apps.map(({ displayName, web, requiredResourceAccess, passwordCredentials }) => [
      ...[displayName, web.redirectUris, requiredResourceAccess],
      passwordCredentials.length,
    ]),
    principals: state.principals.length,
    grants: state.grants.map(({ clientId, resourceId, scope }) => [nameOf(clientId), nameOf(resourceId), scope]),
    groups: state.groups.map(({ displayName }) => displayName),
    bots: state.bots.map(({ name, properties }) => [name, properties.endpoint, properties.configuredChannels]),
    settings: Object.keys(env).sort(),
    assignments: template.assignments.length,
  };
}

describe('a setup that was interrupted', () => {
  let whole: ReturnType<typeof endOf>;
  let calls: number;
  before(async () => {
    const bench = await benchWithTemplate();
    try {
      await bench.run({ args: args(bench) });
      whole = endOf(bench);
      calls = bench.state.calls.length;
    } finally {
      bench.remove();
    }
  });

  for (const after of [false, true]) {
    it(`comes to the same end when it is repeated, ${after ? 'though a call did its work and was not heard' : 'whichever call was the next'}`, async () => {
      assert.ok(calls > 30);
      for (let call = 1; call <= calls; call += 1) {
        const bench = await benchWithTemplate();
        try {
          await assert.rejects(bench.run({ args: args(bench), killedAt: { call, after } }), Killed);
          await bench.run({ args: args(bench) });
          const said = `killed at call ${call}`;
          assert.deepEqual(endOf(bench), whole, said);
          const [bot, partner] = bench.state.apps;
          // The secrets in .env are the ones that work.
          assert.equal(bench.env.MicrosoftAppPassword, bot?.passwordCredentials[0]?.value, said);
          assert.equal(bench.env.PARTNER_CLIENT_SECRET, partner?.passwordCredentials[0]?.value, said);
          assert.deepEqual(
            bench.template.assignments.map(({ groupId }: { groupId: string }) => groupId),
            bench.state.groups.map(({ id }) => id),
            said,
          );
        } finally {
          bench.remove();
        }
      }
    });
  }

  it('removes the secret whose value was lost, and no other one', async () => {
    const bench = await benchWithTemplate();
    try {
      await bench.run({ args: args(bench), answers: 'n' });
      const [bot] = bench.state.apps;
      assert.ok(bot);
      const other = {
        displayName: 'of another machine',
        value: 'kept',
        keyId: '44444444-0000-4000-8000-000000000001',
        endDateTime: '2027-01-01T00:00:00Z',
      };
      (bot.passwordCredentials as (typeof other)[]).push(other);
      // Of a repeated run, the first reading of secrets is the bot's; then the account is looked at, and one is made.
      const before = bench.state.calls.length;
      await bench.run({ args: args(bench), answers: 'n' });
      const call = bench.state.calls.slice(before).findIndex((argv) => argv.includes('credential')) + 3;
      await assert.rejects(bench.run({ args: args(bench), killedAt: { call, after: true } }), Killed);
      assert.equal(bot.passwordCredentials.length, 2);
      assert.equal(bench.env.MicrosoftAppPassword, undefined);
      await bench.run({ args: args(bench) });
      assert.deepEqual(
        bot.passwordCredentials.map(({ value }) => value),
        ['kept', bench.env.MicrosoftAppPassword],
      );
      assert.match(bench.printed, /its value is lost/);
    } finally {
      bench.remove();
    }
  });
});
