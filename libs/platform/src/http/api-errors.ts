import { applyDecorators } from '@nestjs/common';
import { ApiDefaultResponse, ApiExtraModels, getSchemaPath } from '@nestjs/swagger';
import { Problem } from './problem';

/** Documents that every other answer of the controller is a problem document. */
export const AnswersProblems = () =>
  applyDecorators(
    ApiExtraModels(Problem),
    ApiDefaultResponse({
      description: 'A problem (RFC 9457).',
      content: { 'application/problem+json': { schema: { $ref: getSchemaPath(Problem) } } },
    }),
  );
