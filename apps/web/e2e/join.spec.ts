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
  return { address: `/join#token=${await mailedToken(email, INVITATION, mails)}`, withdraw };
}

test('W14: an invitation shows who invites and the one right next step, to whoever opens it', async ({ page }) => {
  const owner = await aPerson(page, 'Igor', 'Igor & Cia');
  const known = await aPerson(page, 'Lia', 'Lia Labs');
  const email = `nova-${Date.now()}@example.org`;
  const title = page.getByRole('heading', { name: 'Igor invites you to Igor & Cia' });

  const forNew = await invited(page, owner, email); // signed out, without an account
  await seen();
  await page.goto(forNew.address);
  await expect(page).toHaveURL(/\/join$/);
  await expect(title).toBeVisible();
  await expect(page.getByText(`For ${email}, as Member.`)).toBeVisible();
  expect((await seen()).filter((request) => request.includes('token='))).toEqual([]);
  await inBothThemes(page);
  await page.getByLabel('Your name').fill('Nova Gente');
  await page.getByLabel('Choose a password', { exact: true }).fill('too short');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert').first()).toContainText('15');
  await page.getByLabel('Choose a password', { exact: true }).fill(password);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: /Nova Gente/ })).toContainText('Igor & Cia');

  await page.goto('/settings');
  await page.goto(forNew.address); // a second time
  await expect(page.getByRole('heading', { name: 'This invitation was accepted already' })).toBeVisible();
  await expect(page.getByText('Igor invited you to Igor & Cia.')).toBeVisible();
  await page.goBack();
  await page.goForward();
  await expect(page).toHaveURL(/\/join$/); // without the token

  const forKnown = await invited(page, owner, known.email);
  await page.goto('/settings');
  await page.goto(forKnown.address); // as somebody else
  await expect(page.getByText(`The invitation is for ${known.email}, and you are signed in as ${email}.`)).toBeVisible();
  await page.getByRole('button', { name: 'Sign out and go on' }).click();
  await expect(title).toBeVisible(); // signed out, with an account
  await page.getByLabel('Password', { exact: true }).fill(known.password);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: /Lia/ })).toContainText('Igor & Cia');
});

test('W14: who is signed in with the invited address joins with one press, and nobody with one that was withdrawn', async ({ page }) => {
  const owner = await aPerson(page, 'Ugo', 'Ugo Obras');
  const { address } = await invited(page, owner, bia.email, 2); // after the one of people()
  await signIn(page, bia);
  await page.goto(address);
  await expect(page.getByRole('heading', { name: 'Ugo invites you to Ugo Obras' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Join' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: /Ugo Obras/ })).toBeVisible();

  const late = await invited(page, owner, `tarde-${Date.now()}@example.org`);
  expect((await late.withdraw()).ok()).toBe(true);
  await page.goto(late.address);
  await expect(page.getByRole('heading', { name: 'This invitation was withdrawn' })).toBeVisible();
  await page.getByRole('link', { name: 'To my POCs' }).click();
  await expect(page).toHaveURL(/\/pocs$/);
});
