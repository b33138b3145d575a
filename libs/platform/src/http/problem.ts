import type { FieldFault } from '@siyu/kernel';
import { FreeFormField, ListField, TextField, WholeNumberField } from './fields';

class ProblemFault implements FieldFault {
  @TextField({ max: 500, description: 'JSON pointer of the field.' })
  pointer: string;

  @TextField({ max: 500 })
  message: string;
}

/** An error answer, `application/problem+json` (RFC 9457) with a stable `code` for programs. */
export class Problem {
  @TextField({ max: 200, example: 'urn:siyu:problem:request.invalid' })
  type: string;

  @TextField({ max: 200 })
  title: string;

  @WholeNumberField({ min: 400, max: 599 })
  status: number;

  @TextField({ max: 2000 })
  detail: string;

  @TextField({ max: 2000, description: 'Path of the request.' })
  instance: string;

  @TextField({ max: 100, example: 'request.invalid' })
  code: string;

  @TextField({ max: 100, description: 'Name it when you report the problem.' })
  requestId: string;

  @FreeFormField({ optional: true })
  extra?: Record<string, unknown>;

  @ListField(() => ProblemFault, { max: 50, optional: true })
  errors?: ProblemFault[];
}
