import { describe, expect, it } from '@jest/globals';
import { readFieldMessage } from './field-messages';

describe('the rule that a field breaks', () => {
  it.each([
    ['must not be empty', 'empty', {}],
    ['must have at least 10 characters', 'tooShort', { limit: '10' }],
    ['must be at most -5', 'atMost', { limit: '-5' }],
    ['must be one of active, disabled', 'choice', { choices: 'active, disabled' }],
    ['must be a time with its zone, like 2026-11-22T08:00:00+08:00', 'time', {}],
    ['must have at most 1000 entries', 'tooMany', { limit: '1000' }],
  ])('reads "%s"', (message, key, values) => {
    expect(readFieldMessage(message)).toEqual({ key, values });
  });

  it('leaves a sentence it does not know to be shown as it is', () => {
    expect(readFieldMessage('must rhyme')).toBeNull();
  });
});
