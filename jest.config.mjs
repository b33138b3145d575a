/** One Jest run for the whole house; `scripts/jest.ts` narrows it to paths and brings PostgreSQL. */
export default {
  testEnvironment: 'node',
  roots: ['<rootDir>/apps', '<rootDir>/libs', '<rootDir>/scripts'],
  testMatch: ['**/*.spec.ts'],
  testPathIgnorePatterns: ['/node_modules/', ...(process.env.E2E ? [] : ['<rootDir>/apps/e2e/'])],
  extensionsToTreatAsEsm: ['.ts'],
  transform: {
    '^.+\\.m?ts$': [
      '@swc/jest',
      {
        jsc: {
          target: 'es2023',
          parser: { syntax: 'typescript', decorators: true },
          transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
        },
        module: { type: 'es6' },
        sourceMaps: 'inline',
      },
    ],
  },
  moduleNameMapper: {
    '^@siyu/platform/testing$': '<rootDir>/libs/platform/src/testing/index.ts',
    '^@siyu/([a-z-]+)$': '<rootDir>/libs/$1/src/index.ts',
  },
  moduleFileExtensions: ['ts', 'mts', 'mjs', 'js', 'json', 'node'],
  maxWorkers: 2,
  testTimeout: 30_000,
};
