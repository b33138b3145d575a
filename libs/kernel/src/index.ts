export * from './amounts';
export * from './birthdays';
export * from './clock';
export * from './csv';
export * from './dates';
export * from './errors';
export * from './ids';
export * from './paging';
