// measure.mjs: reads { workshop, url, email, password, pocs, kinds } and prints what it measured as one line of JSON, in milliseconds.
import { json } from 'node:stream/consumers';
import { stdin } from 'node:process';
import { SLOWER, signedIn, slow } from './page.mjs';
import { longestTask } from './tasks.mjs';

const ROUNDS = 5;
const BETWEEN_KEYS = 150; // milliseconds: 80 words a minute
const CALM = 700; // until what an answer leads to is over

const asked = await json(stdin);
const rounds = async (what, each) => {
  console.error(`  ${what}`);
  const found = [];
  for (let round = 0; round < ROUNDS; round += 1) found.push(await each(round));
  return found;
};
const calm = (page) => page.waitForLoadState('networkidle').then(() => page.waitForTimeout(CALM));

/** The last key of a word that is typed as people type: its results are painted with their count. */
async function keyToResults(page, token, round) {
  const word = `kind${asked.kinds[round]}`;
  const box = page.getByRole('searchbox');
  await box.fill('');
  await page.waitForFunction((all) => document.querySelector('h1 + p')?.textContent.startsWith(all), asked.pocs.toLocaleString('en-US'));
  await calm(page);
  await page.evaluate(
    ([held, found]) => {
      const shown = () => document.querySelector('h1 + p')?.textContent.startsWith(found) && document.querySelector('article mark');
      window.timed.wait('keydown', () => location.search.endsWith(`search=${held}`) && shown());
    },
    [word, `${asked.pocs / asked.kinds.length} `],
  );
  await box.pressSequentially(word, { delay: BETWEEN_KEYS });
  const painted = await page.evaluate(() => window.timed.answer());
  await calm(page);
  return { painted, api: await ownTimeOfApi(token, word) };
}

async function tokenOf({ url, email, password }) {
  const body = JSON.stringify({ email, password });
  const answer = await fetch(`${url}/api/v1/auth/login`, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body });
  return (await answer.json()).accessToken;
}

/** The same two questions, sent at once by a plain client that keeps its connections and reads all of the answers. */
async function ownTimeOfApi(token, word) {
  const headers = { Authorization: `Bearer ${token}`, 'Accept-Encoding': 'gzip' };
  const ask = async (path) => (await fetch(`${asked.url}/api/v1/pocs${path}`, { headers })).text();
  const both = () => Promise.all([ask(`?search=${word}&page=1&pageSize=50`), ask(`/facets?search=${word}&limit=50`)]);
  await both();
  const began = performance.now();
  await both();
  return performance.now() - began;
}

/** A turn of the wheel every 50 ms, through some 300 rows. */
async function scrolling(browser, page) {
  await page.evaluate(() => scrollTo(0, 0));
  await page.mouse.move(400, 500);
  await calm(page);
  return longestTask(browser, page, async () => {
    for (let turn = 0; turn < 50; turn += 1) {
      await page.mouse.wheel(0, 400);
      await page.waitForTimeout(50);
    }
  });
}

/** From the press on Save to the new row painted; beside it the same way through the page without anything to save. */
async function creation(page, round) {
  const name = `made up on the spot ${round}`;
  await toForm(page);
  await page.evaluate(() => window.timed.wait('click', () => location.pathname === '/pocs' && document.querySelector('article')));
  await page.getByRole('navigation').getByRole('link', { name: 'My POCs' }).click();
  const nothing = await page.evaluate(() => window.timed.answer());
  await toForm(page);
  await page.getByLabel('Name', { exact: true }).fill(name);
  await page.evaluate((made) => {
    window.timed.wait('click', () => [...document.querySelectorAll('article h2')].some((title) => title.textContent.startsWith(made)));
  }, name);
  await page.getByRole('button', { name: 'Save' }).click();
  const created = await page.evaluate(() => window.timed.answer());
  await calm(page);
  return { nothing, created };
}

async function toForm(page) {
  await calm(page);
  await page.getByRole('link', { name: 'Add POC' }).click();
  await page.getByLabel('Name', { exact: true }).waitFor();
  await calm(page);
}

/** JavaScript that a first visit loads until it is quiet, in kB as it comes over the wire. */
async function scripts(browser, state, path) {
  const context = await browser.newContext({ storageState: state, baseURL: asked.url, extraHTTPHeaders: { 'Accept-Encoding': 'gzip' } });
  const page = await context.newPage();
  const lengths = [];
  page.on('response', (answer) => {
    if (answer.url().endsWith('.js')) lengths.push(answer.allHeaders().then((headers) => Number(headers['content-length'])));
  });
  await page.goto(path);
  await page.waitForLoadState('networkidle');
  await context.close();
  return (await Promise.all(lengths)).reduce((sum, length) => sum + length, 0) / 1000;
}

const { browser, page } = await signedIn(asked);
const measured = { scripts_kb: { sign_in: await scripts(browser, undefined, '/sign-in') } };
measured.scripts_kb.list = await scripts(browser, await page.context().storageState(), '/pocs');
await page.reload();
await page.locator('article').first().waitFor();
measured.scrolling = await rounds('scrolling', () => scrolling(browser, page));
await slow(page, SLOWER);
measured.scrolling_slower = await rounds('scrolling, slower', () => scrolling(browser, page));
await page.evaluate(() => scrollTo(0, 0));
const token = await tokenOf(asked);
measured.keys = await rounds('typing', (round) => keyToResults(page, token, round));
await page.getByRole('searchbox').fill('');
measured.creation = await rounds('creating', (round) => creation(page, round));
await browser.close();
console.log(JSON.stringify(measured));
