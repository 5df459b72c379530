import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { cutTexts, speakPseudo, strangeTexts } from './pseudo';
import { ana, expect, inNameOf, row, signIn, test } from './world';

const ROUTES = [...readFileSync('src/app/routes.tsx', 'utf8').matchAll(/(?:path="|^ +')(\/[^"']*)["']/gm)].map(
  ([, path]) => path as string,
);
const OF_NOBODY = ['/sign-in', '/sign-up', '/forgot-password', '/reset-password', '/verify-email', '/join'];
const NOBODYS = '00000000-0000-4000-8000-000000000000';

const PHONE = { width: 360, height: 740 };
const DESK = { width: 1280, height: 800 };

/** What people, programs and the calendar say on these pages, each in its own language. */
const SAID = [
  /^Mr Bill$/,
  /^placeholder=https:\/\/$/,
  /poc-\d+|kafka|wasm|proof of concept|All about|streaming|events/,
  /Ana Souza|Bia|Company [ABC]|@example\.org/,
];

async function look(page: Page, address: string): Promise<string[]> {
  await page.setViewportSize(PHONE);
  await page.goto(address);
  await page.locator('h1').first().waitFor();
  await expect(page.locator('main [aria-busy=true], main .MuiSkeleton-root'), address).toHaveCount(0); // a stream is never idle
  const wrong = [...(await widerThan(page, PHONE.width)), ...(await cutTexts(page)).map((text) => `cut on a phone: ${text}`)];
  await page.setViewportSize(DESK);
  const strange = (await strangeTexts(page)).filter((text) => !SAID.some((said) => said.test(text)));
  wrong.push(...strange.map((text) => `no text of the app: ${text}`));
  wrong.push(...(await cutTexts(page)).map((text) => `cut on a desk: ${text}`));
  await page.evaluate(() => (document.documentElement.style.fontSize = '200%'));
  wrong.push(...(await widerThan(page, DESK.width)), ...(await cutTexts(page)).map((text) => `cut at twice the size: ${text}`));
  return wrong.map((each) => `${address} ${each}`);
}

async function widerThan(page: Page, width: number): Promise<string[]> {
  const is = await page.evaluate(() => document.documentElement.scrollWidth);
  return is > width ? [`is ${is} px wide where there are ${width}`] : [];
}

async function lookAtAll(page: Page, addresses: readonly string[]): Promise<void> {
  const wrong: string[] = [];
  for (const address of addresses) wrong.push(...(await look(page, address)));
  if (process.env.MRBILL_PSEUDO_TOLD) console.log(wrong.join('\n'));
  expect(wrong).toEqual([]);
}

test('what is cut, and what is no text of the app, is seen to be', async ({ page }) => {
  await page.setContent(
    `<main><p style="width: 60px; overflow: hidden; white-space: nowrap">⟦Longer than its place~~~⟧</p><p>⟦It has room~~~⟧</p>
    <p>Written where it stands</p><input placeholder="And here" /><kbd>Ctrl</kbd></main>`,
  );
  expect(await cutTexts(page)).toEqual(['p: ⟦Longer than its place~~~⟧']);
  expect(await strangeTexts(page)).toEqual(['Written where it stands', 'placeholder=And here']);
});

test('longer texts have room on each page of who is not signed in: on a phone, and at twice their size', async ({ page }) => {
  await speakPseudo(page);
  await lookAtAll(page, [...OF_NOBODY, '/nowhere']);
});

test('longer texts have room on each other page: on a phone, and at twice their size', async ({ page }) => {
  test.setTimeout(240_000);
  await signIn(page, ana);
  await expect(row(page, 'poc-119')).toBeVisible();
  const headers = await inNameOf(page, ana);
  const first = async (path: string, list: string) =>
    ((await (await page.request.get(path, { headers })).json()) as Record<string, Record<string, string>[]>)[list]?.[0] ?? {};
  const ids: Record<string, string | undefined> = {
    ':pocId': (await first('/api/v1/pocs?pageSize=1', 'items')).pocId,
    ':importId': (await first('/api/v1/pocs/imports', 'items')).importId,
  };
  await speakPseudo(page);
  const addresses = ROUTES.filter((path) => !OF_NOBODY.includes(path)).map((path) => path.replace(/:\w+/, (name) => ids[name] ?? NOBODYS));
  expect(addresses.length).toBeGreaterThan(15);
  await lookAtAll(page, [
    ...addresses,
    '/pocs?search=nothingatall',
    '/pocs?search=poc&language=Go&tags=streaming',
    '/dashboard?period=2024',
  ]);
});
