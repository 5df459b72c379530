import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

// deploy/local/web.py names the version: what the build is made of, as a digest. Files of one version lie in a folder of their own.
const version = process.env.MRBILL_WEB_VERSION ?? 'dev';
const gateway = process.env.MRBILL_URL ?? 'http://localhost:8080';

export default defineConfig(({ command }) => ({
  base: command === 'build' ? `/static/js/${version}/` : '/',
  plugins: [react()],
  resolve: { alias: { '@': new URL('src', import.meta.url).pathname } },
  define: { __VERSION__: JSON.stringify(version) },
  server: {
    strictPort: false,
    proxy: Object.fromEntries(['/api', '/objects', '/s/', '/problems'].map((path) => [path, { target: gateway }])),
  },
  build: {
    target: 'es2022',
    assetsDir: '',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    license: { fileName: 'licences.json' },
    // What the first page brings is one file: it is smaller than its parts.
    rolldownOptions: { output: { codeSplitting: { groups: [{ name: 'base', tags: ['$initial'] }] } } },
  },
  test: {
    environment: 'node', // a test that needs a page says so in its first line
    pool: 'threads',
    include: ['src/**/*.test.{ts,tsx}', 'generate/**/*.test.ts'],
    maxWorkers: 2,
    testTimeout: 60_000, // for a machine that is busy
    restoreMocks: true,
    coverage: {
      provider: 'v8',
      include: ['src/**/*.ts'],
      // Hooks and what stands on a browser's own are seen at work end to end (e2e/).
      exclude: [
        'src/generated/**',
        'src/**/use-*.ts',
        'src/**/browser-*.ts',
        'src/app/{languages,spoken,theme,routes}.ts',
        'src/**/session-words.ts',
        'src/**/{list,card}-styles.ts',
        'src/shared/api/store.ts',
        'src/testing/**',
        'src/**/*.test.ts',
        'src/**/texts/*.ts',
        'src/**/*.d.ts',
      ],
      reporter: ['text', 'json-summary'],
      thresholds: { lines: 85 },
    },
  },
}));
