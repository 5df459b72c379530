import { expect, isAccessible, mailed, row, test } from './world';

const password = 'quinze letras ou mais';

test('somebody new signs up, proves the address, and saves a first POC, by keyboard alone', async ({ page }) => {
  const email = `nova-${Date.now()}@example.org`;
  await page.goto('/');
  await expect(page).toHaveURL(/\/sign-in$/);
  await page.getByRole('link', { name: 'Create an account' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('Your name')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByText('Please fill this in.').first()).toBeVisible();
  await isAccessible(page);
  for (const text of ['Nova Pessoa', email, 'Nova Empresa', password]) {
    await page.keyboard.type(text);
    await page.keyboard.press('Tab');
  }
  await page.getByRole('button', { name: 'Create account' }).press('Enter');
  await expect(page.getByRole('heading', { name: 'Look into your mail' })).toBeVisible();
  await page.getByRole('link', { name: 'To sign-in' }).press('Enter');
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Send the mail again' })).toBeVisible();

  await page.goto(await mailed(email, '/verify-email'));
  await expect(page).toHaveURL(/\/verify-email$/);
  await page.getByRole('button', { name: 'Confirm my address' }).press('Enter');
  await page.getByRole('link', { name: 'Sign in' }).press('Enter');
  await expect(page.getByLabel('E-mail')).toBeFocused();
  await page.keyboard.type(email);
  await page.keyboard.press('Tab');
  await page.keyboard.type(password);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Your first POC' })).toBeVisible();

  await page.keyboard.press('n');
  await expect(page.getByLabel('Repository')).toBeFocused();
  await page.keyboard.insertText('https://code.example/team/pocs/tree/main/Relat%C3%B3rio_(v2)?utm_source=x#L10');
  await expect(page.getByLabel('Name', { exact: true })).toHaveValue('Relatório_(v2)');
  await page.keyboard.press('Enter');
  await expect(row(page, 'Relatório_(v2)')).toBeVisible();
  await expect(page.getByText('Relatório_(v2) is saved.')).toBeVisible();
});

test('a forgotten password is replaced by the link of a mail, which leaves the address at once', async ({ page }) => {
  const email = `esquecida-${Date.now()}@example.org`;
  await page.request.post('/api/v1/users', { data: { email, password, fullName: 'E', companyName: 'E', locale: 'en', timeZone: 'UTC' } });
  await page.goto(await mailed(email, '/verify-email'));
  await page.getByRole('button', { name: 'Confirm my address' }).click();
  await expect(page.getByRole('heading', { name: 'Your address is confirmed' })).toBeVisible();
  await page.goto('/forgot-password');
  await page.getByLabel('E-mail').fill(email);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Look into your mail' })).toBeVisible();
  await page.goto(await mailed(email, '/reset-password'));
  await expect(page).toHaveURL(/\/reset-password$/);
  await page.getByLabel('New password').fill('too short');
  await page.keyboard.press('Enter');
  await expect(page.getByText('At least 15 characters.')).toBeVisible();
  await page.getByLabel('New password').fill('outra frase bem comprida');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Your password is changed' })).toBeVisible();
  await page.reload();
  await expect(page.getByRole('heading', { name: 'This link is not whole' })).toBeVisible();
});
