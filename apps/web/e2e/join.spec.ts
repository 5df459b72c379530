import type { Page } from '@playwright/test';
import { INVITATION, aPerson, bia, expect, inBothThemes, inNameOf, mailedToken, seen, signIn, test } from './world';

const password = 'quinze letras ou mais';

/** The address of the app that an invitation of `owner` leads to. */
async function invited(page: Page, owner: { email: string; password: string }, email: string, mails = 1) {
  const headers = await inNameOf(page, owner);
  const answer = await page.request.post('/api/v1/tenants/current/invitations', { headers, data: { email, role: 'USER' } });
  expect(answer.ok(), await answer.text()).toBe(true);
  const { invitationId } = (await answer.json()) as { invitationId: string };
  const withdraw = () => page.request.delete(`/api/v1/tenants/current/invitations/${invitationId}`, { headers });
  return { address: `/join?token=${await mailedToken(email, INVITATION, mails)}`, withdraw };
}

test('W14: an invitation shows the one right next step to whoever opens it', async ({ page }) => {
  const owner = await aPerson(page, 'Igor', 'Igor & Cia');
  const known = await aPerson(page, 'Lia', 'Lia Labs');
  const email = `nova-${Date.now()}@example.org`;

  const forNew = await invited(page, owner, email);
  await seen();
  await page.goto(forNew.address);
  await expect(page).toHaveURL(/\/join$/);
  await expect(page.getByRole('heading', { name: 'You are invited' })).toBeVisible();
  expect((await seen()).filter((request) => request.includes('/api/') && request.includes('token'))).toEqual([]);
  await page.getByText('I am new here').click();
  await inBothThemes(page);
  await page.getByLabel('Your name').fill('Nova Gente');
  await page.getByLabel('Choose a password', { exact: true }).fill('too short');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert').first()).toContainText('15');
  await page.getByLabel('Choose a password', { exact: true }).fill(password);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'You belong to Igor & Cia now' })).toBeVisible();
  await page.getByRole('link', { name: 'Sign in' }).click();
  await signIn(page, { email, password }, '/sign-in');
  await expect(page.getByRole('button', { name: /Nova Gente/ })).toContainText('Igor & Cia');

  await page.goto(forNew.address); // a second time
  await page.getByRole('button', { name: 'Join' }).click();
  await expect(page.getByRole('heading', { name: 'This invitation cannot be used' })).toBeVisible();
  await page.goBack();
  await page.goForward();
  await expect(page).toHaveURL(/\/join$/); // without the token

  const forKnown = await invited(page, owner, known.email);
  await page.goto(forKnown.address); // as somebody else
  await page.getByRole('button', { name: 'Join' }).click();
  await expect(page.getByRole('alert')).toBeVisible();
  await page.getByRole('button', { name: 'Sign out and use another account' }).click();
  await page.getByLabel('Password', { exact: true }).fill(known.password);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'You belong to Igor & Cia now' })).toBeVisible();
});

test('W14: who is signed in with the invited address joins with one press, and nobody with one that was withdrawn', async ({ page }) => {
  const owner = await aPerson(page, 'Ugo', 'Ugo Obras');
  const { address } = await invited(page, owner, bia.email, 2); // after the one of people()
  await signIn(page, bia);
  await page.goto(address);
  await expect(page.getByText(`You are signed in as ${bia.email}.`)).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: /Ugo Obras/ })).toBeVisible();

  const email = `tarde-${Date.now()}@example.org`;
  const late = await invited(page, owner, email);
  expect((await late.withdraw()).ok()).toBe(true);
  await page.goto(late.address);
  await page.getByRole('button', { name: 'Join' }).click();
  await expect(page.getByRole('heading', { name: 'This invitation cannot be used' })).toBeVisible();
  await page.getByRole('link', { name: 'Back to my POCs' }).click();
  await expect(page).toHaveURL(/\/pocs$/);
});
