import { aPerson, ana, counted, eva, expect, imported, inBothThemes, inNameOf, signIn, test } from './world';

const cells = 'svg [data-day]';

test('W7: days are those of the person’s zone, each once', async ({ page }) => {
  const headers = await inNameOf(page, eva);
  const live = (timeZone: string) => page.request.patch('/api/v1/users/me', { headers, data: { timeZone } });
  await live('America/Sao_Paulo');
  const made = {
    'new-years-eve': '2025-12-31T23:30:00-03:00',
    'new-year': '2026-01-01T00:10:00-03:00',
    'short-day': '2018-11-04T12:00:00-02:00',
  };
  const rows = Object.entries(made).map(([name, createdAt]) => ({ name, repositoryUrl: `https://example.org/${name}`, createdAt }));
  await imported(page, headers, rows);
  await signIn(page, eva, '/dashboard?period=2018');
  await expect(page.getByRole('link', { name: 'Nov 4, 2018: 1 POC' })).toBeVisible();
  expect(await page.locator(cells).count()).toBe(365);
  expect(await page.locator('[data-day="2018-11-04"]').count()).toBe(1);
  await page.getByLabel('Time').selectOption('2025');
  await expect(page.getByRole('link', { name: 'Dec 31, 2025: 1 POC' })).toBeVisible();
  await page.getByRole('link', { name: 'Dec 31, 2025: 1 POC' }).press('Enter');
  await expect(page).toHaveURL(/after=2025-12-31&before=2026-01-01/);
  await expect(page.getByRole('link', { name: 'new-years-eve' })).toBeVisible();
  await expect(counted(page)).toHaveText('1 POC');
  await live('Asia/Tokyo');
  await page.goto('/dashboard?period=2026');
  await expect(page.getByRole('link', { name: /^Jan 1, 2026: 2/ })).toBeVisible();
});

test('W7: days follow the zone that the person changes to, in this tab and in others, without a reload', async ({ page, context }) => {
  const person = await aPerson(page, 'Rui');
  await imported(page, await inNameOf(page, person), [
    { name: 'late', repositoryUrl: 'https://example.org/late', createdAt: '2026-01-01T23:30:00Z' },
    { name: 'early', repositoryUrl: 'https://example.org/early', createdAt: '2026-01-02T00:10:00Z' },
  ]);
  await signIn(page, person, '/dashboard?period=2026');
  const loads = await page.evaluate(() => performance.timeOrigin);
  const onJanuary2 = (count: string) => expect(page.getByRole('link', { name: `Jan 2, 2026: ${count}` })).toBeVisible();
  await onJanuary2('1 POC');
  const other = await context.newPage();
  await other.goto('/settings');
  await other.getByLabel('Time zone').selectOption('Asia/Tokyo');
  await onJanuary2('2 POCs');
  await page.keyboard.press(',');
  await page.getByLabel('Time zone').selectOption('UTC');
  await expect(page.getByText('Your days are those of UTC now.')).toBeVisible();
  await page.goBack();
  await onJanuary2('1 POC');
  await expect(other.getByLabel('Time zone')).toHaveValue('UTC');
  expect(await page.evaluate(() => performance.timeOrigin)).toBe(loads);
});

test('the dashboard leads into the catalogue, by keyboard, as charts and as tables', async ({ page }) => {
  await signIn(page, ana);
  await expect(counted(page)).toBeVisible();
  await page.keyboard.press('4');
  await expect(page).toHaveURL(/\/dashboard$/);
  await page.getByLabel('Time').selectOption('2024');
  await expect(page.locator(cells)).toHaveCount(366);
  await expect(page.getByRole('img', { name: 'Chart: Languages. Most: Go, 60.' })).toBeVisible();
  await inBothThemes(page);
  await page.keyboard.press('v');
  await inBothThemes(page);
  const months = page.getByRole('region', { name: 'By month' });
  await expect(months.getByRole('row')).toHaveCount(13);
  await months.getByRole('link', { name: 'January 2024' }).press('Enter');
  await expect(page).toHaveURL(/after=2024-01-01&before=2024-02-01$/);
  await expect(counted(page)).toHaveText('28 POCs');
  await page.goBack();
  await months.getByRole('link').first().waitFor({ state: 'hidden' });
  const languages = page.getByRole('region', { name: 'Languages' });
  await languages.getByRole('button', { name: 'Languages: as a table' }).press('Enter');
  await languages.getByRole('link', { name: 'Rust' }).press('Enter');
  await expect(page).toHaveURL(/language=Rust&after=2024-01-01&before=2025-01-01$/);
  await expect(counted(page)).toHaveText('60 POCs');
});
