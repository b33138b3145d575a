import { newId } from '@siyu/kernel';
import { affected } from '@siyu/platform';
import type { EntityManager } from 'typeorm';
import type { Benefit, LadderTerms, LadderVersion, Tier } from '../../ladders/domain/ladder';

const BENEFIT: Benefit = {
  key: 'gift',
  kind: 'points-gift',
  name: '礼遇',
  description: '',
  when: 'entry',
  points: null,
  factor: null,
  quota: null,
  costCents: null,
  usePercent: 100,
};

export function benefit(changes: Partial<Benefit>): Benefit {
  return { ...BENEFIT, ...changes };
}

/** 普通, 银卡, 金卡 with these benefits, lowest first; gifts once ever, skipped tiers pay. */
export function terms(benefits: readonly Benefit[][], changes: Partial<LadderTerms> = {}): LadderTerms {
  const names = ['普通', '银卡', '金卡'];
  const keys = ['member', 'silver', 'gold'];
  return {
    tiers: keys.map((key, rank): Tier => ({
      key,
      name: names[rank]!,
      icon: 'medal',
      colour: '#a0b1c2',
      enter:
        rank === 0
          ? null
          : { match: 'all', criteria: [{ measure: 'spend', window: { kind: 'lifetime' }, atLeast: rank * 100_000 }] },
      keep: null,
      benefits: benefits[rank] ?? [],
      replaces: [],
    })),
    currency: 'CNY',
    rises: { at: 'once' },
    validity: { kind: 'unlimited' },
    atEnd: 'keep',
    graceDays: 0,
    warningDays: [],
    refunds: 'stay',
    gifts: { skipped: true, once: 'ever', placement: false },
    atStart: { kind: 'keep' },
    ...changes,
  };
}

/** Publishes the terms, in force from then on. */
export async function publish(em: EntityManager, content: LadderTerms, effectiveFrom: Date): Promise<LadderVersion> {
  const ladderId = newId();
  await affected(
    em,
    `insert into tiers_ladders (ladder_id, name, draft, draft_revision, created_at, updated_at)
     values ($1, '会员', $2, 1, $3, $3)`,
    [ladderId, JSON.stringify(content), effectiveFrom],
  );
  await affected(
    em,
    `insert into tiers_versions (ladder_id, version, ladder_name, terms, effective_from, published_at)
     values ($1, 1, '会员', $2, $3, $3)`,
    [ladderId, JSON.stringify(content), effectiveFrom],
  );
  return { ladderId, version: 1, ladderName: '会员', terms: content, effectiveFrom, publishedAt: effectiveFrom };
}

/** Puts a customer into a tier from a moment on, as a move of the rules would. */
export async function stand(
  em: EntityManager,
  { ladderId, version }: LadderVersion,
  customerId: string,
  tierKey: string,
  at: Date,
): Promise<void> {
  await affected(
    em,
    `insert into tiers_members (customer_id, tier_key, since, own_key, ladder_id, version, own_since, in_grace, move_no)
     values ($1, $2, $3, $2, $4, $5, $3, false, 1)
     on conflict (customer_id) do update set tier_key = excluded.tier_key, own_key = excluded.own_key,
       since = excluded.since, own_since = excluded.own_since, move_no = tiers_members.move_no + 1`,
    [customerId, tierKey, at, ladderId, version],
  );
  await affected(
    em,
    `insert into tiers_moves (customer_id, move_no, kind, at, recorded_at, from_key, to_key, own_to_key, ladder_id, version, actor)
     select customer_id, move_no, 'rose', since, since, null, tier_key, own_key, ladder_id, version, 'system'
     from tiers_members where customer_id = $1`,
    [customerId],
  );
}
