import { ListField, TextField, WholeNumberField } from '@siyu/platform';
import { MAX_IDENTITY_LENGTH } from '@siyu/customers';

/** One name by which a source knows the customer. */
export class SourceIdentity {
  @TextField({ max: 40, example: 'phone' })
  type: string;

  @TextField({ max: MAX_IDENTITY_LENGTH, example: '+8613800138000' })
  value: string;
}

export class BatchFault {
  @TextField({ max: 500, description: 'JSON pointer of the field within the request.', example: '/orders/3/placedAt' })
  pointer: string;

  @TextField({ max: 500 })
  message: string;
}

/** One entry of a batch that was not recorded. */
export class BatchFailure {
  @WholeNumberField({ min: 0, description: 'Its place in the list, from 0.' })
  index: number;

  @TextField({ max: 100, example: 'orders.identity-missing' })
  code: string;

  @TextField({ max: 2000 })
  detail: string;

  @ListField(() => BatchFault, { max: 50, optional: true })
  errors?: BatchFault[];
}

/** What became of a batch. The four numbers add up to its length. */
export class BatchAnswer {
  @WholeNumberField({ min: 0 })
  created: number;

  @WholeNumberField({ min: 0 })
  updated: number;

  @WholeNumberField({ min: 0, description: 'Entries that say what is known already.' })
  unchanged: number;

  @ListField(() => BatchFailure, { max: 1000 })
  failed: BatchFailure[];
}
