import { mkdirSync, writeFileSync } from 'node:fs';
import type { Browser, Page } from '@playwright/test';
import { ana, eva, expect, faults, signIn, test } from './world';

// ./mrbill shots web: every screen in both languages and themes, on a phone and on a desk, empty and full, in one sheet each.
const FOLDER = process.env.MRBILL_SHOTS ?? '';
const SIZES = { phone: { width: 360, height: 740 }, desk: { width: 1280, height: 800 } };
const LANGUAGES = ['en', 'pt-BR'];
const THEMES = ['light', 'dark'] as const;

interface Screen {
  name: string;
  who?: typeof ana;
  address: string;
  /** All of it, however long. */
  isWhole?: boolean;
  /** What is done before the picture. */
  then?: (page: Page) => Promise<void>;
}

async function invite(page: Page): Promise<void> {
  await page.locator('[data-field=invitation-email]').fill(`caio.melo.${Date.now()}@example.org`);
  await page.keyboard.press('Enter');
}

async function compact(page: Page): Promise<void> {
  await page.locator('input[value=compact]').check();
  await page.goto('/pocs');
  await page.locator('a.name').first().waitFor();
  await page.evaluate(() => localStorage.removeItem('mrbill.density'));
}

async function selectTwo(page: Page): Promise<void> {
  for (const at of [0, 1]) await page.getByRole('checkbox').nth(at).check({ force: true });
}

const press = (keys: string) => (page: Page) => page.keyboard.press(keys);
// MRBILL_SCREEN=company: those alone whose name has that, while they are made.
const CHOSEN = new RegExp(process.env.MRBILL_SCREEN ?? '');
const ALL: Screen[] = [
  { name: 'sign-in', address: '/sign-in' },
  { name: 'sign-up', address: '/sign-up' },
  { name: 'sign-up-wrong', address: '/sign-up', then: (page) => page.locator('button[type=submit]').click() },
  { name: 'forgot', address: '/forgot-password' },
  { name: 'verify', address: '/verify-email' },
  { name: 'nothing', address: '/nowhere' },
  { name: 'empty', who: eva, address: '/pocs' },
  { name: 'dashboard-empty', who: eva, address: '/dashboard' },
  { name: 'searches-empty', who: eva, address: '/searches' },
  { name: 'empty-company', who: eva, address: '/pocs?scope=tenant' },
  { name: 'list', who: ana, address: '/pocs' },
  { name: 'selected', who: ana, address: '/pocs', then: selectTwo },
  { name: 'trash', who: ana, address: '/trash' },
  { name: 'search', who: ana, address: '/pocs?search=kafka&tags=events' },
  { name: 'several', who: ana, address: '/pocs?language=Go&language=Java&language=Zig' },
  { name: 'save-search', who: ana, address: '/pocs?search=kafka&tags=events', then: press('s') },
  { name: 'not-found', who: ana, address: '/pocs?search=nothingatall' },
  { name: 'waiting', who: ana, address: '/pocs?search=proof' },
  { name: 'failed', who: ana, address: '/pocs?search=fails' },
  { name: 'add', who: ana, address: '/pocs/new' },
  { name: 'poc', who: ana, address: '/pocs?search=wasm-notes', then: (page) => page.locator('a.name').first().click() },
  { name: 'dashboard', who: ana, address: '/dashboard?period=2024' },
  { name: 'dashboard-tables', who: ana, address: '/dashboard?period=2024', then: press('v') },
  { name: 'imports', who: ana, address: '/imports' },
  { name: 'import', who: ana, address: '/imports', then: (page) => page.locator('main li a').first().click() },
  { name: 'company', who: ana, address: '/company', isWhole: true, then: invite },
  {
    name: 'company-remove',
    who: ana,
    address: '/company',
    then: (page) =>
      page
        .getByRole('button', { name: /Bia|Re.*B/ })
        .first()
        .click(),
  },
  { name: 'settings', who: ana, address: '/settings', isWhole: true },
  { name: 'compact', who: ana, address: '/settings', then: compact },
  { name: 'help', who: ana, address: '/help', isWhole: true },
  { name: 'news', who: ana, address: '/news', isWhole: true },
  { name: 'about', who: ana, address: '/about' },
  { name: 'account', who: ana, address: '/pocs', then: (page) => page.locator('button[aria-haspopup=menu]:visible').first().click() },
  { name: 'palette', who: ana, address: '/pocs', then: press('Control+k') },
  { name: 'shortcuts', who: ana, address: '/pocs', then: press('?') },
];
const SCREENS = ALL.filter(({ name }) => CHOSEN.test(name));

async function take(page: Page, screen: Screen, label: string): Promise<void> {
  await page.goto(screen.address);
  await page.locator('h1, h2').first().waitFor();
  // Streams of events stay open: the network is never idle.
  if (screen.name !== 'waiting') await expect(page.locator('[aria-busy=true], .MuiSkeleton-root')).toHaveCount(0);
  await screen.then?.(page);
  await page.waitForTimeout(screen.then ? 500 : 100);
  await page.screenshot({ path: `${FOLDER}/${label}-${screen.name}.png`, fullPage: screen.isWhole ?? false });
}

async function series(browser: Browser, size: keyof typeof SIZES, language: string, theme: (typeof THEMES)[number]): Promise<void> {
  const label = `${size}-${language}-${theme}`;
  for (const who of [undefined, eva, ana]) {
    const context = await browser.newContext({ viewport: SIZES[size], locale: 'en', baseURL: process.env.MRBILL_URL, colorScheme: theme });
    const page = await context.newPage();
    if (who) await signIn(page, who);
    await context.addInitScript((spoken) => localStorage.setItem('mrbill.language', JSON.stringify(spoken)), language);
    for (const screen of SCREENS.filter((each) => each.who === who)) await take(page, screen, label);
    await context.close();
  }
}

test('pictures of every screen', async ({ browser }) => {
  test.skip(FOLDER === '', 'only ./mrbill shots web looks at them');
  test.setTimeout(900_000);
  mkdirSync(FOLDER, { recursive: true });
  const body = { code: 'internal', detail: 'It was recorded under the id.', requestId: '0190c2f4-6d2e-7cc0' };
  await faults(
    { path: '/api/v1/pocs', query: 'search=proof', delay: 4_000 },
    { path: '/api/v1/pocs', query: 'search=fails', status: 500, body },
  );
  for (const size of ['phone', 'desk'] as const) {
    for (const language of LANGUAGES) for (const theme of THEMES) await series(browser, size, language, theme);
    await sheet(browser, size);
  }
});

/** All pictures of a size on one page, small. */
async function sheet(browser: Browser, size: keyof typeof SIZES): Promise<void> {
  const width = size === 'phone' ? 200 : 420;
  const page = await browser.newPage({ viewport: { width: width * 6 + 20, height: 900 } });
  const labels = LANGUAGES.flatMap((language) => THEMES.map((theme) => `${size}-${language}-${theme}`));
  const pictures = labels.flatMap((label) => SCREENS.map(({ name }) => `${label}-${name}.png`));
  const images = pictures.map((file) => `<figure><img src="file://${FOLDER}/${file}"><figcaption>${file}</figcaption></figure>`);
  const rules = ['body{margin:8px;display:flex;flex-wrap:wrap;font:11px sans-serif}', `figure{margin:3px;width:${width - 8}px}`];
  const style = `<style>${rules.join('')}img{width:100%;border:1px solid #999}</style>`;
  writeFileSync(`${FOLDER}/sheet-${size}.html`, style + images.join(''));
  await page.goto(`file://${FOLDER}/sheet-${size}.html`);
  await page.screenshot({ path: `${FOLDER}/sheet-${size}.png`, fullPage: true });
  await page.close();
  expect(pictures.length).toBe(SCREENS.length * labels.length);
}
