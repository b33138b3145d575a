import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Jobs, rows } from '@siyu/platform';
import { sweepSignIns } from './index';
import { startHouse, type House } from './testing/house';

describe('the daily sweep', () => {
  let house: House;
  beforeAll(async () => {
    house = await startHouse();
  });
  afterAll(() => house.close());

  const count = async (table: string) => (await rows(house.database.em, `select from ${table}`)).length;
  const sweep = async () => {
    await house.app.get(Jobs).enqueue(house.database.em, sweepSignIns, {});
    await house.runJobs();
  };

  it('forgets failures after a day and sessions thirty days after their end, and nothing sooner', async () => {
    await house.enter();
    await house.signIn({ email: 'nobody@example.com', password: 'wrong password' });
    await sweep();
    expect([await count('staff_throttles'), await count('staff_sessions')]).toEqual([2, 1]);
    house.clock.pass(86_401);
    await sweep();
    expect([await count('staff_throttles'), await count('staff_sessions')]).toEqual([0, 1]);
    house.clock.pass(59 * 86_400);
    await sweep();
    expect(await count('staff_sessions')).toBe(0);
  });
});
