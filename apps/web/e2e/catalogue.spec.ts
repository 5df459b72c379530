import type { Page } from '@playwright/test';
import { ana, counted, eva, expect, faults, inBothThemes, inNameOf, isAccessible, row, rows, search, signIn, test } from './world';

test('W2: Back brings query, filters, order, place and focus', async ({ page, context }) => {
  await signIn(page, ana, '/pocs?search=poc&language=Go&tags=streaming&sortBy=name&sortOrder=asc');
  await expect(counted(page)).toHaveText('60 POCs');
  await page.getByRole('link', { name: 'poc-000' }).focus();
  for (let step = 0; step < 40; step += 1) await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('link', { name: 'poc-080' })).toBeFocused();
  const [address, place] = [page.url(), await page.evaluate(() => scrollY)];
  expect(place).toBeGreaterThan(500);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'poc-080' })).toBeVisible();
  await page.goBack();
  await expect(page.getByRole('link', { name: 'poc-080' })).toBeFocused();
  expect(page.url()).toBe(address);
  expect(Math.abs((await page.evaluate(() => scrollY)) - place)).toBeLessThan(40);
  const fresh = await context.newPage();
  await fresh.goto(address);
  await expect(counted(fresh)).toHaveText('60 POCs');
  await expect(rows(fresh).first().getByRole('link')).toHaveText('poc-000');
  await fresh.goto('/pocs?sortBy=bogus&tags=streaming,,');
  await expect(fresh.getByText('Left out of the address')).toContainText('sortBy=bogus, tags=,');
  await expect(counted(fresh)).toHaveText('60 POCs');
});

test('W3: a late answer never stands beside what it does not belong to', async ({ page }) => {
  await signIn(page, ana);
  await faults({ path: '/api/v1/pocs', query: 'search=ka&', delay: 900 }, { path: '/api/v1/pocs', query: 'search=kafka', delay: 50 });
  const asked = page.waitForRequest(/search=ka(&|$)/);
  await search(page).pressSequentially('ka', { delay: 20 });
  await asked;
  await search(page).pressSequentially('fka', { delay: 20 });
  await expect(page).toHaveURL(/search=kafka$/);
  await expect(row(page, 'kafka-to-sse')).toBeVisible();
  const told = await page.evaluate(async () => {
    const states = new Set<string>();
    const until = performance.now() + 1500;
    while (performance.now() < until) {
      states.add(`${location.search} ${document.querySelector('h1 + p')?.textContent}`);
      await new Promise(requestAnimationFrame);
    }
    return [...states];
  });
  expect(told).toEqual(['?search=kafka 2 POCs']);
  await expect(page.locator('mark').first()).toHaveText(/kafka/i);
});

test('operators become filters, which facets show and let go', async ({ page }) => {
  await signIn(page, ana);
  await expect(search(page)).toBeVisible();
  await page.keyboard.press('/');
  await expect(search(page)).toBeFocused();
  await page.keyboard.type('poc lang:golang tag:streaming colour:red ');
  await expect(page).toHaveURL(/search=poc&language=Go&tags=streaming/);
  await expect(page.getByText('Not understood, and left out: colour:red')).toBeVisible();
  await expect(counted(page)).toHaveText('60 POCs');
  const languages = page.getByRole('region', { name: 'Languages' });
  await expect(languages.getByRole('checkbox', { checked: true })).toHaveText('Go60');
  await languages.getByRole('checkbox', { checked: true }).click();
  await expect(page).toHaveURL(/search=poc&tags=streaming$/);
  await page.goBack();
  await expect(page).toHaveURL(/language=Go/);
});

test('several languages hold at once, each counted by itself, and what is found nowhere is told', async ({ page }) => {
  await signIn(page, ana, '/pocs?language=Go');
  await expect(counted(page)).toHaveText('60 POCs');
  const languages = page.getByRole('region', { name: 'Languages' });
  await languages.getByRole('checkbox', { name: 'Java' }).press('Space');
  await expect(page).toHaveURL(/\/pocs\?language=Go&language=Java$/);
  await expect(counted(page)).toHaveText('63 POCs');
  await expect(languages.getByRole('checkbox')).toHaveText(['Go60', 'Rust60', 'Java3']);
  await expect(languages.getByRole('checkbox', { checked: true })).toHaveText(['Go60', 'Java3']);
  await inBothThemes(page);
  await page.keyboard.press('/');
  await expect(search(page)).toBeFocused();
  await page.keyboard.type('lang:rust,zig ');
  await expect(counted(page)).toHaveText('123 POCs');
  await expect(page.getByText('No POC here has Zig.')).toBeVisible();
  await page.reload();
  await expect(counted(page)).toHaveText('123 POCs');
  await page.setViewportSize({ width: 360, height: 740 });
  await page.getByRole('button', { name: '4 filters' }).click();
  const drawer = page.getByRole('dialog', { name: 'Filters' });
  await drawer.getByRole('checkbox', { name: 'Rust' }).click();
  await expect(drawer.getByRole('button', { name: 'Show 63 POCs' })).toBeVisible();
  await isAccessible(page);
  await drawer.getByRole('button', { name: 'Show 63 POCs' }).click();
  await page.getByRole('button', { name: 'Remove the filter Zig' }).click();
  await expect(page).toHaveURL(/\?language=Go&language=Java$/);
});

test('a POC is edited where it stands, deleted, and brought back by Undo', async ({ page }) => {
  await signIn(page, ana, '/pocs?search=wasm-notes');
  await page.getByRole('link', { name: 'wasm-notes' }).press('Enter');
  await page.getByRole('button', { name: 'Edit: Name' }).press('Enter');
  await expect(page.getByLabel('Name', { exact: true })).toBeFocused();
  await page.keyboard.press('End');
  await page.keyboard.type('-2');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'wasm-notes-2' })).toBeVisible();
  await page.keyboard.press('f');
  await expect(page.getByRole('button', { name: 'Favourite' })).toHaveAttribute('aria-pressed', 'true');
  await page.reload();
  await expect(page.getByRole('heading', { name: 'wasm-notes-2' })).toBeVisible();
  await page.keyboard.press('Delete');
  await expect(page.getByText('wasm-notes-2 is deleted.')).toBeVisible();
  await expect(page).toHaveURL(/\/pocs$/);
  await expect(row(page, 'wasm-notes-2')).toBeHidden();
  await page.getByRole('button', { name: 'Undo' }).click();
  await page.getByRole('link', { name: 'Favourites' }).click();
  await expect(row(page, 'wasm-notes-2')).toBeVisible();
});

test('what was deleted stays gone while the list is asked for anew', async ({ page }) => {
  await signIn(page, ana, '/pocs?search=poc&sortBy=name&sortOrder=asc');
  await expect(row(page, 'poc-000')).toBeVisible();
  await faults({ method: 'GET', path: '/api/v1/pocs', query: 'search=poc', delay: 2_000 });
  const asked = page.waitForRequest((request) => request.method() === 'GET' && request.url().includes('/api/v1/pocs?'));
  await page.getByRole('link', { name: 'poc-000' }).press('Delete');
  await asked;
  for (let looks = 0; looks < 10; looks += 1) {
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)));
    expect(await row(page, 'poc-000').count()).toBe(0);
  }
  await faults();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(row(page, 'poc-000')).toBeVisible();
});

test('a new POC is in the list at once; one that is refused comes back into the form', async ({ page }) => {
  const save = async (name: string) => {
    await page.getByLabel('Name', { exact: true }).fill(name);
    await page.getByRole('button', { name: 'Save' }).click();
  };
  await signIn(page, eva, '/pocs/new');
  await faults({ method: 'POST', path: '/api/v1/pocs', delay: 1_500 });
  await save('seen-before-it-is-saved');
  await expect(row(page, 'seen-before-it-is-saved')).toHaveAttribute('data-pending');
  await expect(page.getByText('seen-before-it-is-saved is saved.')).toBeVisible();
  await expect(row(page, 'seen-before-it-is-saved')).not.toHaveAttribute('data-pending');
  await faults({ method: 'POST', path: '/api/v1/pocs', status: 500, body: { code: 'internal', detail: 'Our fault.', requestId: 'r-1' } });
  await page.keyboard.press('n');
  await save('refused-at-first');
  await expect(page.getByRole('alert')).toContainText('Our fault.');
  await expect(page.getByLabel('Name', { exact: true })).toHaveValue('refused-at-first');
  await faults();
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(row(page, 'refused-at-first')).toBeVisible();
  await expect(page.getByText('refused-at-first is saved.')).toBeVisible();
  await expect(rows(page)).toHaveCount(
    await rows(page).evaluateAll((all) => new Set(all.map((each) => each.querySelector('h2')?.textContent)).size),
  );
});

const REFUSALS = [
  { status: 409, body: { code: 'x', detail: 'It is in conflict.' }, told: 'It is in conflict.' },
  { status: 429, headers: { 'Retry-After': '3' }, body: { code: 'rate_limited', detail: 'Please wait.' }, told: 'Please wait.' },
  { status: 500, body: { code: 'internal', detail: 'Our fault.', requestId: 'r-500' }, told: 'Our fault.' },
  { cut: true, told: 'Nobody answered.' },
];

test('W12: what is refused is undone alone, with a word that names it', async ({ page }) => {
  await signIn(page, ana, '/pocs?search=poc&sortBy=name&sortOrder=asc');
  const kept = page.waitForResponse((response) => response.url().endsWith('/favorite'));
  await row(page, 'poc-001').getByRole('button').click();
  await kept;
  for (const { told, ...fault } of REFUSALS) {
    await faults({ method: 'PUT', path: '/favorite', ...fault });
    await row(page, 'poc-000').getByRole('button').click();
    await expect(page.getByText(`poc-000 was not changed: ${told}`)).toBeVisible();
    await expect(row(page, 'poc-000').getByRole('button', { pressed: false })).toBeVisible();
    await expect(row(page, 'poc-001').getByRole('button', { pressed: true })).toBeVisible();
  }
  await faults();
  await page.getByRole('button', { name: 'Try again' }).last().click();
  await expect(row(page, 'poc-000').getByRole('button', { pressed: true })).toBeVisible();
});

test('W12: a stale edit shows both versions, and either can be kept', async ({ page }) => {
  await signIn(page, ana, '/pocs?search=kafka-to-sse');
  const first = page.waitForResponse(/\/api\/v1\/pocs\/[0-9a-f-]{36}$/);
  await page.getByRole('link', { name: 'kafka-to-sse' }).click();
  await first; // the version that is on the page
  await page.waitForURL(/\/pocs\/[0-9a-f-]{36}$/);
  const id = page.url().split('/').at(-1);
  const theirs = await page.request.patch(`/api/v1/pocs/${id}`, {
    headers: await inNameOf(page, ana),
    data: { description: 'theirs' },
  });
  expect(theirs.ok()).toBe(true);
  await page.getByRole('button', { name: 'Edit: Description' }).click();
  await page.getByLabel('Description').fill('mine');
  await page.keyboard.press('Control+Enter');
  const dialog = page.getByRole('dialog', { name: 'Somebody changed this meanwhile' });
  await expect(dialog).toContainText('mine');
  await expect(dialog).toContainText('theirs');
  await dialog.getByRole('button', { name: 'Keep mine' }).click();
  await expect(page.getByRole('article').getByText('mine', { exact: true })).toBeVisible();
  await page.reload();
  await expect(page.getByRole('article').getByText('mine', { exact: true })).toBeVisible();
});

async function paste(page: Page, text: string): Promise<void> {
  await page.evaluate((pasted) => {
    const data = new DataTransfer();
    data.setData('text/plain', pasted);
    document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true }));
  }, text);
}

test('W8: what is pasted stays whole, and says what is too much', async ({ page }) => {
  await signIn(page, eva);
  await expect(async () => {
    await paste(page, 'https://example.org/ana/rust-axum-template'); // nothing tells from outside when a page begins to listen
    await expect(page).toHaveURL(/\/pocs\/new$/, { timeout: 1_000 });
  }).toPass({ timeout: 15_000 });
  await expect(page.getByLabel('Language')).toHaveValue('Rust');
  const name = page.getByLabel('Name', { exact: true });
  await name.fill('');
  await name.evaluate((field: HTMLInputElement) => {
    field.focus();
    const data = new DataTransfer();
    data.setData('text/plain', 'three\nlines\n of it');
    field.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
  });
  await expect(name).toHaveValue('three lines of it');
  await expect(page.getByText('Several lines became one.')).toBeVisible();
  await page.getByLabel('Description').fill('x'.repeat(12_000));
  await page.keyboard.press('Tab');
  await expect(page.getByText('At most 10000 characters: 2000 too many.')).toBeVisible();
  await page.getByLabel('Description').fill('<img src=x onerror=alert(1)>');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('link', { name: 'three lines of it' }).click();
  await expect(page.getByText('<img src=x onerror=alert(1)>')).toBeVisible();
});

test('the list as cards is one list, gone through in four directions, and stays so', async ({ page }) => {
  await signIn(page, ana, '/pocs?search=poc&sortBy=name&sortOrder=asc');
  await expect(row(page, 'poc-000')).toBeVisible();
  await page.keyboard.press('c');
  const list = page.getByRole('list', { name: 'POCs', exact: true });
  await expect(list.locator('li[aria-posinset="120"]')).toHaveCount(0);
  await list.getByRole('link', { name: 'poc-000' }).focus();
  await page.keyboard.press('ArrowRight');
  await expect(list.getByRole('link', { name: 'poc-001' })).toBeFocused();
  await page.keyboard.press('ArrowDown');
  const at = Number(await page.evaluate(() => (document.activeElement as HTMLElement).dataset.index));
  expect(at).toBeGreaterThan(2); // as many further as stand side by side
  await page.keyboard.press('End');
  await expect(list.locator('li[aria-posinset="120"][aria-setsize="120"] a')).toBeFocused();
  await inBothThemes(page);
  await page.reload();
  await expect(list.locator('.card').first()).toBeVisible();
  await page.keyboard.press('c');
  await expect(list.locator('.row').first()).toBeVisible();
});
