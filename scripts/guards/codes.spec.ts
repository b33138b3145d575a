import { describe, expect, it } from '@jest/globals';
import { declarationFindings, declarations, errorCodeFindings, errorCodes, errorKinds } from './codes.ts';
import { readSources, told } from './sources.ts';

const sources = readSources();
const kinds = errorKinds(sources.find(({ path }) => path === 'libs/kernel/src/errors.ts')!);
const at = (path: string, text: string) => ({ path, text });

describe('error codes', () => {
  it('mean one kind of error each, all over the house', () => {
    expect(kinds).toContain('not-found');
    expect(errorCodes(sources, kinds).length).toBeGreaterThan(15);
    expect(told(errorCodeFindings(sources, kinds))).toEqual([]);
  });

  it('are refused when two places disagree about the kind, in a call or in a table', () => {
    const one = at('libs/a/src/a.ts', "throw new DomainError('a.gone', 'not-found', 'It is gone.');");
    const other = at('libs/b/src/b.ts', "\nthrow new DomainError('a.gone', 'conflict', 'It is gone.');");
    const table = at('libs/b/src/c.ts', "const answers = { P0001: ['a.gone', 'refused', 'It is gone.'] };");
    const choice = at('libs/b/src/d.ts', "refuse(late ? 'a.late' : 'a.gone', 'invalid')");
    expect(told(errorCodeFindings([one, one], kinds))).toEqual([]);
    expect(told(errorCodeFindings([one, other, table, choice], kinds))).toEqual([
      'libs/b/src/b.ts:2: a.gone is conflict here and not-found in libs/a/src/a.ts:1',
      'libs/b/src/c.ts:1: a.gone is refused here and not-found in libs/a/src/a.ts:1',
      'libs/b/src/d.ts:1: a.gone is invalid here and not-found in libs/a/src/a.ts:1',
    ]);
  });

  it('are refused when they are not of the form lib.what', () => {
    const [finding] = errorCodeFindings([at('libs/a/src/a.ts', "new DomainError('NotThere', 'not-found', '')")], kinds);
    expect(finding!.what).toContain('NotThere');
  });
});

describe('jobs and events', () => {
  it('are declared once each, under the name of their lib', () => {
    expect(declarations(sources, 'defineJob').length).toBeGreaterThan(0);
    expect(told(declarationFindings(sources))).toEqual([]);
  });

  it('are refused when declared twice, under a stranger’s name or under one that only shows at run time', () => {
    const one = at('libs/orders/src/orders.jobs.ts', "export const sweep = defineJob<Day>('orders.sweep');");
    const twin = at('libs/orders/src/sweeps.jobs.ts', "const again = defineJob('orders.sweep', { maxAttempts: 3 });");
    const stranger = at('libs/customers/src/customers.jobs.ts', "defineEvent<X>('orders.changed')");
    const hidden = at('libs/customers/src/other.jobs.ts', 'defineJob(name)');
    expect(told(declarationFindings([one]))).toEqual([]);
    expect(told(declarationFindings([one, twin, stranger, hidden]))).toEqual([
      'libs/orders/src/sweeps.jobs.ts:1: "orders.sweep" is declared in libs/orders/src/orders.jobs.ts:1 already',
      'libs/customers/src/other.jobs.ts:1: defineJob wants its name written out',
      'libs/customers/src/customers.jobs.ts:1: "orders.changed" is not of the form customers.verb',
    ]);
  });
});
