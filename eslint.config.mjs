import nx from '@nx/eslint-plugin';
import prettier from 'eslint-config-prettier';
import vue from 'eslint-plugin-vue';
import globals from 'globals';
import tseslint from 'typescript-eslint';

/** What every server lib may use besides its own row below. */
const plumbing = ['kernel', 'platform'];
const serverLibs = [...plumbing, 'staff', 'imports', 'customers', 'orders', 'points', 'tiers', 'segments'];

/**
 * The architecture diagram: who may import whom. An arrow that is not in this table does not compile in CI.
 * Upward reactions travel by event and job, never by import.
 */
const mayImport = {
  'lib:kernel': [],
  'lib:platform': ['kernel'],
  'lib:imports': plumbing,
  'lib:staff': plumbing,
  'lib:customers': [...plumbing, 'imports'],
  'lib:orders': [...plumbing, 'imports', 'customers'],
  'lib:points': [...plumbing, 'imports', 'customers', 'orders'],
  'lib:tiers': [...plumbing, 'imports', 'customers', 'orders', 'points'],
  'lib:segments': [...plumbing, 'customers'],
  'lib:api-client': [],
  'app:api': serverLibs,
  'app:worker': serverLibs,
  'app:web': ['api-client'],
  'app:e2e': ['api-client'],
};

/** Inside the console: app -> features -> shared. Features meet by route names only. */
const insideTheConsole = [
  ['shared/**', '/(app|features)/', 'shared/ knows neither app/ nor features/'],
  ['features/*/*', '^\\.\\./(?!\\.\\./)|^(\\.\\./)+app/', 'a feature imports itself and shared/, never another feature or app/'],
  ['features/*/*/**', '^(\\.\\./){2}(?!\\.\\./)|^(\\.\\./)+app/', 'a feature imports itself and shared/, never another feature or app/'],
];

export default tseslint.config(
  { ignores: ['**/dist', '**/.data*', '**/.nx', '**/node_modules', '**/schema.d.ts', '**/coverage'] },
  ...tseslint.configs.recommended,
  ...vue.configs['flat/recommended'],
  prettier,
  {
    files: ['**/*.{ts,mts,mjs,vue}'],
    languageOptions: {
      globals: { ...globals.node, ...globals.browser },
      parserOptions: { parser: tseslint.parser, extraFileExtensions: ['.vue'] },
    },
    plugins: { '@nx': nx },
    rules: {
      '@nx/enforce-module-boundaries': [
        'error',
        {
          enforceBuildableLibDependency: false,
          // How a server is bundled is said once, for both apps.
          allow: ['../../scripts/vite-server-build.ts'],
          depConstraints: Object.entries(mayImport).map(([sourceTag, libs]) => ({
            sourceTag,
            onlyDependOnLibsWithTags: libs.map((lib) => `lib:${lib}`),
          })),
        },
      ],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/consistent-type-imports': 'off',
      'max-lines': ['error', { max: 400, skipBlankLines: true, skipComments: true }],
      'no-console': 'error',
    },
  },
  {
    files: ['libs/kernel/src/**/*.ts'],
    ignores: ['**/*.spec.ts'],
    rules: { 'no-restricted-imports': ['error', { patterns: [{ regex: '^[^.]', message: 'kernel depends on nothing' }] }] },
  },
  {
    files: ['libs/*/src/**/domain/**/*.ts'],
    ignores: ['**/*.spec.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        { patterns: [{ regex: '^(@nestjs|typeorm|pg|node:)', message: 'domain/ is pure: no framework, no I/O' }] },
      ],
      'no-restricted-syntax': [
        'error',
        { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: 'domain/ takes the time as an argument' },
        { selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']", message: 'domain/ takes the time as an argument' },
        { selector: "CallExpression[callee.object.name='Math'][callee.property.name='random']", message: 'domain/ takes chance as an argument' },
      ],
    },
  },
  ...insideTheConsole.map(([files, regex, message]) => ({
    files: [`apps/web/src/${files}`],
    rules: { 'no-restricted-imports': ['error', { patterns: [{ regex, message }] }] },
  })),
  {
    files: ['scripts/**', 'apps/api/src/cli/**', 'apps/web/**/*.vue'],
    rules: { 'no-console': 'off', 'vue/multi-word-component-names': 'off' },
  },
);
