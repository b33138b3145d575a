export * from './api-contract';
export * from './test-app';
export * from './test-database';
