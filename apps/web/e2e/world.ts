/**
 * What journeys share: a page that may break no policy, ask no other host and throw nothing; people; and the network between.
 */
import AxeBuilder from '@axe-core/playwright';
import { expect, test as base } from '@playwright/test';
import type { BrowserContext, Page } from '@playwright/test';

export interface Fault {
  method?: string;
  path: string;
  query?: string;
  delay?: number;
  status?: number;
  body?: object;
  headers?: Record<string, string>;
  cut?: boolean;
  times?: number;
}

interface Account {
  email: string;
  password: string;
  /** Which one they choose where they belong to several. */
  company?: string;
}

/** Told by test_journeys.py. */
const told = JSON.parse(process.env.MRBILL_PEOPLE ?? '{}') as Record<'ana' | 'bia' | 'eva' | 'leo', Account>;
export const { ana, bia, eva, leo } = told;

const network = `${process.env.MRBILL_URL}`;

export async function faults(...holding: Fault[]): Promise<void> {
  await fetch(`${network}/__faults`, { method: 'POST', body: JSON.stringify(holding) });
}

export async function seen(): Promise<string[]> {
  return (await (await fetch(`${network}/__seen`)).json()) as string[];
}

/** The link of the newest mail, as an address of the app. */
export async function mailed(to: string, path: string, count = 1): Promise<string> {
  const answer = await fetch(`${process.env.MRBILL_MAILS}/?to=${encodeURIComponent(to)}&path=${encodeURIComponent(path)}&count=${count}`);
  expect(answer.ok, await answer.clone().text()).toBe(true);
  return `${path}#token=${await answer.text()}`;
}

/** Another version is delivered from now on: the newer one, or again the one before. What it is called. */
export async function update(to: 'newer' | 'older'): Promise<string> {
  const answer = await fetch(`${process.env.MRBILL_MAILS}/${to}`, { method: 'POST' });
  expect(answer.ok, await answer.clone().text()).toBe(true);
  return answer.text();
}

const PASSWORD = 'quinze letras ou mais';

/** Somebody new in a company of their own, who has proved their address. */
export async function aPerson(page: Page, name: string, companyName = `Company of ${name}`): Promise<Account> {
  const email = `${name.toLowerCase()}-${Date.now()}@example.org`;
  const person = { email, password: PASSWORD, fullName: name, companyName, locale: 'en', timeZone: 'UTC' };
  expect((await page.request.post('/api/v1/users', { data: person })).ok()).toBe(true);
  const token = await mailedToken(email, 'verify-email');
  expect((await page.request.post('/api/v1/auth/verify-email', { data: { token } })).ok()).toBe(true);
  return { email, password: PASSWORD };
}

export const INVITATION = 'accept-invitation,/join'; // the app's page, and the API's own

/** Of the newest mail of a kind, once so many of them have come. */
export async function mailedToken(to: string, path = INVITATION, count = 1): Promise<string> {
  return (await mailed(to, path, count)).split('token=').at(-1) as string;
}

function watch(context: BrowserContext): string[] {
  const wrong: string[] = [];
  const isExpected = (text: string) => /Failed to load resource|net::ERR_/.test(text); // refused requests are part of journeys
  context.on('page', (page) => {
    page.on('pageerror', (error) => wrong.push(`error: ${error.message}`));
    page.on('console', (line) => line.type() === 'error' && !isExpected(line.text()) && wrong.push(`console: ${line.text()}`));
    page.on('request', (request) => {
      const { origin, protocol } = new URL(request.url());
      if (origin !== network && !['data:', 'blob:'].includes(protocol)) wrong.push(`another host: ${request.url()}`);
    });
  });
  return wrong;
}

export const test = base.extend<{ context: BrowserContext }>({
  context: async ({ context }, use) => {
    const wrong = watch(context);
    await faults();
    await use(context);
    expect(wrong).toEqual([]);
  },
});

export { expect };

export async function signIn(page: Page, { email, password, company }: Account, to = '/pocs', heading?: string): Promise<void> {
  await page.goto(to);
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.keyboard.press('Enter');
  if (company) await page.getByRole('button', { name: company }).click();
  await expect(heading ? page.getByRole('heading', { name: heading }) : page.getByRole('navigation')).toBeVisible();
}

/** By the palette, as one types it. */
export async function command(page: Page, words: string): Promise<void> {
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('combobox', { name: 'What do you want to do?' })).toBeFocused();
  await page.keyboard.type(words);
  await page.keyboard.press('Enter');
}

/** The page in both themes. */
export async function inBothThemes(page: Page, ...unasked: string[]): Promise<void> {
  await isAccessible(page, ...unasked);
  await page.evaluate(() => (document.documentElement.dataset.theme = 'dark'));
  await isAccessible(page, ...unasked);
  await page.evaluate(() => (document.documentElement.dataset.theme = 'light'));
}

/** What a person's programs could do as well: a way to the API beside the page, in their name. */
export async function inNameOf(page: Page, { email, password }: Account): Promise<Record<string, string>> {
  const login = await page.request.post('/api/v1/auth/login', { data: { email, password } });
  return { Authorization: `Bearer ${((await login.json()) as { accessToken: string }).accessToken}`, 'If-Match': '*' };
}

export async function imported(page: Page, headers: Record<string, string>, rows: object[]): Promise<void> {
  const data = rows.map((row) => JSON.stringify(row)).join('\n');
  const started = await page.request.post('/api/v1/pocs/imports', {
    headers: { ...headers, 'Content-Type': 'application/x-ndjson' },
    data,
  });
  const { importId } = (await started.json()) as { importId: string };
  const status = async () =>
    ((await (await page.request.get(`/api/v1/pocs/imports/${importId}`, { headers })).json()) as { status: string }).status;
  await expect.poll(status).toBe('COMPLETED');
}

export const search = (page: Page) => page.getByRole('searchbox', { name: 'Search POCs' });
export const counted = (page: Page) => page.locator('h1 + p');
export const rows = (page: Page) => page.getByRole('list', { name: 'POCs', exact: true }).getByRole('article');
export const row = (page: Page, name: string) => page.getByRole('article').filter({ has: page.getByRole('link', { name, exact: true }) });

export async function isAccessible(page: Page, ...unasked: string[]): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .disableRules(unasked)
    .analyze();
  const told = violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html, failureSummary }) => `${html.slice(0, 200)} ${failureSummary}`).join('\n')}`,
  );
  expect(told, `${page.url()} ${await page.evaluate(() => document.documentElement.dataset.theme)}`).toEqual([]);
}
