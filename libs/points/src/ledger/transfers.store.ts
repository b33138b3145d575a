import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { affected, row } from '@siyu/platform';
import type { TransferRow } from './transfers.entities';

const COLUMNS = `customer_id as "customerId", transfer_id as "transferId", from_id as "fromId", actor, lots,
  hold_ids as "holdIds", debt, done_at as "doneAt", undone_at as "undoneAt"`;

/** Takeovers of accounts, and whose keys count as whose since. The accounts are locked by the caller. */
@Injectable()
export class TransfersStore {
  find(em: EntityManager, transferId: string): Promise<TransferRow | null> {
    return row<TransferRow>(em, `select ${COLUMNS} from points_transfers where transfer_id = $1`, [transferId]);
  }

  /** From now on the keys of the other account, and of those that it absorbed, count as this one's, too. */
  async insert(em: EntityManager, transfer: TransferRow): Promise<void> {
    const { customerId, transferId, fromId, actor, lots, holdIds, debt, doneAt } = transfer;
    await affected(
      em,
      `insert into points_transfers (customer_id, transfer_id, from_id, actor, lots, hold_ids, debt, done_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [customerId, transferId, fromId, actor, JSON.stringify(lots), holdIds, debt, doneAt],
    );
    await affected(
      em,
      `insert into points_lineages (customer_id, absorbed_id, transfer_id)
       select $1::uuid, $2::uuid, $3::uuid union all
       select $1::uuid, absorbed_id, $3::uuid from points_lineages
       where customer_id = $2::uuid and absorbed_id <> $1::uuid`,
      [customerId, fromId, transferId],
    );
    await affected(em, 'update points_accounts set absorbed = true where customer_id = $1', [customerId]);
  }

  async undo(em: EntityManager, { customerId, transferId }: TransferRow, at: Date): Promise<void> {
    await affected(
      em,
      'update points_transfers set undone_at = $3 where customer_id = $1 and transfer_id = $2 and undone_at is null',
      [customerId, transferId, at],
    );
    await affected(em, 'delete from points_lineages where customer_id = $1 and transfer_id = $2', [
      customerId,
      transferId,
    ]);
    await affected(
      em,
      `update points_accounts a
       set absorbed = exists (select from points_lineages l where l.customer_id = a.customer_id)
       where a.customer_id = $1`,
      [customerId],
    );
  }
}
