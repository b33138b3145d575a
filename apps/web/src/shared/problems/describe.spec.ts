import { describe, expect, it } from '@jest/globals';
import { ApiProblem } from '@siyu/api-client';
import { describeProblem, fieldOfPointer } from './describe';

const words: Record<string, string> = {
  'problem.unexpected': 'Something went wrong',
  'problem.status.409': 'This was changed meanwhile',
  'problem.status.500': 'The server failed',
  'problem.staff.email-taken': 'Someone has this e-mail',
};
const translator = { t: (key: string) => words[key] ?? key, te: (key: string) => key in words };
const describeIn = (error: unknown) => describeProblem(error, translator);

describe('a problem in words', () => {
  it('is told by its code', () => {
    const problem = new ApiProblem({ status: 409, code: 'staff.email-taken', detail: 'taken', requestId: 'r-1' });
    expect(describeIn(problem)).toEqual({ sentence: 'Someone has this e-mail', detail: '', requestId: 'r-1' });
  });

  it('is told by its status when the code is new to us, with what the server says', () => {
    const problem = new ApiProblem({ status: 409, code: 'staff.novel', detail: 'Version 3 is stale' });
    expect(describeIn(problem)).toMatchObject({ sentence: 'This was changed meanwhile', detail: 'Version 3 is stale' });
  });

  it('says nothing of the inside of a failed server but the request id', () => {
    const problem = new ApiProblem({ status: 503, code: 'http.503', detail: 'stack trace', requestId: 'r-2' });
    expect(describeIn(problem)).toEqual({ sentence: 'The server failed', detail: '', requestId: 'r-2' });
  });

  it('is one plain sentence for a failure of our own', () => {
    expect(describeIn(new TypeError('x is undefined'))).toEqual({
      sentence: 'Something went wrong',
      detail: '',
      requestId: null,
    });
  });
});

describe('the field a pointer leads to', () => {
  it.each([
    ['/email', 'email'],
    ['/identities/0/value', 'identities.0.value'],
    ['#/email', 'email'],
    ['/attributes/shoe~1size', 'attributes.shoe/size'],
  ])('%s is %s', (pointer, field) => {
    expect(fieldOfPointer(pointer)).toBe(field);
  });
});
