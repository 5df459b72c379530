// What a machine can see to: arrows between zones, no literal text, files and functions of a size that one reads at a glance.
import { readdirSync } from 'node:fs';
import js from '@eslint/js';
import react from 'eslint-plugin-react';
import hooks from 'eslint-plugin-react-hooks';
import ts from 'typescript-eslint';

const features = readdirSync(new URL('src/features', import.meta.url));
const never = (files, group, message) => ({
  files,
  rules: { 'no-restricted-imports': ['error', { patterns: [{ group, message }] }] },
});
const OUT = ['../../*']; // from one zone into another by its path: the alias says which
const spoken = 'aria-label|aria-description|title|placeholder|label|alt|helperText|content';

export default ts.config(
  { ignores: ['dist/**', 'coverage/**', 'src/generated/**'] },
  js.configs.recommended,
  ...ts.configs.strict,
  { files: ['public/**'], languageOptions: { globals: { document: 'readonly', localStorage: 'readonly', matchMedia: 'readonly' } } },
  {
    files: ['generate/**', 'e2e/**', 'tests/**', '*.js'],
    languageOptions: { globals: { process: 'readonly', console: 'readonly', URL: 'readonly', Buffer: 'readonly', setTimeout: 'readonly' } },
  },
  { files: ['public/**'], rules: { 'no-var': 'off' } },
  {
    files: ['src/**/*.{ts,tsx}'],
    plugins: { react, 'react-hooks': hooks },
    settings: { react: { version: '18.3' } },
    rules: {
      'react-hooks/rules-of-hooks': 'error',
      'react-hooks/exhaustive-deps': 'error',
      'max-lines': ['error', { max: 600 }],
      'max-lines-per-function': ['error', { max: 60, skipBlankLines: true, skipComments: true }],
      'max-depth': ['error', 3],
      eqeqeq: 'error',
      'no-console': 'error',
      'react/jsx-no-literals': ['error', { noStrings: false, allowedStrings: ['·', '—', '/', '×', '→'] }],
      'react/no-danger': 'error',
      'react/jsx-no-target-blank': 'error',
      'react/jsx-key': 'error',
      'no-restricted-syntax': [
        'error',
        {
          selector: `JSXAttribute[name.name=/^(${spoken})$/] > Literal`,
          message: 'What a person reads stands in texts/, in each language.',
        },
        {
          selector: 'JSXElement > JSXExpressionContainer > Literal[value=/[A-Za-z]{2}/]',
          message: 'What a person reads stands in texts/, in each language.',
        },
      ],
    },
  },
  { files: ['src/**/*.tsx'], rules: { 'max-lines': ['error', { max: 250 }] } },
  {
    files: ['src/**/*.test.{ts,tsx}', 'src/testing/**'],
    rules: { 'max-lines-per-function': 'off', 'react/jsx-no-literals': 'off', 'no-restricted-syntax': 'off' },
  },
  never(['src/shared/**'], ['@/features/*', '@/app/*', '@/testing/*', ...OUT], 'shared sees itself alone: hand it in from app/.'),
  ...features.map((own) =>
    never(
      [`src/features/${own}/**`],
      ['@/app/*', ...OUT, ...features.filter((other) => other !== own).map((other) => `@/features/${other}/**`)],
      'A feature sees shared/ and itself: join features in app/.',
    ),
  ),
  { files: ['src/**/*.test.{ts,tsx}'], rules: { 'no-restricted-imports': 'off' } },
);
