/** An order as a shop sends it, of a customer of its own unless told otherwise. */
export function sampleOrder(externalId: string, changes: Record<string, unknown> = {}) {
  return {
    source: 'shop',
    externalId,
    identities: [{ type: 'member_no', value: `M-${externalId}` }],
    placedAt: '2026-03-01T10:00:00+08:00',
    paidAt: '2026-03-01T10:05:00+08:00',
    status: 'paid',
    currency: 'CNY',
    totalCents: 12_000,
    items: [
      { sku: 'TEA-1', name: '龙井', category: '茶', quantity: 2, unitPriceCents: 5000 },
      { sku: 'CUP-1', quantity: 1, unitPriceCents: 2000 },
    ],
    channel: 'mini-program',
    utm: { source: 'wechat' },
    ...changes,
  };
}
