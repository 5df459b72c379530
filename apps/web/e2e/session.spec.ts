import { ana, bia, command, expect, faults, row, search, seen, signIn, test } from './world';

const refreshes = (requests: string[]) => requests.filter((request) => request === 'POST /api/v1/auth/refresh').length;

const ROUNDS = Number(process.env.MRBILL_TAB_ROUNDS ?? 3); // 200 in ./mrbill test --all

test('W1: two tabs whose tokens have run out refresh once, and signing out in one empties the other', async ({ context, page }) => {
  test.setTimeout(120_000 + ROUNDS * 5_000);
  await context.clock.install();
  await signIn(page, ana);
  const other = await context.newPage();
  await other.goto('/pocs');
  await expect(row(other, 'poc-119')).toBeVisible();
  for (let round = 0; round < ROUNDS; round += 1) {
    await seen();
    for (const tab of [page, other]) await tab.clock.fastForward('11:00');
    await Promise.all([page, other].map((tab) => search(tab).fill(`kafka ${round}`)));
    await Promise.all([page, other].map((tab) => expect(tab).toHaveURL(new RegExp(`search=kafka\\+${round}`))));
    expect(refreshes(await seen())).toBe(1);
  }
  await page.getByRole('button', { name: /Ana/ }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await expect(other).toHaveURL(/\/sign-in$/);
  await expect(other.getByText('You signed out in another tab.')).toBeVisible();
  await expect(page).toHaveURL(/\/sign-in$/);
});

test('a change of company in one tab is noticed in the other before its next request', async ({ context, page }) => {
  await signIn(page, bia);
  const other = await context.newPage();
  await other.goto('/pocs/new');
  await other.getByLabel('Name', { exact: true }).fill('written in the first company');
  await seen();
  await page.getByRole('button', { name: /Company B/ }).click();
  await page.getByRole('menuitem', { name: 'Company A', exact: true }).click();
  await expect(page.getByText('You are in Company A now.')).toBeVisible();
  await expect(other.getByText('You changed company in another tab.')).toBeVisible();
  await expect(other.getByLabel('Name', { exact: true })).toHaveValue('');
  expect((await seen()).filter((request) => request.startsWith('POST /api/v1/pocs'))).toEqual([]);
});

test('a link into another company of theirs is one press away, and stays the address', async ({ page }) => {
  const [listed] = await Promise.all([page.waitForRequest('**/api/v1/pocs?*'), signIn(page, bia)]);
  const headers = { Authorization: `${listed.headers().authorization}` };
  const created = await page.request.post('/api/v1/pocs', { headers, data: { name: 'of Company B alone', language: 'Go' } });
  const { pocId } = (await created.json()) as { pocId: string };
  await page.getByRole('button', { name: /Company B/ }).click();
  await page.getByRole('menuitem', { name: 'Company A', exact: true }).click();
  await expect(page.getByText('You are in Company A now.')).toBeVisible();
  await page.goto(`/pocs/${pocId}`);
  await expect(page.getByRole('heading', { name: 'This POC is not here' })).toBeVisible();
  await page.getByRole('button', { name: 'Switch to Company B' }).click();
  await expect(page.getByRole('heading', { name: 'of Company B alone' })).toBeVisible();
  await expect(page).toHaveURL(new RegExp(`/pocs/${pocId}$`));
  await page.keyboard.press('Delete'); // other journeys count what is in this company
  await expect(page.getByText('of Company B alone is deleted.')).toBeVisible();
});

test('W4: who is signed out while writing signs in over the page, and one press saves', async ({ page, context }) => {
  const [login] = await Promise.all([page.waitForResponse('**/api/v1/auth/login'), signIn(page, ana, '/pocs/new')]);
  const { accessToken } = (await login.json()) as { accessToken: string };
  const description = 'A sentence that took a while. '.repeat(60);
  await page.getByLabel('Name', { exact: true }).fill('written over the end of a session');
  await page.getByLabel('Description').fill(description);
  await context.request.post('/api/v1/auth/logout', { headers: { 'X-Session-Transport': 'cookie' } });
  const headers = { Authorization: `Bearer ${accessToken}` };
  await expect.poll(async () => (await context.request.get('/api/v1/pocs', { headers })).status()).toBe(401); // everywhere within a second
  await page.getByRole('button', { name: 'Save' }).click();
  const dialog = page.getByRole('dialog', { name: 'Please sign in again' });
  await dialog.getByLabel('E-mail').fill(ana.email);
  await dialog.getByLabel('Password', { exact: true }).fill(ana.password);
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
  await expect(page.getByLabel('Description')).toHaveValue(description);
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(row(page, 'written over the end of a session')).toBeVisible();
});

test('a draft survives a reload, and is never another person’s', async ({ page }) => {
  await signIn(page, ana, '/pocs/new');
  await page.getByLabel('Name', { exact: true }).fill('half written');
  await page.reload();
  await expect(page.getByText('Here is what you were writing.')).toBeVisible();
  await expect(page.getByLabel('Name', { exact: true })).toHaveValue('half written');
  await command(page, 'sign out');
  await expect(page.getByLabel('E-mail')).toBeVisible();
  await signIn(page, bia, '/pocs/new');
  await expect(page.getByLabel('Name', { exact: true })).toHaveValue('');
});

test('who cannot reach anybody is told so, and goes on when the network is back', async ({ page }) => {
  await signIn(page, ana);
  await faults({ path: '/api/v1/auth/refresh', cut: true });
  await page.reload();
  await expect(page.getByText('Nobody answered.')).toBeVisible();
  await faults();
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(row(page, 'poc-119')).toBeVisible();
});
