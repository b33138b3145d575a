import { applyDecorators } from '@nestjs/common';
import { ApiDefaultResponse } from '@nestjs/swagger';
import { Problem } from './problem';

/** Documents that every other answer of the controller is a problem document. */
export const AnswersProblems = () =>
  applyDecorators(ApiDefaultResponse({ type: Problem, description: 'A problem (RFC 9457).' }));
