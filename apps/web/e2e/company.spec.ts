import type { Page } from '@playwright/test';
import { INVITATION, aPerson, command, expect, inBothThemes, mailedToken, signIn, test } from './world';

const section = (page: Page, name: string) => page.getByRole('region', { name, exact: true });
const member = (page: Page, name: string) => section(page, 'Members').getByRole('listitem').filter({ hasText: name });
const invitation = (page: Page, email: string) => section(page, 'Invitations').getByRole('listitem').filter({ hasText: email });

test('an owner names the company, invites, gives and takes roles, and removes, by keyboard alone', async ({ page }) => {
  const owner = await aPerson(page, 'Olga', 'Firma');
  await signIn(page, owner);
  await expect(page.getByRole('heading', { name: 'Your first POC' })).toBeVisible();
  await page.keyboard.press('p');
  const name = page.getByLabel('Name', { exact: true });
  await expect(name).toHaveValue('Firma');
  await inBothThemes(page);

  await name.fill('Firma & Filhos');
  await page.keyboard.press('Enter');
  await expect(page.getByText('It is called Firma & Filhos now.')).toBeVisible();
  await expect(page.getByRole('button', { name: /Olga/ })).toContainText('Firma & Filhos');

  await page.getByRole('heading', { level: 1 }).click();
  await page.keyboard.press('w');
  await expect(page.getByLabel('E-mail')).toBeFocused();
  await page.keyboard.type('nobody');
  await page.keyboard.press('Enter');
  await expect(page.getByText('That does not look like an e-mail address.')).toBeVisible();
  const email = `rui-${Date.now()}@example.org`;
  await page.getByLabel('E-mail').fill(email);
  await page.keyboard.press('Enter');
  await expect(invitation(page, email)).toContainText('Waiting');
  await expect(page.getByLabel('E-mail')).toHaveValue('');
  await expect(page.getByLabel('E-mail')).toBeFocused();
  await page.getByRole('button', { name: `Withdraw the invitation of ${email}` }).press('Enter');
  await expect(invitation(page, email)).toContainText('Withdrawn');
  await page.getByRole('button', { name: 'Invite again' }).press('Enter');
  await expect(invitation(page, email).first()).toContainText('Waiting');

  const token = await mailedToken(email, INVITATION, 2);
  const joining = { token, fullName: 'Rui Lima', password: 'quinze letras ou mais' };
  expect((await page.request.post('/api/v1/auth/accept-invitation', { data: joining })).ok()).toBe(true);
  await page.reload();
  const role = page.getByLabel('Role of Rui Lima');
  await role.selectOption('Admin');
  await expect(page.getByText('Rui Lima: Admin.')).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).press('Enter');
  await expect(role).toHaveValue('USER');

  await command(page, 'remove rui');
  const dialog = page.getByRole('alertdialog', { name: 'Remove Rui Lima?' });
  await expect(dialog.getByRole('button', { name: 'Cancel' })).toBeFocused();
  await inBothThemes(page);
  await dialog.getByRole('button', { name: 'Remove' }).press('Enter');
  await expect(member(page, 'Rui Lima')).toBeHidden();
  await expect(page.getByText('Rui Lima no longer belongs to the company.')).toBeVisible();
});

test('the last owner stays; who is not it leaves, and is told where they are then', async ({ page, browser }) => {
  const owner = await aPerson(page, 'Vera', 'Lojas Vera');
  await signIn(page, owner, '/company');
  await page.getByLabel('Role of Vera').selectOption('Member');
  const stepDown = page.getByRole('alertdialog', { name: 'Become Member yourself?' });
  await stepDown.getByRole('button', { name: 'Give up my role' }).click();
  await expect(stepDown.getByRole('alert')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(stepDown).toBeHidden();
  await expect(page.getByLabel('Role of Vera')).toHaveValue('OWNER');

  const email = `beto-${Date.now()}@example.org`;
  await page.getByLabel('E-mail').fill(email);
  await page.keyboard.press('Enter');
  await expect(invitation(page, email)).toContainText('Waiting');
  const password = 'quinze letras ou mais';
  const joining = { token: await mailedToken(email), fullName: 'Beto', password };
  expect((await page.request.post('/api/v1/auth/accept-invitation', { data: joining })).ok()).toBe(true);

  const theirs = await browser.newContext({ baseURL: process.env.MRBILL_URL, viewport: { width: 360, height: 740 } });
  const beto = await theirs.newPage();
  await signIn(beto, { email, password }, '/company');
  await expect(member(beto, 'Vera')).toContainText('Owner');
  await expect(beto.getByLabel(/Role of/)).toHaveCount(0);
  expect(await beto.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  await beto.getByRole('button', { name: 'Leave' }).click();
  await beto.getByRole('alertdialog').getByRole('button', { name: 'Leave' }).click();
  await expect(beto.getByText('You have left Lojas Vera.')).toBeVisible();
  await expect(beto).toHaveURL(/\/sign-in$/);
  await signIn(beto, { email, password }, '/sign-in', 'You belong to no company');
  await theirs.close();
});
