import { OmitType } from '@nestjs/swagger';
import { ListField, ObjectField, TextField, WholeNumberField } from '@siyu/platform';
import { LedgerEntry } from './acts.dto';
import { LotMovement } from './balances.dto';

export class MyEntryPath {
  @WholeNumberField({ min: 1, max: 2_147_483_647, query: true })
  seq: number;
}

/** An entry as the member sees it. */
export class MyEntry extends OmitType(LedgerEntry, ['actor', 'customerId', 'key', 'source'] as const) {}

export class MyEntryPage {
  @ListField(() => MyEntry, { max: 200 })
  items: MyEntry[];

  @TextField({ max: 500, nullable: true })
  nextCursor: string | null;
}

export class MyEntryDetails {
  @ObjectField(() => MyEntry)
  entry: MyEntry;

  @ListField(() => LotMovement, { max: 100_000 })
  movements: LotMovement[];

  @ListField(() => MyEntry, { max: 1000 })
  reversals: MyEntry[];
}
