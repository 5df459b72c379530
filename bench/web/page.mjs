// The page under measurement: Debian's Chromium, a person signed in, and in it `window.timed`, which says how long it took from an event to
// the frame that shows what the event led to.
import { createRequire } from 'node:module';
import { join } from 'node:path';

export const SLOWER = 4; // times: a phone of the middle
const BROWSER = { executablePath: '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'] };
const LOOK = { viewport: { width: 1280, height: 800 }, locale: 'en-US' };

/** Playwright is the web client's own: it lies in its workshop. */
export const chromiumOf = (workshop) => createRequire(join(workshop, 'package.json'))('@playwright/test').chromium;

/** A browser with a profile of its own in `folder`; `port` as the profile tells it, for whoever else drives it. */
export const withProfile = (workshop, folder) =>
  chromiumOf(workshop).launchPersistentContext(folder, {
    ...BROWSER,
    ...LOOK,
    args: [...BROWSER.args, '--remote-debugging-port=0'],
  });

export async function signedIn({ workshop, url, email, password }) {
  const browser = await chromiumOf(workshop).launch(BROWSER);
  const page = await (await browser.newContext({ ...LOOK, baseURL: url })).newPage();
  await page.addInitScript(timing);
  await signIn(page, url, { email, password });
  return { browser, page };
}

export async function signIn(page, url, { email, password }) {
  await page.goto(`${url}/pocs`);
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.keyboard.press('Enter');
  await page.locator('[data-index]').first().waitFor();
}

export async function slow(page, times) {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: times });
}

/**
 * timed.wait(event, ready) arms; timed.answer() resolves with milliseconds from the newest such event, by its own time stamp, to the end of
 * the frame in which ready() held first: a message posted by an animation frame comes after that frame was handed to the screen.
 */
function timing() {
  const painted = () =>
    new Promise((resolve) =>
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => resolve(performance.now());
        port2.postMessage(undefined);
      }),
    );
  const until = (ready) =>
    new Promise((resolve) => {
      if (ready()) return resolve();
      const watcher = new MutationObserver(() => {
        if (!ready()) return;
        watcher.disconnect();
        resolve();
      });
      watcher.observe(document.documentElement, { subtree: true, childList: true, characterData: true, attributes: true });
    });
  let answer;
  window.timed = {
    wait(event, ready) {
      let began;
      const note = ({ timeStamp }) => (began = timeStamp);
      addEventListener(event, note, true);
      answer = until(() => began !== undefined && ready())
        .then(painted)
        .then((ended) => {
          removeEventListener(event, note, true);
          return ended - began;
        });
    },
    answer: () => Promise.race([answer, new Promise((_, refuse) => setTimeout(() => refuse(new Error('it was never shown')), 30_000))]),
  };
}
