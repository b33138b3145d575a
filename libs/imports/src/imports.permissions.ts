/** Permission codes of this lib. To run an import one also needs the kind's own permission, such as `orders.write`. */
export const importsPermissions = { read: 'imports.read', run: 'imports.run' } as const;
