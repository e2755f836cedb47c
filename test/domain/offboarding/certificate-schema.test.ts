// A certificate or a plan is written to a file: the published schema holds for it and is explained.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { certificateOf } from '../../../src/domain/offboarding/certify.js';
import type { Offboarding } from '../../../src/domain/offboarding/offboarding.js';
import { planOf } from '../../../src/domain/offboarding/plan.js';
import { planFileOf } from '../../../src/domain/offboarding/plan-file.js';
import { statementOf } from '../../../src/views/certificate/statement.js';
import {
  anEndedOffboarding,
  certified,
  failedReading,
  fewTies,
  manyTies,
  watchedRequest,
} from '../../support/an-offboarding.js';
import { alex, aRelationship, aTenant, now, serviceDesk } from '../../support/builders.js';

const ajv = new Ajv2020({ allErrors: true });
addFormats.default(ajv);
const read = (path: string) => readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8');
const schema = JSON.parse(read('docs/exit-certificate.schema.json'));
const validate = ajv.compile(schema);

/** The certificate as it stands in its file. */
const written = (offboarding: Offboarding) => {
  const facts = certificateOf(certified(offboarding));
  return JSON.parse(JSON.stringify({ ...facts, access: { ...facts.access, statement: statementOf(facts) } }));
};

describe('the published schema', () => {
  for (const version of [1, 2]) {
    it(`of version ${version} still holds for a certificate that was written then, and this one doesn’t`, () => {
      const old: { readonly schemaVersion: number } = JSON.parse(
        read(`test/certificate/kept/version-${version}.json.kept`),
      );
      const holds = ajv.compile(JSON.parse(read(`docs/exit-certificate-${version}.schema.json`)));
      assert.ok(holds(old), JSON.stringify(holds.errors?.slice(0, 3)));
      assert.equal(old.schemaVersion, version);
      assert.equal(validate(old), false);
    });
  }

  const nothing = manyTies({
    relationships: { value: [] },
    consent: { value: 'none' },
    standing: { value: { isReseller: false, delegatedAdmin: false } },
    subscriptions: { value: [] },
  });
  const offboardings: Readonly<Record<string, Offboarding>> = {
    'all went well': anEndedOffboarding(),
    'its groups and roles have names': anEndedOffboarding({
      before: manyTies({ names: { groups: { [serviceDesk]: 'Service Desk' }, roles: {} } }),
    }),
    'all was refused': anEndedOffboarding({
      refusedTaskIds: anEndedOffboarding().tasks.map(({ id }) => id),
      after: manyTies(),
    }),
    'nothing could be read': anEndedOffboarding({
      before: manyTies({
        relationships: failedReading,
        consent: failedReading,
        standing: failedReading,
        reservations: failedReading,
      }),
      steps: [],
      after: manyTies({ subscriptions: failedReading, reservations: failedReading }),
    }),
    'there was nothing': anEndedOffboarding({ before: nothing, after: nothing, steps: [] }),
    'reserved instances': anEndedOffboarding({
      before: manyTies({
        reservations: { value: [{ productId: 'DZH318Z0BQ3W', kind: 'virtualmachines', quantity: 2, expiresAt: now }] },
      }),
      steps: ['assignments'],
      after: fewTies({ consent: { value: 'noWayIn' } }),
    }),
    'it is in another language': { ...anEndedOffboarding(), language: 'pt-BR' },
    'access remains by everything': anEndedOffboarding({
      steps: ['assignments'],
      after: manyTies({
        relationships: {
          value: [
            { relationship: aRelationship({ id: 'r-9' }), assignments: failedReading },
            { relationship: aRelationship({ id: 'r-8', status: 'unknown' }) },
          ],
        },
      }),
    }),
    'a request without a date': anEndedOffboarding({
      after: fewTies({ relationships: { value: [{ relationship: { ...watchedRequest, createdAt: undefined } }] } }),
    }),
  };
  for (const [what, offboarding] of Object.entries(offboardings)) {
    it(`holds for the certificate when ${what}`, () => {
      assert.ok(validate(written(offboarding)), JSON.stringify(validate.errors?.slice(0, 3)));
    });
  }

  it('holds no sentence but the statement, so that nothing else has a language', () => {
    const german = {
      ...anEndedOffboarding({ refusedTaskIds: ['delegatedAdmin'], after: manyTies() }),
      language: 'de',
    } as const;
    const neutral = ({ language: _, access, ...rest }: ReturnType<typeof written>) => ({
      ...rest,
      access: { ...access, statement: '' },
    });
    assert.deepEqual(neutral(written(german)), neutral(written({ ...german, language: 'ja' })));
    assert.notEqual(written(german).access.statement, written({ ...german, language: 'ja' }).access.statement);
  });

  it('does not hold for one that lacks something, or has more', () => {
    const certificate = written(anEndedOffboarding());
    const { remains: _, ...lacking } = certificate;
    assert.equal(validate(lacking), false);
    assert.equal(validate({ ...certificate, approvalLink: 'x' }), false);
    assert.equal(validate({ ...certificate, removed: [{ what: 'consent' }] }), false);
  });

  it('is explained, field by field', () => {
    const text = read('docs/exit-certificate.md');
    const names = new Set<string>();
    const collect = (part: unknown): void => {
      if (typeof part !== 'object' || part === null) return;
      const { properties } = part as { properties?: object };
      for (const name of Object.keys(properties ?? {})) names.add(name);
      for (const each of Object.values(part)) collect(each);
    };
    collect(schema);
    assert.ok(names.size > 30);
    for (const name of names) assert.ok(text.includes(`\`${name}\``), name);
  });
});

describe('an exported plan', () => {
  it('says that nothing has been done, and every line with what would become of it', () => {
    const plan = planOf(manyTies());
    const file = planFileOf({ tenant: aTenant(), plan, needsSecond: true, graceSeconds: 300 }, alex);
    assert.match(file.note, /nothing has been done/);
    assert.deepEqual([file.readAt, file.exportedBy], [now, alex]);
    assert.deepEqual(
      file.lines.map(({ what, fate }) => `${what} ${fate.is}`),
      plan.lines.map(({ kind, fate }) => `${kind} ${fate.is}`),
    );
    assert.doesNotMatch(JSON.stringify(file), /https?:|etag/);
  });
});
