import type { Page, Response } from '@playwright/test';
import { ana, expect, inBothThemes, isAccessible, row, seen, signIn, test } from './world';

const BUDGET_KB = 170; // 180 at most; what was gained stays

/** JavaScript that a page loads until it is quiet, as it comes over the wire. */
async function scriptsOf(page: Page, address: string): Promise<number> {
  const lengths: Promise<number>[] = [];
  const count = (response: Response) => {
    if (response.url().endsWith('.js')) lengths.push(response.allHeaders().then((headers) => Number(headers['content-length'])));
  };
  page.on('response', count);
  await page.goto(address);
  await page.waitForLoadState('networkidle');
  page.off('response', count);
  return (await Promise.all(lengths)).reduce((sum, length) => sum + length, 0) / 1000;
}

test('the first page is small', async ({ page, browser }) => {
  await page.setExtraHTTPHeaders({ 'Accept-Encoding': 'gzip' });
  const signInPage = await scriptsOf(page, '/sign-in');
  await signIn(page, ana);
  const state = await page.context().storageState();
  const fresh = await browser.newContext({ storageState: state, extraHTTPHeaders: { 'Accept-Encoding': 'gzip' } });
  const list = await scriptsOf(await fresh.newPage(), `${process.env.MRBILL_URL}/pocs`);
  await fresh.close();
  console.log(`first page, JavaScript in gzip: sign-in ${signInPage.toFixed(1)} kB, list ${list.toFixed(1)} kB`);
  expect(Math.max(signInPage, list)).toBeLessThan(BUDGET_KB);
  expect(Math.min(signInPage, list)).toBeGreaterThan(50);
});

test('W6: no frame is painted in the other theme', async ({ browser }) => {
  for (const [system, chosen, background] of [
    ['light', 'dark', 'rgb(17, 17, 23)'],
    ['dark', 'light', 'rgb(248, 248, 251)'],
  ] as const) {
    const context = await browser.newContext({ colorScheme: system, baseURL: process.env.MRBILL_URL });
    await context.addInitScript((theme) => localStorage.setItem('mrbill.theme', theme), chosen);
    await context.addInitScript(() => {
      const seenOn: string[] = [];
      const look = () => {
        if (document.documentElement) seenOn.push(getComputedStyle(document.documentElement).backgroundColor);
        requestAnimationFrame(look);
      };
      requestAnimationFrame(look);
      Object.assign(window, { seenOn });
    });
    const page = await context.newPage();
    await page.goto('/sign-in');
    await expect(page.getByLabel('E-mail')).toBeVisible();
    const colours = await page.evaluate(() => [...new Set((window as unknown as { seenOn: string[] }).seenOn)]);
    expect(colours.filter((colour) => colour !== 'rgba(0, 0, 0, 0)')).toEqual([background]);
    expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe(background);
    await context.close();
  }
});

test('axe finds nothing on the pages of who is not signed in, in both themes', async ({ page }) => {
  for (const address of ['/sign-in', '/sign-up', '/forgot-password', '/verify-email', '/reset-password', '/nowhere']) {
    await page.goto(address);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await inBothThemes(page);
  }
});

test('axe finds nothing on any other page, in any dialog or menu, in both themes', async ({ page }) => {
  test.setTimeout(240_000);
  await signIn(page, ana);
  await expect(row(page, 'poc-119')).toBeVisible();
  await inBothThemes(page);
  await page.getByRole('button', { name: /Ana/ }).click();
  await expect(page.getByRole('menu')).toBeVisible();
  await inBothThemes(page, 'region'); // a menu is no landmark, and lies in none
  await page.keyboard.press('Escape');
  for (const [key, name] of [
    ['Control+k', 'What do you want to do?'],
    ['?', 'Keyboard shortcuts'],
  ] as const) {
    await page.keyboard.press(key);
    await expect(page.getByRole('dialog', { name })).toBeVisible();
    await inBothThemes(page);
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toBeHidden();
  }
  await page.getByRole('link', { name: 'poc-119' }).click();
  await page.getByRole('button', { name: 'Edit: Description' }).click();
  await inBothThemes(page);
  await page.goto('/pocs/new');
  await page.getByLabel('Tags').fill('a,b,');
  await inBothThemes(page);
  await page.goto('/pocs?search=nothingatall');
  await expect(page.getByRole('heading', { name: 'Nothing found' })).toBeVisible();
  await inBothThemes(page);
});

test('a phone shows all of it: nothing is wider than 360 px, the filters are behind a button', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await signIn(page, ana);
  await expect(row(page, 'poc-119')).toBeVisible();
  await page.getByRole('button', { name: 'Filters' }).click();
  const drawer = page.getByRole('dialog', { name: 'Filters' });
  await drawer.getByRole('checkbox', { name: /^Go/ }).click();
  await isAccessible(page);
  await drawer.getByRole('button', { name: /^Show/ }).click();
  await expect(page).toHaveURL(/language=Go/);
  for (const address of ['/pocs', '/pocs/new', '/dashboard?period=2024', '/sign-up']) {
    await page.goto(address);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    expect(await page.evaluate(() => document.documentElement.scrollWidth), address).toBeLessThanOrEqual(360);
  }
});

test('the page speaks Portuguese when asked to, and errors with it', async ({ page }) => {
  await page.goto('/sign-in');
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox').fill('portug');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Entrar' })).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'pt-BR');
  await page.getByLabel('E-mail').fill(ana.email);
  await page.getByLabel('Senha', { exact: true }).fill('isto não é a senha');
  await page.keyboard.press('Enter');
  await expect(page.getByText(/senha/i).last()).toBeVisible();
  await expect(page.getByRole('alert')).toContainText(/senha/);
  await page.reload();
  await expect(page.getByRole('heading', { name: 'Entrar' })).toBeVisible();
});

test('single keys are nobody’s while one types, and can be switched off', async ({ page }) => {
  await signIn(page, ana);
  await page.getByRole('searchbox').fill('');
  await page.keyboard.type('n?t');
  await expect(page.getByRole('searchbox')).toHaveValue('n?t');
  await page.keyboard.press('Escape');
  await page.getByRole('heading', { level: 1 }).click();
  await page.keyboard.press('?');
  await page.getByRole('switch').click();
  await page.keyboard.press('Escape');
  await seen();
  await page.keyboard.press('n');
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('dialog')).toBeVisible();
  await expect(page).not.toHaveURL(/new/);
});
