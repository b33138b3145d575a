import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { affected, row, rows } from '@siyu/platform';
import type { CheckResult, VerificationRow, VerificationStatus } from './verifications.entities';

const COLUMNS = `verification_id as "verificationId", status, only_customer_id as "customerId",
  requested_by as "requestedBy", requested_at as "requestedAt", finished_at as "finishedAt", took_ms as "tookMs", accounts,
  entries, checks, drift, problem, digest`;

/** How a proof ended. */
export type Result = Pick<
  VerificationRow,
  'finishedAt' | 'tookMs' | 'accounts' | 'entries' | 'checks' | 'drift' | 'digest'
>;

/** Every read and write of what proofs of the books came to. */
@Injectable()
export class VerificationsStore {
  find(em: EntityManager, verificationId: string): Promise<VerificationRow | null> {
    return row<VerificationRow>(em, `select ${COLUMNS} from points_verifications where verification_id = $1`, [
      verificationId,
    ]);
  }

  underWay(em: EntityManager): Promise<VerificationRow | null> {
    return row<VerificationRow>(
      em,
      `select ${COLUMNS} from points_verifications where status in ('queued', 'running')`,
    );
  }

  /** Newest first, behind `before`. */
  list(em: EntityManager, limit: number, before: string | null): Promise<VerificationRow[]> {
    return rows<VerificationRow>(
      em,
      `select ${COLUMNS} from points_verifications where $2::uuid is null or verification_id < $2
       order by verification_id desc limit $1`,
      [limit, before],
    );
  }

  /** @returns false when another one is under way */
  async queue(
    em: EntityManager,
    asked: Pick<VerificationRow, 'verificationId' | 'requestedBy' | 'requestedAt'>,
  ): Promise<boolean> {
    const inserted = await affected(
      em,
      `insert into points_verifications (verification_id, status, requested_by, requested_at, checks, drift)
       values ($1, 'queued', $2, $3, '[]', '[]') on conflict do nothing`,
      [asked.verificationId, asked.requestedBy, asked.requestedAt],
    );
    return inserted === 1;
  }

  /** What was proved without waiting. */
  async insertDone(
    em: EntityManager,
    asked: Pick<VerificationRow, 'verificationId' | 'customerId' | 'requestedBy' | 'requestedAt'>,
    result: Result,
  ): Promise<void> {
    const { verificationId, customerId, requestedBy, requestedAt } = asked;
    await affected(
      em,
      `insert into points_verifications (verification_id, status, only_customer_id, requested_by, requested_at, finished_at,
         took_ms, accounts, entries, checks, drift, digest)
       values ($1, 'done', $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
      [verificationId, customerId, requestedBy, requestedAt, ...valuesOf(result)],
    );
  }

  /** @returns false when it is over */
  async begin(em: EntityManager, verificationId: string): Promise<boolean> {
    const begun = await affected(
      em,
      `update points_verifications set status = 'running', checks = '[]'
       where verification_id = $1 and status in ('queued', 'running')`,
      [verificationId],
    );
    return begun === 1;
  }

  /** Notes how far it has come. @returns false when it was called off */
  async progress(em: EntityManager, verificationId: string, checks: CheckResult[]): Promise<boolean> {
    const noted = await affected(
      em,
      `update points_verifications set checks = $2 where verification_id = $1 and status = 'running'`,
      [verificationId, JSON.stringify(checks)],
    );
    return noted === 1;
  }

  async finish(em: EntityManager, verificationId: string, result: Result): Promise<void> {
    await affected(
      em,
      `update points_verifications set status = 'done', finished_at = $2, took_ms = $3, accounts = $4, entries = $5,
         checks = $6, drift = $7, digest = $8
       where verification_id = $1 and status = 'running'`,
      [verificationId, ...valuesOf(result)],
    );
  }

  /** Ends one that is under way without a result. @returns null when it is over already */
  end(
    em: EntityManager,
    verificationId: string,
    status: Extract<VerificationStatus, 'failed' | 'cancelled'>,
    at: Date,
    problem: string | null,
  ): Promise<VerificationRow | null> {
    return row<VerificationRow>(
      em,
      `update points_verifications set status = $2, finished_at = $3, problem = $4
       where verification_id = $1 and status in ('queued', 'running') returning ${COLUMNS}`,
      [verificationId, status, at, problem],
    );
  }
}

function valuesOf({ finishedAt, tookMs, accounts, entries, checks, drift, digest }: Result): unknown[] {
  return [finishedAt, tookMs, accounts, entries, JSON.stringify(checks), JSON.stringify(drift), digest];
}
