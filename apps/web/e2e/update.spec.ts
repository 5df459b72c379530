import { ana, command, expect, row, seen, signIn, test, update } from './world';

const OFFER = 'There is a new version of Mr Bill.';
const comeBack = () => document.dispatchEvent(new Event('visibilitychange'));

test('a tab from before an update says so once, finds its files, and reloads when it is told to, with what was typed', async ({ page }) => {
  await signIn(page, ana, '/pocs/new');
  await page.getByLabel('Name', { exact: true }).fill('typed before the update');
  await page.evaluate(() => Object.assign(window, { sameTab: true }));
  try {
    const version = await update('newer');
    await page.evaluate(comeBack);
    await expect(page.getByText(OFFER)).toBeVisible();
    await expect(page.getByLabel('Name', { exact: true })).toHaveValue('typed before the update');
    await command(page, 'settings'); // palette and page come only now, from the version before
    await expect(page.getByRole('heading', { name: 'Settings' })).toBeVisible();
    expect(await page.evaluate(() => 'sameTab' in window)).toBe(true);
    await page.goBack();
    await expect(page.getByLabel('Name', { exact: true })).toHaveValue('typed before the update');
    await page.getByRole('button', { name: 'Reload' }).click();
    await expect(page.getByText('Here is what you were writing.')).toBeVisible();
    await expect(page.locator(`script[type=module][src*="/${version}/"]`)).toHaveCount(1);
    await seen();
    await page.evaluate(comeBack);
    await expect.poll(async () => (await seen()).filter((request) => request === 'GET /version.json')).toHaveLength(1);
    await expect(page.getByText(OFFER)).toBeHidden();
    await page.getByRole('button', { name: 'Discard the draft' }).click();
  } finally {
    await update('older');
  }
  await page.goto('/pocs');
  await expect(row(page, 'poc-119')).toBeVisible();
});
