import { defineConfig } from 'vitest/config';

// What the app asks of each service and what it reads of the answers, written down as pacts: tests/pact runs this and asks the services.
export default defineConfig({
  resolve: { alias: { '@': new URL('../src', import.meta.url).pathname } },
  test: { environment: 'node', include: ['pact/*.pact.ts'], fileParallelism: false, testTimeout: 30_000 },
});
