import { Injectable } from '@nestjs/common';
import { CustomersQueries } from '@siyu/customers';
import { badCursor, decodeCursor, encodeCursor } from '@siyu/kernel';
import { Database, rows } from '@siyu/platform';
import type { MoveRow } from '../evaluation/evaluation.entities';
import { figureName, figuresOf } from '../evaluation/domain/figures';
import type { LadderTerms } from '../ladders/domain/ladder';
import type { CustomerTierMove, CustomerTierMovePage, DecidingFigure, NamedTier } from './moves.dto';

interface NamedVersion {
  ladderId: string;
  version: number;
  ladderName: string;
  terms: LadderTerms;
}

const COLUMNS = `customer_id as "customerId", move_no as "moveNo", kind, at, recorded_at as "recordedAt", from_key as "fromKey",
  to_key as "toKey", own_from_key as "ownFromKey", own_to_key as "ownToKey", ladder_id as "ladderId", version,
  valid_until::text as "validUntil", figures, reason, actor`;

/** How a customer came to where she stands, in the words of the versions that decided it. */
@Injectable()
export class MovesQueries {
  constructor(
    private readonly database: Database,
    private readonly customers: CustomersQueries,
  ) {}

  async last(customerId: string): Promise<CustomerTierMove | null> {
    const [last] = await this.newest(customerId, null, 1);
    return last ?? null;
  }

  /** Newest first. @throws DomainError `customers.not-found` (not-found), `page.bad-cursor` (invalid) */
  async page(customerId: string, limit: number, cursor?: string): Promise<CustomerTierMovePage> {
    const found = await this.newest(customerId, cursor === undefined ? null : numberOf(cursor), limit + 1);
    if (found.length === 0) await this.customers.mustExist(customerId);
    const items = found.slice(0, limit);
    return { items, nextCursor: found.length > limit ? encodeCursor([items.at(-1)!.moveNo]) : null };
  }

  private async newest(customerId: string, before: number | null, limit: number): Promise<CustomerTierMove[]> {
    const moves = await rows<MoveRow>(
      this.database.em,
      `select ${COLUMNS} from tiers_moves where customer_id = $1 and ($2::integer is null or move_no < $2)
       order by move_no desc limit $3`,
      [customerId, before, limit],
    );
    const versions = await this.versionsOf(moves);
    return moves.map((move) => viewOf(move, versions));
  }

  /** Also those before: a tier that was left may be one of an earlier version. */
  private versionsOf(moves: readonly MoveRow[]): Promise<NamedVersion[]> {
    if (moves.length === 0) return Promise.resolve([]);
    return rows<NamedVersion>(
      this.database.em,
      `select ladder_id as "ladderId", version, ladder_name as "ladderName", terms from tiers_versions
       where effective_from <= (select max(at) from unnest($1::timestamptz[]) as t (at))
         or (ladder_id, version) in (select * from unnest($2::uuid[], $3::integer[]))
       order by effective_from desc, published_at desc`,
      [
        moves.map(({ recordedAt }) => recordedAt),
        moves.map(({ ladderId }) => ladderId),
        moves.map(({ version }) => version),
      ],
    );
  }
}

function viewOf(move: MoveRow, versions: readonly NamedVersion[]): CustomerTierMove {
  const { moveNo, kind, at, recordedAt, validUntil, figures, reason, actor } = move;
  const decider = versions.find(({ ladderId, version }) => ladderId === move.ladderId && version === move.version);
  const named = (key: string | null): NamedTier | null => (key === null ? null : nameOf(key, decider, versions));
  return {
    moveNo,
    kind,
    at,
    recordedAt,
    from: named(move.fromKey),
    to: named(move.toKey)!,
    underneathFrom: named(move.ownFromKey),
    underneathTo: named(move.ownToKey)!,
    ladder: { ladderId: move.ladderId, name: decider?.ladderName ?? '', version: move.version },
    validUntil,
    figuresAsOf: figures?.asOf ?? null,
    figures: figures && decidingFigures(figures.values, decider?.terms),
    reason,
    actor,
  };
}

function nameOf(key: string, decider: NamedVersion | undefined, versions: readonly NamedVersion[]): NamedTier {
  const tiers = [...(decider?.terms.tiers ?? []), ...versions.flatMap(({ terms }) => terms.tiers)];
  return { key, name: tiers.find((tier) => tier.key === key)?.name ?? key };
}

function decidingFigures(values: { [figure: string]: number }, terms: LadderTerms | undefined): DecidingFigure[] {
  return figuresOf(terms ?? { tiers: [] }).flatMap(({ measure, window }) => {
    const figure = figureName({ measure, window });
    return figure in values ? [{ figure, measure, window, value: values[figure]! }] : [];
  });
}

function numberOf(cursor: string): number {
  const [number] = decodeCursor(cursor, 1);
  if (typeof number !== 'number' || !Number.isInteger(number) || number < 1 || number > 2_147_483_647)
    throw badCursor();
  return number;
}
