import { mkdirSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { ana, expect, faults, inBothThemes, signIn, test } from './world';

// MRBILL_FAULT_SHOTS=FOLDER keeps pictures of them, for who wants to look.
const FOLDER = process.env.MRBILL_FAULT_SHOTS ?? '';
const SCREENS = ['/pocs', '/pocs?search=kafka', '/dashboard', '/imports', '/company', '/reports', '/videos', '/schedules', '/shares'];
const ALL_BUT_SESSIONS = ['/api/v1/pocs', '/api/v1/content', '/api/v1/tenants', '/api/v1/users'];
const PHONE = { width: 360, height: 740 };
const DESK = { width: 1280, height: 800 };

const again = (page: Page) => page.getByRole('button', { name: 'Try again' });

async function picture(page: Page, name: string): Promise<void> {
  if (FOLDER === '') return;
  mkdirSync(FOLDER, { recursive: true });
  await page.screenshot({ path: `${FOLDER}/${name}-desk.png` });
  await page.setViewportSize(PHONE);
  await page.screenshot({ path: `${FOLDER}/${name}-phone.png` });
  await page.setViewportSize(DESK);
}

test('each screen that nobody answers says so, offers to ask again, and is whole after that', async ({ page }) => {
  test.setTimeout(240_000);
  await signIn(page, ana);
  for (const address of SCREENS) {
    const name = address.replace(/\W+/g, '-').slice(1);
    await faults(...ALL_BUT_SESSIONS.map((path) => ({ path, cut: true })));
    await page.goto(address);
    await expect(again(page).first(), address).toBeVisible();
    await expect(page.getByText('Nobody answered.').first(), address).toBeVisible();
    await picture(page, name);
    if (address === '/pocs') await inBothThemes(page);
    await faults();
    await expect(async () => {
      if ((await again(page).count()) > 0) await again(page).first().click({ timeout: 1_000 }); // one may bring another's answer as well
      await expect(again(page), address).toHaveCount(0, { timeout: 1_000 });
    }).toPass({ timeout: 30_000 });
    await expect(page.getByRole('heading', { level: 1 }), address).toBeVisible();
    await expect(page.getByText('Nobody answered.'), address).toHaveCount(0);
    if (address === '/pocs') await expect(page.getByRole('region', { name: 'Languages' })).toBeVisible(); // what failed with the list
    await picture(page, `${name}-after`);
  }
  await expect(page.getByRole('button', { name: /Ana/ })).toBeVisible();
});
