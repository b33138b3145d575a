/** Bounds of what callers may ask for. Far beyond any shop, and far within what whole numbers can count. */
export const limits = {
  points: 1_000_000_000_000,
  reason: 200,
  reference: 128,
  key: 128,
  keyPattern: /^[\x21-\x7e]+$/,
  batch: 10_000,
};
