import { IdField, InstantField, TextField } from '@siyu/platform';
import { MAX_IDENTITY_LENGTH } from '../domain/identities';
import { MAX_NAME_LENGTH } from '../domain/names';

/** The member, as she sees herself. */
export class Member {
  @IdField()
  customerId: string;

  @TextField({ min: 0, max: MAX_NAME_LENGTH, description: 'Empty as long as nobody has told a name.' })
  displayName: string;

  @TextField({ max: 40, nullable: true, example: '138****8000', description: 'With its middle covered.' })
  phone: string | null;

  @TextField({ max: MAX_IDENTITY_LENGTH, nullable: true })
  memberNo: string | null;

  @InstantField({ description: 'When the brand first saw her.' })
  since: string;
}
