import { aPerson, ana, command, expect, inBothThemes, row, signIn, test } from './world';

test('what one chooses in the settings holds at once, and can be taken back', async ({ page }) => {
  await signIn(page, ana);
  await expect(row(page, 'poc-119')).toContainText('May 8, 2024');
  await page.keyboard.press(',');
  await expect(page.getByRole('heading', { name: 'Settings' })).toBeVisible();
  await inBothThemes(page);
  await page.getByLabel('Time zone').selectOption('Pacific/Kiritimati');
  await expect(page.getByText('Your days are those of Pacific/Kiritimati now.')).toBeVisible();
  await command(page, 'compact');
  await page.getByRole('link', { name: 'My POCs' }).click();
  await expect(row(page, 'poc-119')).toContainText('May 9, 2024');
  await expect.poll(async () => (await row(page, 'poc-119').boundingBox())?.height).toBeLessThan(50);
  await page.goBack();
  await page.getByText('Comfortable').click();
  await page.getByLabel('Time zone').selectOption('UTC');
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByLabel('Time zone')).toHaveValue('Pacific/Kiritimati');
  await page.getByLabel('Time zone').selectOption('UTC');
  await expect(page.getByText('Your days are those of UTC now.')).toBeVisible();
});

test('a name is saved where it stands; where it changed meanwhile, both are shown; a language is spoken at once', async ({ page }) => {
  const somebody = await aPerson(page, 'Nina');
  const [login] = await Promise.all([page.waitForResponse('**/api/v1/auth/login'), signIn(page, somebody, '/settings')]);
  const { accessToken } = (await login.json()) as { accessToken: string };
  const name = page.getByLabel('Your name');
  await name.fill('Nina Sem Salvar');
  await page.reload();
  await expect(name).toHaveValue('Nina Sem Salvar');
  await page.keyboard.press('Tab');
  await name.press('Escape');
  await expect(name).toHaveValue('Nina');
  const headers = { Authorization: `Bearer ${accessToken}`, 'If-Match': '*' };
  expect((await page.request.patch('/api/v1/users/me', { headers, data: { fullName: 'Nina Costa' } })).ok()).toBe(true);
  await name.fill('Nina Dias');
  await page.keyboard.press('Enter');
  await expect(page.getByText('It says now: “Nina Costa”')).toBeVisible();
  await page.getByRole('button', { name: 'Keep mine' }).click();
  await expect(page.getByRole('button', { name: /Nina Dias/ })).toBeVisible();

  await page.getByLabel('Language', { exact: true }).selectOption('Português (Brasil)');
  await expect(page.getByRole('heading', { name: 'Configurações' })).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'pt-BR');
  await page.setViewportSize({ width: 360, height: 740 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
});

test('help, news and the licences of everything that is in the app', async ({ page }) => {
  await signIn(page, ana);
  await expect(row(page, 'poc-119')).toBeVisible();
  await page.keyboard.press('h');
  await expect(page.getByRole('heading', { name: 'Help', level: 1 })).toBeVisible();
  await inBothThemes(page);
  await page.getByRole('link', { name: 'What is new' }).click();
  await expect(page.getByRole('heading', { name: 'Mr Bill in a browser' })).toBeVisible();
  await inBothThemes(page);
  await command(page, 'about');
  const reactDom = page.getByRole('group').filter({ hasText: 'react-dom 18.' });
  await expect(reactDom).toContainText('MIT');
  expect(await page.getByRole('group').count()).toBeGreaterThan(20);
  await reactDom.getByText(/^react-dom 18/).click();
  await expect(reactDom.getByText('Permission is hereby granted, free of charge')).toBeVisible();
  await inBothThemes(page);
});
