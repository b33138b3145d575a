import type { INestApplicationContext } from '@nestjs/common';
import { addDays, newId } from '@siyu/kernel';
import {
  AdjustmentsService,
  FulfilmentsService,
  LedgerService,
  RedemptionsService,
  SignInsQueries,
  SignInsService,
  type Act,
  type Entry,
} from '@siyu/points';
import type { DemoMember } from './points-members';
import type { Shelf } from './points-setup';

const DAY = 86_400_000;

type Distributed<Kind> = Kind extends Act ? Omit<Kind, 'customerId' | 'source' | 'actor' | 'anyContent'> : never;

/** What a member of the demo, a till or staff can do. Everything has a key of its own: repeated, it has happened already. */
export class PointsActs {
  constructor(
    private readonly app: INestApplicationContext,
    private readonly shelf: Shelf,
    private readonly now: Date,
  ) {}

  /** A coupon or a course: had at once. */
  async redeem(member: DemoMember, reward: string): Promise<void> {
    await this.ask(member, reward, null);
  }

  /** Something that is sent, and how far it has come. */
  async redeemGoods(
    member: DemoMember,
    reward: string,
    until: 'requested' | 'shipped' | 'completed' | 'cancelled',
  ): Promise<void> {
    const { name, phone, region } = member;
    const made = await this.ask(member, reward, { name, phone, region, detail: '演示路 12 号' });
    if (made.state !== 'requested' || until === 'requested') return;
    const fulfilments = this.app.get(FulfilmentsService);
    if (until === 'cancelled') {
      await fulfilments.cancel(asMember(member), made, '不想要了');
      return;
    }
    await fulfilments.ship(null, made, { carrier: '演示快递', trackingNo: `DEMO${phone.slice(-7)}` });
    if (until === 'completed') await fulfilments.complete(null, made);
  }

  /** Pays a part with points at the counter. */
  async payAtTill(member: DemoMember): Promise<void> {
    await this.post(member, { kind: 'spend', key: 'demo:till', points: 100, reason: '门店积分抵现' });
  }

  /** Points for something that is being paid. */
  async reserve(member: DemoMember, until: 'open' | 'captured' | 'released'): Promise<void> {
    const expiresAt = this.after(7);
    const hold = {
      kind: 'hold',
      key: 'demo:hold',
      points: 100,
      holdId: newId(),
      expiresAt,
      reason: '待付款订单抵扣',
    } as const;
    const { holdId } = await this.post(member, hold);
    if (until === 'captured')
      await this.post(member, { kind: 'capture', key: 'demo:hold:capture', holdId: holdId!, reason: '订单已付款' });
    if (until === 'released')
      await this.post(member, { kind: 'release', key: 'demo:hold:release', holdId: holdId!, reason: '订单已关闭' });
  }

  /** Points that were given by mistake, and spent before anybody noticed. */
  async fallIntoDebt(member: DemoMember): Promise<void> {
    const given = await this.post(member, { kind: 'earn', key: 'demo:mistake', points: 300, reason: '活动补发' });
    await this.post(member, { kind: 'spend', key: 'demo:till', points: 250, reason: '门店积分抵现' });
    await this.post(member, { kind: 'reverse', key: 'demo:mistake:back', seq: given.seq, reason: '重复补发，收回' });
  }

  /** Points that count from next week on. */
  async promise(member: DemoMember): Promise<void> {
    const availableAt = this.after(7);
    await this.post(member, {
      kind: 'earn',
      key: 'demo:review',
      points: 80,
      availableAt,
      reason: '晒单奖励，7 天后到账',
    });
  }

  /** Points that soon expire. */
  async giveForShort(member: DemoMember): Promise<void> {
    const days = 3 + (Number(member.phone.slice(-2)) % 25);
    const expiresAt = this.after(days);
    await this.post(member, { kind: 'earn', key: 'demo:short', points: 120, expiresAt, reason: '社群活动限时积分' });
  }

  /** By hand; above the programme's limit it waits for the word of a second person. */
  async correct({ customerId }: DemoMember, points: number, reason: string): Promise<void> {
    await this.app.get(AdjustmentsService).adjust(null, { customerId, points, reason, key: 'demo:correction' });
  }

  /** Today, and some days before it with make-up cards; only once. */
  async signIn({ customerId }: DemoMember, madeUp: number): Promise<void> {
    const service = this.app.get(SignInsService);
    const { today, days, ladder } = await this.app.get(SignInsQueries).month(customerId);
    if (!ladder || days.length > 0) return;
    for (let back = madeUp; back > 0; back -= 1) await service.makeUp(customerId, addDays(today, -back));
    await service.signIn(customerId);
  }

  private ask(member: DemoMember, reward: string, address: Parameters<RedemptionsService['redeem']>[2]['address']) {
    const ask = { rewardId: this.shelf.get(reward)!, quantity: 1, address, expectedPoints: null };
    return this.app.get(RedemptionsService).redeem(asMember(member), member.customerId, ask, 'demo');
  }

  private async post({ customerId }: DemoMember, act: Distributed<Act>): Promise<Entry> {
    const basis = { customerId, source: 'api', actor: 'system', anyContent: true };
    const { entry } = await this.app.get(LedgerService).post({ ...act, ...basis } as Act);
    return entry!;
  }

  private after(days: number): Date {
    return new Date(this.now.getTime() + days * DAY);
  }
}

function asMember({ customerId }: DemoMember) {
  return { kind: 'member', customerId, sessionId: 'demo' } as const;
}
