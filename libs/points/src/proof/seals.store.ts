import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { affected, row } from '@siyu/platform';
import type { SealRow } from './verifications.entities';

/** Any number that no other program would use for the same purpose. */
const SEALING_LOCK = 7_365_120;

/** The digest over all anchors, of 256 digests by the last byte of the id, so that no text grows with the house. */
const CONTENT = `select sha256(coalesce(string_agg(digest, ''::bytea order by bucket), '')) as content from (
    select get_byte(uuid_send(customer_id), 15) as bucket,
      sha256(string_agg(uuid_send(customer_id) || int4send(seq) || hash, ''::bytea order by customer_id)) as digest
    from points_anchors group by 1
  ) buckets`;

/** Accounts whose history was sealed, and is not what it was then. */
export const HISTORY_AS_SEALED = `
  select s.customer_id as "customerId", s.seq::bigint as seq, encode(s.hash, 'hex') as expected,
    coalesce(encode(e.hash, 'hex'), 'no entry') as found
  from points_anchors s left join points_entries e on e.customer_id = s.customer_id and e.seq = s.seq
  where ($1::uuid[] is null or s.customer_id = any($1)) and e.hash is distinct from s.hash`;

/** Seals that don't follow from the one before, and anchors that are not those of the last seal. */
export const SEALS_HOLD = `
  select null::uuid as "customerId", null::bigint as seq, expected, found from (
    select encode(sha256(coalesce(lag(digest) over (order by verification_id), '') || content), 'hex') as expected,
      encode(digest, 'hex') as found
    from points_seals
    union all
    select encode(last.content, 'hex'), encode(now.content, 'hex')
    from (select content from points_seals order by verification_id desc limit 1) last, (${CONTENT}) now
  ) seals where $1::uuid[] is null and expected <> found`;

/** The seals that clean proofs put on the books. */
@Injectable()
export class SealsStore {
  /**
   * Seals the books as this transaction sees them, unless somebody else is at it.
   *
   * @returns the digest to be kept elsewhere, too
   */
  async seal(em: EntityManager, seal: Pick<SealRow, 'verificationId' | 'sealedAt'>): Promise<Buffer | null> {
    const lock = await row<{ taken: boolean }>(em, 'select pg_try_advisory_xact_lock($1) as taken', [SEALING_LOCK]);
    if (!lock!.taken) return null;
    await affected(
      em,
      `insert into points_anchors as s (customer_id, seq, hash)
       select a.customer_id, a.seq, a.head_hash from points_accounts a left join points_anchors s using (customer_id)
       where a.seq > 0 and s.seq is distinct from a.seq
       on conflict (customer_id) do update set seq = excluded.seq, hash = excluded.hash`,
    );
    const before = await row<{ digest: Buffer }>(
      em,
      'select digest from points_seals order by verification_id desc limit 1',
    );
    const { content } = (await row<{ content: Buffer }>(em, CONTENT))!;
    const digest = createHash('sha256')
      .update(before?.digest ?? '')
      .update(content)
      .digest();
    await affected(
      em,
      `insert into points_seals (verification_id, sealed_at, accounts, entries, content, digest)
       select $1, $2, count(*), coalesce(sum(seq), 0), $3, $4 from points_anchors`,
      [seal.verificationId, seal.sealedAt, content, digest],
    );
    return digest;
  }
}
