// lighthouse.mjs PACKAGES: reads { workshop, url, email, password, public } and prints one line of JSON: for each page the scores of each
// round, of a hundred. As a phone has it: Lighthouse's own slow network and processor.
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { argv, stdin } from 'node:process';
import { json } from 'node:stream/consumers';
import { pathToFileURL } from 'node:url';
import { signIn, withProfile } from './page.mjs';

const ROUNDS = 5;
const ATTEMPTS = 3;
const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'];

const asked = await json(stdin);
const inPackages = createRequire(join(argv[2], 'package.json'));
const { default: lighthouse } = await import(pathToFileURL(inPackages.resolve('lighthouse')));
const folder = await mkdtemp(join(tmpdir(), 'mrbill-lighthouse-'));
const context = await withProfile(asked.workshop, folder);
const port = Number((await readFile(join(folder, 'DevToolsActivePort'), 'utf8')).split('\n')[0]);

/** A first visit: nothing of the page is kept from the one before. */
async function visit(path) {
  const page = await context.newPage();
  await (await context.newCDPSession(page)).send('Network.clearBrowserCache');
  await page.close();
  const options = { port, output: 'json', logLevel: 'error', onlyCategories: CATEGORIES, disableStorageReset: true };
  return (await lighthouse(`${asked.url}${path}`, options)).lhr;
}

/** Chromium's trace misses the beginning now and then, and Lighthouse asks to be run again. */
async function completeVisit(path) {
  for (let attempt = 1; ; attempt += 1) {
    const lhr = await visit(path);
    if (!lhr.runtimeError) return lhr;
    if (attempt === ATTEMPTS) throw new Error(`${path}: ${lhr.runtimeError.message}`);
  }
}

async function visits(path) {
  console.error(`  Lighthouse ${path}`);
  const rounds = [];
  for (let round = 0; round < ROUNDS; round += 1) rounds.push(await completeVisit(path));
  const scores = rounds.map(({ categories }) => Object.fromEntries(CATEGORIES.map((name) => [name, 100 * categories[name].score])));
  return { scores, lacking: lackingIn(rounds.at(-1)) };
}

/** What keeps the last visit from a hundred, performance apart: it is the sum of many. */
function lackingIn({ categories, audits }) {
  const counted = CATEGORIES.slice(1).flatMap((name) => categories[name].auditRefs.filter(({ weight }) => weight > 0));
  return [...new Set(counted.map(({ id }) => id))].filter((id) => audits[id].score !== null && audits[id].score < 1);
}

try {
  const found = {};
  for (const path of asked.public) found[path] = await visits(path);
  const page = await context.newPage();
  await signIn(page, asked.url, asked);
  await page.close();
  found['/pocs'] = await visits('/pocs');
  console.log(JSON.stringify(found));
} finally {
  await context.close();
  await rm(folder, { recursive: true, force: true });
}
