import type { Page } from '@playwright/test';
import { ana, counted, expect, faults, leo, row, search, signIn, test } from './world';

const BY_NAME = 'sortBy=name&sortOrder=asc';
const list = (page: Page) => page.getByRole('list', { name: 'POCs', exact: true });
const at = (page: Page, position: number) => list(page).locator(`li[aria-posinset="${position}"] a`);

/** Each row that is in the page: what it says of itself, and what it is. */
const told = (page: Page) =>
  list(page)
    .locator('li[aria-posinset]:has(a)')
    .evaluateAll((rows) => rows.map((each) => [each.ariaSetSize, each.ariaPosInSet, each.querySelector('a')?.textContent]));

const nameAt = (position: number): string => `row-${String(position - 1).padStart(4, '0')}`;

test('W5: a list of 5,000 is one list for everybody', async ({ page }) => {
  await signIn(page, leo, `/pocs?${BY_NAME}`);
  await expect(counted(page)).toHaveText('5,000 POCs');
  await at(page, 1).focus();
  for (const [key, position] of [
    ['ArrowDown', 2],
    ['j', 3],
    ['k', 2],
    ['ArrowUp', 1],
    ['End', 5_000],
    ['ArrowUp', 4_999],
    ['Home', 1],
  ] as const) {
    await page.keyboard.press(key);
    await expect(at(page, position), key).toBeFocused();
    await expect(at(page, position)).toHaveText(nameAt(position));
    await expect(at(page, position)).toBeInViewport();
  }
  await page.keyboard.press('PageDown');
  const below = Number(await page.evaluate(() => document.activeElement?.closest('li')?.ariaPosInSet));
  expect(below).toBeGreaterThan(4);
  await page.keyboard.press('PageUp');
  await expect(at(page, 1)).toBeFocused();

  const height = (await list(page).evaluate((each) => each.clientHeight)) / 5_000;
  await page.evaluate((top) => scrollTo(0, top), 4_000 * height);
  await expect(at(page, 4_003)).toHaveText(nameAt(4_003));
  await expect(at(page, 1)).toBeFocused();
  const rows = await told(page);
  expect(rows.length).toBeLessThan(60);
  for (const [size, position, name] of rows) expect([size, name]).toEqual(['5000', nameAt(Number(position))]);
  await page.evaluate(() => scrollTo(0, 0));
  await expect(at(page, 1)).toBeInViewport();
  await expect(at(page, 1)).toBeFocused();
  await page.keyboard.press('Tab');
  expect(await page.evaluate(() => document.activeElement?.closest('li[aria-posinset]'))).toBeNull();
  await page.keyboard.press('Shift+Tab');
  await expect(at(page, 1)).toBeFocused();

  await page.keyboard.press('/');
  await expect(search(page)).toBeFocused();
  await page.keyboard.type('row-4321');
  await expect(row(page, 'row-4321')).toBeVisible();
  await expect(counted(page)).toHaveText('1 POC');
});

/** How many rows are in the page when the printer takes it. */
async function watchPrinter(page: Page): Promise<() => Promise<{ times: number; rows: number; first: string; last: string }>> {
  await page.evaluate(() => {
    const paper = { times: 0, rows: 0, first: '', last: '' };
    Object.assign(window, { paper });
    const take = () => {
      const names = [...document.querySelectorAll('li[aria-posinset] a')].map((each) => each.textContent ?? '');
      Object.assign(paper, { times: paper.times + 1, rows: names.length, first: names[0], last: names.at(-1) });
    };
    window.print = () => {
      window.dispatchEvent(new Event('beforeprint')); // as a browser does
      take();
      window.dispatchEvent(new Event('afterprint'));
    };
  });
  return () => page.evaluate(() => (window as unknown as { paper: { times: number; rows: number; first: string; last: string } }).paper);
}

test('W5: on paper are all rows of a list, in their order', async ({ page }) => {
  await signIn(page, leo, `/pocs?${BY_NAME}`);
  await expect(counted(page)).toHaveText('5,000 POCs');
  const paper = await watchPrinter(page);
  await page.keyboard.press('Control+p');
  await expect.poll(paper, { timeout: 60_000 }).toEqual({ times: 1, rows: 5_000, first: 'row-0000', last: 'row-4999' });
  await expect.poll(async () => (await told(page)).length).toBeLessThan(60);
});

test('W5: a list of 60 is printed as 60; the browser’s own menu prints what has come, and says so', async ({ page }) => {
  await signIn(page, ana, `/pocs?search=poc&language=Go&${BY_NAME}`);
  await expect(counted(page)).toHaveText('60 POCs');
  const paper = await watchPrinter(page);
  await faults({
    method: 'GET',
    path: '/api/v1/pocs',
    query: 'pageSize=100',
    status: 500,
    body: { code: 'internal', detail: 'Our fault.' },
  });
  await page.keyboard.press('Control+p');
  await expect(page.getByText('Nothing was printed: Our fault.')).toBeVisible();
  await faults();
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect.poll(paper).toEqual({ times: 1, rows: 60, first: 'poc-000', last: 'poc-118' });

  const [rows, words] = await page.evaluate(() => {
    window.dispatchEvent(new Event('beforeprint')); // nothing is waited for
    const onPaper = document.querySelectorAll('li[aria-posinset] a').length;
    return [onPaper, document.querySelector('main')?.textContent ?? ''] as const;
  });
  expect(rows).toBe(50);
  expect(words).toContain('Here are 50 POCs of 60 POCs. Press Ctrl+P in the list to print all of them.');
});
