import { setTimeout as sleep } from 'node:timers/promises';
import { audit, jobsLeft, verify } from './audit.ts';
import type { Caller } from './caller.ts';
import { type Chance, chanceOf } from './chance.ts';
import { Clients } from './clients.ts';
import type { FaultHouse, Victim } from './house.ts';

/** Who is killed in which round; over and over again. */
const VICTIMS: Victim[] = [
  'api',
  'database',
  'backend',
  'api',
  'database',
  'worker',
  'api',
  'database',
  'api',
  'database, away for long',
];

/** Until when somebody must be served again. */
const PATIENCE_MS = 120_000;

interface Round {
  victim: Victim;
  asked: number;
  acked: number;
  retried: number;
  /** Of these: had been booked before their answer was lost. */
  bookedUnheard: number;
  /** Longest time in which no act was answered. */
  recoveredMs: number;
  lost: number;
  doubled: number;
  differing: number;
  clean: boolean;
  jobsLeft: number;
}

/** Kill, come back, ask again, compare: round after round over one database. */
export class Rounds {
  private readonly rounds: Round[] = [];
  private readonly wrong: string[] = [];
  private readonly chance: Chance;

  private readonly house: FaultHouse;
  private readonly caller: Caller;
  private readonly size: { clients: number; customers: number; seed: number };

  constructor(house: FaultHouse, caller: Caller, size: { clients: number; customers: number; seed: number }) {
    this.house = house;
    this.caller = caller;
    this.size = size;
    this.chance = chanceOf(size.seed);
  }

  async play(count: number, abort: AbortSignal): Promise<void> {
    const customerIds = await this.customers();
    const clients = new Clients(this.caller, customerIds, this.chance, this.size.clients);
    for (let number = 0; number < count; number += 1) {
      abort.throwIfAborted();
      await this.caller.signIn();
      const round = await this.round(clients, VICTIMS[number % VICTIMS.length]!);
      this.rounds.push(round);
      console.log(lineOf(String(number + 1), round));
    }
    this.wrong.push(...clients.wrong);
  }

  /** Prints what came of it. @returns what must not be */
  report(): string[] {
    const sum = (count: (round: Round) => number) => this.rounds.reduce((total, round) => total + count(round), 0);
    console.log(`\n${'killed'.padEnd(26)}rounds   recovered in s: p50    max`);
    for (const [victim, rounds] of Map.groupBy(this.rounds, (round) => round.victim)) {
      const times = rounds.map(({ recoveredMs }) => recoveredMs / 1000).sort((one, other) => one - other);
      const p50 = times[Math.floor((times.length - 1) / 2)]!;
      console.log(
        `${victim.padEnd(26)}${String(rounds.length).padStart(6)}${p50.toFixed(1).padStart(22)}${times.at(-1)!.toFixed(1).padStart(7)}`,
      );
    }
    const figures = {
      asked: sum(({ asked }) => asked),
      acked: sum(({ acked }) => acked),
      retried: sum(({ retried }) => retried),
      'of these booked before': sum(({ bookedUnheard }) => bookedUnheard),
      lost: sum(({ lost }) => lost),
      doubled: sum(({ doubled }) => doubled),
      differing: sum(({ differing }) => differing),
      'books that did not close': this.rounds.filter(({ clean }) => !clean).length,
      'jobs left': this.rounds.at(-1)?.jobsLeft ?? 0,
      'processes that fell over': this.house.crashes.length,
    };
    console.log(
      `\n${Object.entries(figures)
        .map(([name, value]) => `${name} ${value}`)
        .join(', ')}`,
    );
    const losses = Object.entries(figures).slice(4);
    const bad = losses.flatMap(([name, value]) => (value > 0 ? [`${name}: ${value}`] : []));
    return [...bad, ...this.house.crashes, ...this.wrong.slice(0, 20)];
  }

  private async round(clients: Clients, victim: Victim): Promise<Round> {
    const [from, retriedBefore, unheardBefore] = [clients.log.length, clients.retried, clients.bookedUnheard];
    clients.start();
    await sleep(this.chance.between(300, 2000));
    const struckAt = Date.now();
    await this.house.strike(victim);
    const backAt = Date.now();
    await until(() => clients.lastAckAt > backAt + 500 || Date.now() - struckAt > PATIENCE_MS);
    await sleep(this.chance.between(0, 500));
    await clients.drain();
    await this.house.revive();
    const log = clients.log.slice(from);
    const compared = await audit(this.house, clients.log);
    const { clean, drift } = await verify(this.caller);
    if (!clean) this.wrong.push(`verify found ${JSON.stringify(drift.slice(0, 3))}`);
    return {
      ...compared,
      victim,
      asked: log.length,
      acked: log.filter(({ answer }) => answer && 'seq' in answer).length,
      retried: clients.retried - retriedBefore,
      bookedUnheard: clients.bookedUnheard - unheardBefore,
      recoveredMs: clients.longestGapMs,
      clean,
      jobsLeft: await jobsLeft(this.house),
    };
  }

  private async customers(): Promise<string[]> {
    const ids: string[] = [];
    for (let number = 1; number <= this.size.customers; number += 1) {
      const { status, body } = await this.caller.call('POST', '/customers', {
        displayName: `Customer ${number}`,
        identities: [{ type: 'card_no', value: `faults-${number}` }],
      });
      if (status !== 201) throw new Error(`a new customer was answered ${status} ${JSON.stringify(body)}`);
      ids.push(String(body.id));
    }
    return ids;
  }
}

async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await sleep(20);
}

function lineOf(number: string, round: Round): string {
  const { victim, asked, acked, retried, bookedUnheard, recoveredMs, lost, doubled, differing, clean, jobsLeft } =
    round;
  return (
    `${number.padStart(3)}  ${victim.padEnd(26)}asked ${String(asked).padStart(6)}  acked ${String(acked).padStart(6)}` +
    `  retried ${String(retried).padStart(3)} (${bookedUnheard} booked before)  recovered in ${(recoveredMs / 1000).toFixed(1).padStart(5)} s` +
    `  lost ${lost}  doubled ${doubled}  differing ${differing}  books ${clean ? 'close' : 'DO NOT CLOSE'}  jobs left ${jobsLeft}`
  );
}
