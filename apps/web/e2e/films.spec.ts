import { mkdirSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { ana, bia, expect, inBothThemes, signIn, test } from './world';

// On a platform that draws (test_films.py), without the proxy: what is looked at is what people get.
const FOLDER = process.env.MRBILL_FILM_SHOTS ?? '';

/** A picture on a desk, and in the dark on a phone, where somebody wants to look at them. */
async function picture(page: Page, name: string): Promise<void> {
  if (FOLDER === '') return;
  mkdirSync(FOLDER, { recursive: true });
  const size = page.viewportSize();
  await page.waitForTimeout(300);
  await page.screenshot({ path: `${FOLDER}/${name}-desk.png`, fullPage: true });
  await page.evaluate(() => (document.documentElement.dataset.theme = 'dark'));
  await page.setViewportSize({ width: 360, height: 740 });
  await page.waitForTimeout(300);
  await page.screenshot({ path: `${FOLDER}/${name}-phone.png`, fullPage: true });
  await page.evaluate(() => (document.documentElement.dataset.theme = 'light'));
  if (size) await page.setViewportSize(size);
}

async function fitsAPhone(page: Page): Promise<void> {
  const size = page.viewportSize();
  await page.setViewportSize({ width: 360, height: 740 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth), page.url()).toBeLessThanOrEqual(360);
  if (size) await page.setViewportSize(size);
}

async function isGood(page: Page, name: string): Promise<void> {
  await inBothThemes(page);
  await fitsAPhone(page);
  await picture(page, name);
}

test('@drawn a film is chosen in four steps, and nothing is made before its storyboard', async ({ page }) => {
  await signIn(page, ana, '/videos');
  await expect(page.getByRole('heading', { name: 'Your year as a film' })).toBeVisible();
  await isGood(page, 'films-empty');
  await page.keyboard.press('m');
  await page.getByRole('radio', { name: 'Everything' }).check();
  await page.getByLabel('Only with any of these tags').fill('events,');
  await isGood(page, 'wizard-1');
  await page.getByRole('button', { name: 'Next' }).click();
  await page.getByLabel('Length').selectOption('20');
  await page.getByRole('radio', { name: /^Folio/ }).check();
  const moving = page.locator('fieldset video');
  await expect.poll(() => moving.evaluate((film: HTMLVideoElement) => film.currentTime)).toBeGreaterThan(0);
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await expect(moving).toHaveCount(0); // and pictures stay as they are
  await page.getByRole('radio', { name: /^1:1/ }).check();
  await isGood(page, 'wizard-2');
  await page.getByRole('button', { name: 'Next' }).click();
  await page.setInputFiles('input[type=file]', { name: 'cover.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('x') });
  await expect(page.getByText('That is no music we can read')).toBeVisible();
  await page.getByRole('radio', { name: /^None/ }).check();
  await isGood(page, 'wizard-3');
  await page.goBack();
  await expect(page.getByLabel('Length')).toHaveValue('20');
  await page.goForward();
  await page.getByRole('button', { name: 'Next' }).click();
  await expect(page.getByRole('list', { name: 'Storyboard' }).getByRole('img').first()).toBeVisible();
  await isGood(page, 'wizard-4');
  await page.getByRole('button', { name: 'Make the film' }).click();
  await expect(page.getByRole('progressbar')).toBeVisible();
  await picture(page, 'film-making');
});

test('@drawn a report is asked for, seen to finish, downloaded, and deleted, by keyboard', async ({ page }) => {
  await signIn(page, ana, '/reports');
  await expect(page.getByRole('heading', { name: 'A report to hand over' })).toBeVisible();
  await isGood(page, 'reports-empty');
  await page.keyboard.press('r');
  await expect(page.getByLabel('Title')).toHaveValue(/^My year 20\d\d$/);
  await expect(page.getByText('You have no POC in this period.')).toBeVisible();
  await page.getByRole('radio', { name: 'Everything' }).check();
  await expect(page.getByText('123 POCs in this period')).toBeVisible();
  await expect(page.getByLabel('Title')).toHaveValue('All my POCs');
  await isGood(page, 'report-new');
  await page.keyboard.press('Control+Enter');
  await expect(page).toHaveURL(/\/reports\/[0-9a-f-]{36}$/);
  await expect(page.getByRole('link', { name: 'Download' })).toBeVisible();
  await isGood(page, 'report');
  const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('d')]);
  expect(download.suggestedFilename()).toMatch(/\.pdf$/);
  const pdf = await (await download.createReadStream()).toArray();
  expect(Buffer.concat(pdf).subarray(0, 5).toString()).toBe('%PDF-');
  await page.getByRole('link', { name: 'All reports' }).press('Enter');
  await isGood(page, 'reports');
  await page.getByRole('button', { name: 'Delete: All my POCs' }).press('Enter');
  await page.getByRole('alertdialog').getByRole('button', { name: 'Delete' }).press('Enter');
  await expect(page.getByRole('heading', { name: 'A report to hand over' })).toBeVisible();
  await page.goto('/reports/00000000-0000-4000-8000-000000000000');
  await expect(page.getByRole('heading', { name: 'This report is not here' })).toBeVisible();
});

test('@drawn schedules are switched on, and stay so', async ({ page }) => {
  await signIn(page, bia, '/schedules');
  await page.getByRole('switch', { name: /A report each month/ }).press('Space');
  await expect(page.getByText('Saved.')).toBeVisible();
  await page.getByRole('switch', { name: /The film of the year/ }).press('Space');
  await page.getByLabel('Style').selectOption('folio');
  await expect(page.getByLabel('Style')).toHaveValue('folio');
  await expect(page.locator('[aria-busy=true]')).toHaveCount(0);
  await page.reload();
  await expect(page.getByRole('switch', { name: /A report each month/ })).toBeChecked();
  await expect(page.getByLabel('Style')).toHaveValue('folio');
  await isGood(page, 'schedules');
});

/** What would be seen of a film that begins again, counted from now on. */
async function watched(page: Page) {
  await page.evaluate(() => {
    const film = document.querySelector('video') as HTMLVideoElement;
    const seen: string[] = [];
    for (const name of ['emptied', 'loadstart', 'abort', 'error', 'ended']) film.addEventListener(name, () => seen.push(name));
    new MutationObserver((changes) => seen.push(...changes.map(({ attributeName }) => `changed ${attributeName}`))).observe(film, {
      attributeFilter: ['src', 'poster'],
      subtree: true,
      childList: true,
    });
    Object.assign(window, { seen });
  });
  return () => page.evaluate(() => (window as unknown as { seen: string[] }).seen);
}

const playedTo = (page: Page) => page.evaluate(() => document.querySelector('video')?.currentTime ?? 0);

test('@drawn W10: the film is watched without a break, and shown by a link', async ({ page, browser }) => {
  test.setTimeout(240_000); // it is drawn meanwhile
  await signIn(page, ana, '/videos');
  await page.getByRole('link', { name: 'All my POCs', exact: true }).click();
  const film = page.getByLabel('Film: All my POCs');
  await expect(film).toBeVisible({ timeout: 180_000 });
  await isGood(page, 'film');
  const breaks = await watched(page);
  await film.evaluate((player: HTMLVideoElement) => {
    player.muted = true;
    void player.play();
  });
  for (let second = 0; second < 3; second += 1) {
    const before = await playedTo(page);
    const read = page.waitForResponse(/\/api\/v1\/content\/videos\/[0-9a-f-]{36}$/);
    await page.evaluate(() => ['blur', 'focus', 'offline', 'online'].forEach((name) => window.dispatchEvent(new Event(name))));
    await read;
    await expect.poll(() => playedTo(page)).toBeGreaterThan(before);
  }
  expect(await breaks()).toEqual([]);
  expect(await film.evaluate((player: HTMLVideoElement) => [...player.textTracks].map(({ language }) => language).sort())).toEqual([
    'en',
    'pt-BR',
  ]);
  expect(await film.evaluate((player: HTMLVideoElement) => player.playsInline)).toBe(true);
  const range = await page.request.get((await film.getAttribute('src')) as string, { headers: { Range: 'bytes=0-1' } });
  expect([range.status(), (await range.body()).length]).toEqual([206, 2]);

  await film.evaluate((player: HTMLVideoElement) => player.pause());
  await page.keyboard.press('s');
  const link = await page.getByLabel('Link to the film').inputValue();
  await isGood(page, 'film-shared');
  const stranger = await (await browser.newContext()).newPage();
  await stranger.goto(link);
  await expect(stranger.getByRole('heading', { name: 'All my POCs' })).toBeVisible();
  await page.reload();
  await expect(page.getByLabel('Link to the film')).toHaveValue(link);

  await page.goto('/shares');
  await expect(page.getByRole('article')).toContainText('by Ana Souza');
  await isGood(page, 'shares');
  await page.getByRole('button', { name: 'End the link to All my POCs' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'End the link' }).click();
  await expect(page.getByRole('heading', { name: 'Nothing is shown outside' })).toBeVisible();
  expect((await stranger.reload())?.status()).toBe(404);
  await stranger.context().close();
  await page.goto('/videos');
  await expect(page.getByRole('link', { name: 'All my POCs', exact: true })).toBeVisible();
  await isGood(page, 'films');
});
