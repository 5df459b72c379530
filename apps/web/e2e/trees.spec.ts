import { ana, expect, row, signIn, test } from './world';

// What a screen reader is told of the list, a form and the wizard, as it was read and found good: trees/. A change there is read again,
// then kept (README).

test('the list and a form tell a screen reader what they told before', async ({ page }) => {
  await signIn(page, ana, '/pocs?search=poc-077');
  await expect(row(page, 'poc-077')).toBeVisible();
  await expect(page.locator('body')).toMatchAriaSnapshot({ name: 'list.aria.yml' });
  await page.goto('/pocs/new');
  await expect(page.getByLabel('Name', { exact: true })).toBeVisible();
  await expect(page.getByRole('main')).toMatchAriaSnapshot({ name: 'form.aria.yml' });
});

// Its pictures come from the gateway itself: as with all of films, without the proxy.
test('@drawn the wizard tells a screen reader what it told before', async ({ page }) => {
  await signIn(page, ana, '/videos/new');
  await page.getByRole('radio', { name: 'Everything' }).check();
  await expect(page.getByRole('main')).toMatchAriaSnapshot({ name: 'wizard-period.aria.yml' });
  await page.getByRole('button', { name: 'Next' }).click();
  await expect(page.getByRole('main')).toMatchAriaSnapshot({ name: 'wizard-look.aria.yml' });
});
