// The command in typed text.
import assert from 'node:assert/strict';
import { parse } from '../../../src/bot/conversation/typed-commands.js';
import { wordsIn } from '../../../src/views/catalogue.js';

describe('what somebody types', () => {
  for (const [said, argument] of [
    ['tenants', ''],
    ['/tenants', ''],
    ['/ tenants', ''],
    ['TENANTS', ''],
    ['  /Tenants\u00a0 contoso  ltd ', 'contoso ltd'],
    ['<at id="0">Gatehouse</at> tenants', ''],
    ['<at>Gatehouse</at>&nbsp;/tenants&nbsp;needs approval', 'needs approval'],
    ['<p>tenants contoso &amp; sons</p>', 'contoso & sons'],
    ['\u200btenants', ''],
    ['／ｔｅｎａｎｔｓ contoso', 'contoso'],
    ['tenants O&#39;Brien &quot;x&quot; &amp;lt;', 'O\'Brien "x" &lt;'],
  ] as const) {
    it(`${JSON.stringify(said)} is /tenants with “${argument}”`, () => {
      assert.deepEqual(parse(said), { command: 'tenants', argument });
    });
  }

  it('keeps the case of what is searched for', () => {
    assert.deepEqual(parse('/TENANTS Contoso GmbH'), { command: 'tenants', argument: 'Contoso GmbH' });
  });

  it('may be a command under the name that it had before', () => {
    for (const said of ['/residue', 'Residue', '/leftovers'])
      assert.deepEqual(parse(said), { command: 'leftovers', argument: '' });
  });

  it('is no command because JavaScript knows the word', () => {
    for (const said of ['constructor', '__proto__']) assert.ok('said' in parse(said), said);
  });

  it('is answered with the nearest command when it is a slip', () => {
    for (const [slip, nearest] of [
      ['tenant', 'tenants'],
      ['/tennants', 'tenants'],
      ['hepl', 'help'],
      ['subcribe', 'subscribe'],
      ['unsubscribed', 'unsubscribe'],
      ['/enabel contoso ltd', 'enable contoso ltd'],
    ] as const) {
      assert.deepEqual(parse(slip), { said: slip, nearest });
    }
  });

  it('may be a slip without the slash too, in the first word of a few', () => {
    for (const [slip, nearest] of [
      ['enabel contoso', 'enable contoso'],
      ['Relese owner:me', 'release owner:me'],
      ['tennants contoso', 'tenants contoso'],
      ['tenantsss please', 'tenants please'],
    ] as const)
      assert.deepEqual(parse(slip), { said: slip, nearest });
    assert.deepEqual(parse('freigebne contoso', wordsIn('de')), {
      said: 'freigebne contoso',
      nearest: 'freigeben contoso',
    });
  });

  it('is not bent to a command that it has nothing to do with', () => {
    for (const said of ['', '/', 'hello there', 'what can you do', 'not now', 'does it work', 'show contoso', '🙂']) {
      assert.deepEqual(parse(said), { said, nearest: undefined });
    }
  });

  it('has the lines below the command apart, as a client sends them', () => {
    for (const said of [
      '/tag vip -old\ncontoso.com\n\tO&#39;Brien',
      '<at>Gatehouse</at>\r\n /tag vip -old\r\ncontoso.com\r\n\tO&#39;Brien\r\n',
      '<p>/tag vip -old</p><p>contoso.com<br/>\tO&#39;Brien</p>',
    ]) {
      const typed = parse(said);
      assert.deepEqual('command' in typed && typed.below, { argument: 'vip -old', lines: "contoso.com\n\tO'Brien" });
    }
    const table = parse('/enable<table><tr><td>contoso.com</td><td>x</td></tr><tr><td>b.com</td></tr></table>');
    assert.equal('command' in table && table.argument, 'contoso.com x b.com');
    assert.deepEqual(parse('/enable\n'), { command: 'enable', argument: '' });
  });

  it('has lines apart by semicolons where a chat drops its line breaks, and not within quotation marks', () => {
    const belowOf = (said: string) => {
      const typed = parse(said);
      return 'command' in typed ? typed.below : assert.fail(said);
    };
    assert.deepEqual(belowOf('/enable Contoso Ltd; fabrikam.com;"a; b"'), {
      argument: 'Contoso Ltd',
      lines: ' fabrikam.com\n"a; b"',
      isOneLine: true,
    });
    assert.equal(belowOf('/enable "a; b"'), undefined);
    assert.equal(belowOf('/enable Smith &amp; Sons'), undefined);
    assert.deepEqual(belowOf('/import\nTenant;Tags\nContoso;vip'), { argument: '', lines: 'Tenant;Tags\nContoso;vip' });
  });

  it('may be long and strange', () => {
    assert.ok('said' in parse(`<at>${'x'.repeat(100_000)}`));
    const start = performance.now();
    assert.ok('said' in parse('<'.repeat(5_000_000)));
    for (const piece of ['<at>', '<', '<br ', '</td', '&amp', '\n'])
      assert.ok(parse(`/enable\n${piece.repeat(100_000)}`));
    assert.ok(performance.now() - start < 2000);
  });
});
