import type { Page } from '@playwright/test';
import { aPerson, ana, command, counted, expect, inBothThemes, isAccessible, signIn, test } from './world';

const kept = (page: Page) => page.getByRole('list', { name: 'Saved searches' }).getByRole('listitem');
const dialog = (page: Page) => page.getByRole('dialog');

const beside = (page: Page, name: string) => page.getByRole('region', { name: 'Saved searches' }).getByRole('link', { name });

/** By keyboard: whatever has the focus is where one is. */
async function save(page: Page, name: string): Promise<void> {
  await page.keyboard.press('s');
  await expect(dialog(page).getByRole('textbox', { name: 'Name' })).toBeFocused();
  await page.keyboard.press('Control+a');
  await page.keyboard.type(name);
}

test('a search is kept, opened, replaced, renamed, deleted and brought back by keyboard alone', async ({ page }) => {
  await signIn(page, ana, '/pocs?search=poc&language=Go');
  await expect(counted(page)).toHaveText('60 POCs');
  await save(page, 'Proofs in Go');
  await inBothThemes(page);
  await page.keyboard.press('Enter');
  await expect(page.getByText('“Proofs in Go” is saved.')).toBeVisible();
  await expect(beside(page, 'Proofs in Go')).toHaveAttribute('aria-current', 'page');

  await page.goto('/dashboard');
  await expect(beside(page, 'Proofs in Go')).toBeVisible();
  await command(page, 'proofs');
  await expect(page).toHaveURL(/\/pocs\?search=poc&language=Go$/);
  await expect(counted(page)).toHaveText('60 POCs');

  await page.keyboard.press('/');
  await page.keyboard.type('poc lang:rust ');
  await expect(counted(page)).toHaveText('120 POCs');
  await page.keyboard.press('Tab');
  await save(page, 'proofs in go');
  await expect(dialog(page).getByText('You already keep a search as “Proofs in Go”.')).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByText('“Proofs in Go” is replaced.')).toBeVisible();

  await page.keyboard.press('7');
  await expect(kept(page)).toHaveText([/Proofs in Go.*Go or Rust/]);
  await inBothThemes(page);
  await page.getByRole('button', { name: 'Rename “Proofs in Go”' }).press('Enter');
  await page.keyboard.press('Control+a');
  await page.keyboard.type('All proofs');
  await page.keyboard.press('Enter');
  await expect(kept(page)).toHaveText([/All proofs/]);
  await page.getByRole('button', { name: 'Delete “All proofs”' }).press('Enter');
  await expect(page.getByRole('heading', { name: 'No saved searches yet' })).toBeVisible();
  await expect(page.locator('#content')).toBeFocused();
  await isAccessible(page);
  await page.getByRole('button', { name: 'Undo' }).press('Enter');
  await expect(kept(page)).toHaveText([/All proofs/]);
  await page.getByRole('link', { name: 'All proofs' }).last().press('Enter');
  await expect(page).toHaveURL(/\/pocs\?search=poc&language=Go&language=Rust$/);
});

test('on a phone the bookmark leads to them; another search of a name is told before it is renamed, and nobody else sees them', async ({
  page,
  browser,
}) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await signIn(page, await aPerson(page, 'Mia'), '/pocs?tags=wasm');
  for (const name of ['One', 'Two']) {
    await page.getByRole('button', { name: 'Saved searches' }).click();
    await page.getByRole('menuitem', { name: 'Save this search' }).click();
    await dialog(page).getByRole('textbox', { name: 'Name' }).fill(name);
    await dialog(page).getByRole('button', { name: 'Save' }).click();
    await expect(page.getByText(`“${name}” is saved.`)).toBeVisible();
  }
  await page.getByRole('button', { name: 'Saved searches' }).click();
  await isAccessible(page, 'region'); // a menu lies over the page's regions
  await page.getByRole('menuitem', { name: 'Manage all 2' }).click();
  await page.getByRole('button', { name: 'Rename “Two”' }).click();
  await dialog(page).getByRole('textbox', { name: 'Name' }).fill('ONE');
  await dialog(page).getByRole('button', { name: 'Save' }).click();
  await expect(dialog(page).getByRole('alert')).toHaveText('You already keep another search as “One”.');
  await page.keyboard.press('Escape');
  await expect(kept(page)).toHaveText([/One/, /Two/]);

  const theirs = await (await browser.newContext({ baseURL: process.env.MRBILL_URL, locale: 'en' })).newPage();
  await signIn(theirs, await aPerson(theirs, 'Noa'), '/searches');
  await expect(theirs.getByRole('heading', { name: 'No saved searches yet' })).toBeVisible();
  await theirs.context().close();
});
