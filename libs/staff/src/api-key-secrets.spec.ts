import { describe, expect, it } from '@jest/globals';
import { makeSecret, secretHash } from './api-key-secrets';

describe('a secret', () => {
  it('is never made twice and fits into a header', () => {
    const secrets = new Set(Array.from({ length: 100 }, makeSecret));
    expect(secrets.size).toBe(100);
    for (const secret of secrets) expect(secret).toMatch(/^siyu_[\w-]{43}$/);
  });

  it('cannot be read from what is kept', () => {
    expect(secretHash('siyu_x')).toMatch(/^[0-9a-f]{64}$/);
    expect(secretHash('siyu_x')).not.toBe(secretHash('siyu_y'));
  });
});
