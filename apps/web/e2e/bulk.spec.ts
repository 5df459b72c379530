import type { Page } from '@playwright/test';
import { ana, bia, counted, expect, faults, inBothThemes, inNameOf, row, search, signIn, test } from './world';

const bar = (page: Page) => page.getByRole('region', { name: 'Selection' });

test('W13: many are picked over pages, deleted, refused by name, and brought back by Undo', async ({ page }) => {
  const mine = await inNameOf(page, ana);
  const { tenantId } = (await (await page.request.get('/api/v1/tenants/current', { headers: mine })).json()) as { tenantId: string };
  const login = await page.request.post('/api/v1/auth/login', { data: { email: bia.email, password: bia.password, tenantId } });
  const theirs = { Authorization: `Bearer ${((await login.json()) as { accessToken: string }).accessToken}` };
  for (const name of ['poc-002-of-bia', 'poc-117-of-bia'])
    expect((await page.request.post('/api/v1/pocs', { headers: theirs, data: { name, isPublic: true } })).ok()).toBe(true);
  await signIn(page, ana, '/pocs?scope=tenant&search=poc&sortBy=name&sortOrder=asc');
  await expect(counted(page)).toHaveText('122 POCs');
  const kept = page.waitForResponse((response) => response.url().endsWith('/favorite'));
  await row(page, 'poc-003').getByRole('button').click();
  await kept;
  await page.getByRole('link', { name: 'poc-000' }).focus();
  await page.keyboard.press('x');
  for (let step = 0; step < 21; step += 1) await page.keyboard.press('Shift+ArrowDown');
  await expect(bar(page)).toContainText('22 POCs selected');
  for (let step = 0; step < 2; step += 1) await page.keyboard.press('Shift+ArrowUp'); // a range ends where one is
  await page.keyboard.press('End');
  await expect(page.getByRole('link', { name: 'poc-119' })).toBeFocused();
  await page.keyboard.press('x');
  for (let step = 0; step < 19; step += 1) await page.keyboard.press('Shift+ArrowUp');
  await expect(bar(page)).toContainText('40 POCs selected');
  await inBothThemes(page);
  await page.keyboard.press('Delete');
  const refused = page.getByRole('dialog', { name: '2 POCs stayed as they were' });
  await expect(refused.getByRole('listitem')).toHaveText([/^poc-002-of-biaIt belongs to somebody else/, /^poc-117-of-biaIt belongs/]);
  await expect(refused).toContainText('38 POCs deleted.');
  await inBothThemes(page);
  await page.keyboard.press('Enter'); // Close has the focus
  await page.getByText('38 POCs deleted.').hover(); // it stays as long as it is looked at
  await expect(counted(page)).toHaveText('84 POCs');
  await expect(page.locator('a[data-index]:focus')).toHaveCount(1); // what had the focus is gone, and the list has it still

  const other = await page.context().newPage();
  await other.goto('/trash');
  await expect(other.getByRole('listitem').filter({ hasText: 'poc-0' }).first()).toBeVisible();
  await inBothThemes(other);
  await other.getByRole('button', { name: 'Restore poc-000' }).click();
  await expect(other.getByRole('button', { name: 'Restore poc-000' })).toBeHidden();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByText('38 POCs restored.')).toBeVisible();
  await expect(counted(page)).toHaveText('122 POCs');
  await page.keyboard.press('Home');
  await expect(row(page, 'poc-003').getByRole('button', { pressed: true })).toBeVisible();
  await expect(row(page, 'poc-000')).toContainText('streaming');
  await other.reload();
  await expect(other.getByRole('heading', { name: 'The trash is empty' })).toBeVisible();
  for (const name of ['poc-002-of-bia', 'poc-117-of-bia']) {
    const found = await page.request.get(`/api/v1/pocs?search=${name}`, { headers: theirs });
    const { items } = (await found.json()) as { items: { pocId: string }[] };
    for (const { pocId } of items) await page.request.delete(`/api/v1/pocs/${pocId}`, { headers: { ...theirs, 'If-Match': '*' } });
  }
});

test('tags are added to many at once, and Undo takes from each what it lacked', async ({ page }) => {
  await signIn(page, ana, '/pocs?search=kafka');
  await row(page, 'kafka-to-sse').getByRole('checkbox').check();
  await bar(page).getByRole('button', { name: 'Select all 2' }).click();
  await bar(page).getByRole('button', { name: 'Add tags' }).click();
  const dialog = page.getByRole('dialog', { name: 'Add tags' });
  await dialog.getByRole('button', { name: 'Apply' }).click();
  await expect(dialog.getByRole('alert')).toHaveText('Please fill this in.');
  await dialog.getByLabel('Tags').fill('events,at-once,');
  await inBothThemes(page);
  await dialog.getByRole('button', { name: 'Apply' }).click();
  await expect(page.getByText('Tags added to 2 POCs.')).toBeVisible();
  await expect(bar(page)).toBeHidden();
  await expect(page.locator('a[data-index]:focus')).toHaveCount(1);
  await expect(row(page, 'kafka-to-sse').locator('.tags li')).toHaveText(['events', 'at-once']);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByText('Tags removed from 2 POCs.')).toBeVisible();
  await page.reload();
  await expect(row(page, 'kafka-to-sse').locator('.tags li')).toHaveText(['events']);
});

test('what is picked belongs to the list it was picked in', async ({ page }) => {
  await signIn(page, ana, '/pocs?search=poc&sortBy=name&sortOrder=asc');
  await page.getByRole('link', { name: 'poc-000' }).focus();
  await page.keyboard.press('a'); // over pages that nobody has seen yet
  await expect(bar(page)).toContainText('120 POCs selected');
  await page.keyboard.press('Escape');
  await expect(bar(page)).toBeHidden();
  await expect(page.getByRole('link', { name: 'poc-000' })).toBeFocused();
  await page.keyboard.press('c');
  await page.getByRole('link', { name: 'poc-000' }).focus();
  await page.keyboard.press('x');
  await page.keyboard.press('Shift+ArrowRight');
  await expect(bar(page)).toContainText('2 POCs selected');
  await row(page, 'poc-002').getByRole('checkbox').check();
  await inBothThemes(page);
  await page.keyboard.press('c');
  await expect(row(page, 'poc-002').getByRole('checkbox')).toBeChecked();
  await expect(bar(page)).toContainText('3 POCs selected');
  await search(page).fill('poc-119');
  await expect(counted(page)).toHaveText('1 POC');
  await expect(bar(page)).toBeHidden();
  await search(page).fill('poc');
  await expect(row(page, 'poc-000').getByRole('checkbox')).not.toBeChecked();
  await expect(bar(page)).toBeHidden();
});

test('a POC that leaves the list elsewhere is no longer picked', async ({ page }) => {
  await signIn(page, ana, '/pocs?search=wasm-notes');
  const name = await page.locator('a.name').first().innerText();
  await row(page, name).getByRole('checkbox').check();
  await expect(bar(page)).toContainText('1 POC selected');
  const headers = await inNameOf(page, ana);
  const found = await page.request.get(`/api/v1/pocs?search=${name}`, { headers });
  const { pocId } = ((await found.json()) as { items: { pocId: string }[] }).items[0] as { pocId: string };
  await page.request.delete(`/api/v1/pocs/${pocId}`, { headers });
  await bar(page).getByRole('button', { name: 'Show to the company' }).click();
  const refused = page.getByRole('dialog', { name: '1 POC stayed as it was' });
  await expect(refused.getByRole('listitem')).toHaveText(`${name}It is no longer there.`);
  await page.request.post(`/api/v1/pocs/${pocId}/restore`, { headers });
});

test('a change of many that nobody answers is undone, told by name, and tried again', async ({ page }) => {
  await signIn(page, ana, '/pocs?search=kafka');
  await page.getByRole('link', { name: 'kafka-to-sse' }).focus();
  await page.keyboard.press('a');
  await expect(bar(page)).toContainText('2 POCs selected');
  await faults({ method: 'POST', path: '/pocs/bulk', status: 500, body: { code: 'internal', detail: 'Our fault.', requestId: 'r-7' } });
  await page.keyboard.press('Delete');
  const refused = page.getByRole('dialog', { name: '2 POCs stayed as they were' });
  await expect(refused.getByRole('listitem')).toHaveText([/^kafka-.*Our fault\.$/, /^kafka-.*Our fault\.$/]);
  await expect(page.locator('a.name')).toHaveCount(2); // back already, behind the dialog
  await faults();
  await refused.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByText('2 POCs deleted.')).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Nothing found' })).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(row(page, 'kafka-to-sse')).toBeVisible();
});

test.describe('on a phone, in Portuguese', () => {
  test.use({ viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true });

  test('several are selected by touch', async ({ page }) => {
    await signIn(page, ana, '/pocs?search=poc');
    await page.evaluate(() => localStorage.setItem('mrbill.language', JSON.stringify('pt-BR')));
    await page.goto('/pocs?search=poc&sortBy=name&sortOrder=asc');
    await page.getByRole('button', { name: 'Mais', exact: true }).tap();
    await page.getByRole('menuitem', { name: 'Selecionar várias' }).tap();
    const selection = page.getByRole('region', { name: 'Seleção' });
    await expect(selection).toContainText('Nada selecionado');
    await row(page, 'poc-001').getByRole('checkbox').tap();
    await row(page, 'poc-002').getByRole('checkbox').tap();
    await expect(selection).toContainText('2 POCs selecionadas');
    await inBothThemes(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
    await selection.getByRole('button', { name: 'Mostrar para a empresa' }).tap();
    await expect(page.getByText('A empresa agora vê 2 POCs.')).toBeVisible();
    await page.getByRole('button', { name: 'Desfazer' }).tap();
    await expect(page.getByText('Agora só você vê 2 POCs.')).toBeVisible();
  });
});
