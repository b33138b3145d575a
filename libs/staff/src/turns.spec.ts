import { describe, expect, it } from '@jest/globals';
import { Turns } from './turns';

/** Work that ends when it is told to. */
function doors(count: number) {
  const opened: (() => void)[] = [];
  const closed = Array.from({ length: count }, () => new Promise<void>((open) => opened.push(open)));
  return { wait: (index: number) => closed[index]!, open: (index: number) => opened[index]!() };
}
const settled = () => new Promise((resolve) => setImmediate(resolve));

describe('turns', () => {
  it('come one after the other for the same key, in order, also after a failure', async () => {
    const turns = new Turns(5, 10);
    const log: string[] = [];
    const { wait, open } = doors(3);
    const work = (index: number, fails = false) =>
      turns.take('a', async () => {
        log.push(`in ${index}`);
        await wait(index);
        log.push(`out ${index}`);
        if (fails) throw new Error('no luck');
        return index;
      });
    const all = Promise.allSettled([work(0, true), work(1), work(2)]);
    [2, 1, 0].forEach(open);
    expect((await all).map((one) => one.status)).toEqual(['rejected', 'fulfilled', 'fulfilled']);
    expect(log).toEqual(['in 0', 'out 0', 'in 1', 'out 1', 'in 2', 'out 2']);
  });

  it('let no more in at once than there is room for', async () => {
    const turns = new Turns(2, 10);
    const { wait, open } = doors(5);
    let inside = 0;
    let most = 0;
    const all = [0, 1, 2, 3, 4].map((index) =>
      turns.take(String(index), async () => {
        most = Math.max(most, (inside += 1));
        await wait(index);
        inside -= 1;
      }),
    );
    await settled();
    expect(inside).toBe(2);
    [0, 1, 2, 3, 4].forEach(open);
    await Promise.all(all);
    expect(most).toBe(2);
  });

  it('are refused when too many wait already, and to be had again afterwards', async () => {
    const turns = new Turns(1, 2);
    const { wait, open } = doors(1);
    const waiting = [turns.take('a', () => wait(0)), turns.take('b', () => wait(0))];
    await expect(turns.take('c', async () => 1)).rejects.toThrow('auth.busy');
    open(0);
    await Promise.all(waiting);
    await expect(turns.take('c', async () => 1)).resolves.toBe(1);
  });
});
