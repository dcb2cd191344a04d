import nextVitals from 'eslint-config-next/core-web-vitals';
import tseslint from 'typescript-eslint';

const CLOCK_AND_CHANCE = [
  { object: 'Math', property: 'random', message: 'Pure rooms get chance as a parameter.' },
  { object: 'Date', property: 'now', message: 'Pure rooms get the time as a parameter.' },
  { object: 'performance', property: 'now', message: 'Pure rooms get the time as a parameter.' },
  { object: 'process', property: 'env', message: 'Pure rooms get settings as parameters.' },
];

/**
 * The law of pure rooms: no clock, no chance, no network, no settings.
 * @type {import('eslint').Linter.Config}
 */
export const purity = {
  files: ['lib/**/*.ts'],
  ignores: ['lib/server/**'],
  rules: {
    'no-restricted-properties': ['error', ...CLOCK_AND_CHANCE],
    'no-restricted-syntax': [
      'error',
      {
        selector: 'NewExpression[callee.name="Date"][arguments.length=0]',
        message: 'Pure rooms get the time as a parameter.',
      },
    ],
    'no-restricted-globals': [
      'error',
      ...['fetch', 'window', 'document', 'setTimeout', 'setInterval', 'setImmediate', 'process'].map(
        (name) => ({
          name,
          message: 'Pure rooms touch neither network, browser, timers nor process.',
        }),
      ),
    ],
  },
};

export default tseslint.config(
  {
    ignores: ['.next/**', 'lib/server/generated/**', 'next-env.d.ts', 'coverage/**', 'playwright-report/**'],
  },
  // Only where there is React: its compiler's rules read every function of a file.
  ...nextVitals.map((config) =>
    config.rules === undefined
      ? config
      : { ...config, files: ['app/**/*.{ts,tsx}', 'components/**/*.{ts,tsx}'] },
  ),
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: ['**/*.ts', '**/*.tsx', '**/*.mts'],
    extends: [...tseslint.configs.strictTypeChecked, ...tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/consistent-type-definitions': ['error', 'type'],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
      'max-params': ['error', 4],
      'no-console': 'error',
    },
  },
  purity,
  { files: ['scripts/**', 'prisma/**', 'tests/bench/**', '*.config.*'], rules: { 'no-console': 'off' } },
);
