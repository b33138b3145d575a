export const ordersPermissions = { read: 'orders.read', write: 'orders.write' } as const;
