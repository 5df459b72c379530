import { defineConfig } from '@playwright/test';

// Debian's own Chromium, one at a time; the platform is a real one, behind a proxy of ours that can make the network worse.
export default defineConfig({
  testDir: 'e2e',
  outputDir: 'dist/test-results',
  snapshotPathTemplate: 'e2e/trees/{arg}{ext}',
  workers: 1,
  retries: 0,
  forbidOnly: true,
  timeout: 120_000, // for a machine that is busy; each takes seconds
  expect: { timeout: 15_000 },
  reporter: [['line']],
  use: {
    baseURL: process.env.MRBILL_URL,
    viewport: { width: 1280, height: 800 },
    locale: 'en-US',
    timezoneId: 'America/Sao_Paulo',
    actionTimeout: 15_000,
    trace: 'retain-on-failure',
    launchOptions: { executablePath: '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'] },
  },
});
