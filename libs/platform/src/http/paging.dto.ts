import { DEFAULT_LIMIT, MAX_LIMIT } from '@siyu/kernel';
import { TextField, WholeNumberField } from './fields';

/** Query of every list: `?limit=&cursor=`. */
export class PageQuery {
  @WholeNumberField({ min: 1, max: MAX_LIMIT, optional: true, query: true, description: 'How many rows at most.' })
  limit: number = DEFAULT_LIMIT;

  @TextField({ max: 500, optional: true, description: '`nextCursor` of the page before.' })
  cursor?: string;
}
