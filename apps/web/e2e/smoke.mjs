// smoke.mjs: reads { url, email, password, name, browser } and walks through the app as a person does, each step within its time:
// sign in, create, search, a report. Prints a line of JSON for each: { step, milliseconds, error? }. What it made is called `name`.
import { stdin } from 'node:process';
import { json } from 'node:stream/consumers';
import { chromium } from '@playwright/test';

const STEP_MS = 20_000;

const { url, email, password, name, browser: executablePath } = await json(stdin);
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'] });
const context = await browser.newContext({ baseURL: url, locale: 'en-US', ignoreHTTPSErrors: false });
await context.addInitScript(() => globalThis.localStorage.setItem('mrbill.language', '"en"'));
const page = await context.newPage();
page.setDefaultTimeout(STEP_MS);
const named = () => page.getByRole('article').filter({ has: page.getByRole('link', { name, exact: true }) });

const steps = {
  'sign in': async () => {
    await page.goto('/pocs/new');
    await page.getByLabel('E-mail').fill(email);
    await page.getByLabel('Password', { exact: true }).fill(password);
    await page.keyboard.press('Enter');
    await page.getByLabel('Name', { exact: true }).waitFor();
  },
  create: async () => {
    await page.getByLabel('Name', { exact: true }).fill(name);
    await page.getByLabel('Tags').fill('smoke,');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText(`${name} is saved.`).waitFor();
    await named().waitFor();
  },
  search: async () => {
    await page.getByRole('searchbox').fill(name);
    await page.waitForURL(/search=/);
    await named().locator('mark').first().waitFor();
  },
  report: async () => {
    await page.goto('/reports/new');
    await page.getByRole('radio', { name: 'Everything' }).check();
    await page.getByLabel('Title').fill(name);
    await page.getByLabel('Only with any of these tags').fill('smoke,');
    await page.getByRole('radio', { name: /^CSV/ }).check();
    await page.getByRole('button', { name: 'Make the report' }).click();
    await page.waitForURL(/\/reports\/[0-9a-f-]{36}$/);
    await page.getByRole('link', { name: 'Download' }).waitFor();
  },
};

for (const [step, walk] of Object.entries(steps)) {
  const began = Date.now();
  const error = await walk().then(
    () => undefined,
    (reason) => String(reason.message).split('\n')[0],
  );
  console.log(JSON.stringify({ step, milliseconds: Date.now() - began, error }));
  if (error) break; // the next begins where this one would have ended
}
await browser.close();
