import type { DemoIdentity } from './demo.types';
import type { Random } from './random';

/** A place where the brand sells. The code is stable and serves as source of its orders; people read the name. */
export interface Channel {
  code: string;
  name: string;
  /** Share of new customers at the start and at the end of the three years. */
  from: number;
  to: number;
  /** Identities that its orders carry. */
  knows: readonly string[];
  /** Marketplaces number their buyers; the prefix keeps the numbers of two of them apart. */
  buyerPrefix?: string;
}

export const channels: readonly Channel[] = [
  { code: 'wechat-mini', name: '微信小程序', from: 16, to: 30, knows: ['unionid', 'phone', 'member_no'] },
  { code: 'tmall', name: '天猫旗舰店', from: 42, to: 27, knows: ['marketplace_id'], buyerPrefix: 'tmall' },
  { code: 'jd', name: '京东旗舰店', from: 16, to: 12, knows: ['marketplace_id'], buyerPrefix: 'jd' },
  { code: 'douyin', name: '抖音小店', from: 6, to: 21, knows: ['marketplace_id'], buyerPrefix: 'douyin' },
  { code: 'store', name: '线下门店', from: 20, to: 10, knows: ['phone', 'member_no'] },
];
const [mini, , , , store] = channels as [Channel, Channel, Channel, Channel, Channel];

const CAMPAIGNS: Record<string, string[]> = {
  'wechat-mini': ['moments', 'official-account', 'community', 'qr-parcel-card'],
  douyin: ['live-room', 'short-video', 'koc'],
  tmall: ['search', 'recommend'],
};

/** Where a customer comes from, `progress` (0 to 1) through the history. */
export function firstChannel(progress: number, random: Random): Channel {
  return channels[random.weighted(channels.map(({ from, to }) => from + (to - from) * progress))]!;
}

/** Most people keep to their channel; those who stray mostly do so to the brand's own mini program. */
export function nextChannel(home: Channel, identities: DemoIdentity[], random: Random): Channel {
  if (random.chance(0.82)) return home;
  const other = random.chance(0.75) ? mini : store;
  return identitiesFor(other, identities).length > 0 ? other : home;
}

/** What the channel's orders say about who bought: the first two of the identities that it knows. */
export function identitiesFor(channel: Channel, identities: DemoIdentity[]): DemoIdentity[] {
  return identities
    .filter(
      ({ type, value }) =>
        channel.knows.includes(type) && (!channel.buyerPrefix || value.startsWith(channel.buyerPrefix)),
    )
    .slice(0, 2);
}

export function utmOf(channel: Channel, random: Random): Record<string, string> | null {
  const campaigns = CAMPAIGNS[channel.code];
  if (!campaigns || random.chance(0.4)) return null;
  return { source: channel.code, medium: random.pick(campaigns) };
}
