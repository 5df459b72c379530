// Signs in on the documentation page and calls an operation of two definitions: what a newcomer does.
// Arguments: the folder that tools/node/install printed, the page, e-mail, password. A JSON object of what was seen out.
import { createRequire } from "node:module";

const [tools, address, email, password] = process.argv.slice(2);
const require = createRequire(`${tools}/package.json`);
const { chromium } = require("playwright-core");

const browser = await chromium.launch({
  executablePath: "/usr/bin/chromium",
  args: ["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking"],
});

const call = async (page, path) => {
  await page.locator(".opblock-summary-control", { hasText: path }).first().click();
  await page.locator(".opblock.is-open .execute").click();
  const status = await page.locator(".opblock.is-open .live-responses-table tbody .response-col_status").first().innerText();
  return status.trim().split(/\s/)[0];
};

try {
  const page = await browser.newPage({ viewport: { width: 390, height: 844 } });
  const errors = [];
  page.on("pageerror", (error) => errors.push(error.message));
  await page.goto(address);
  await page.locator("#email").fill(email);
  await page.locator("#password").fill("not this one");
  await page.locator("#sign-in button").click();
  await page.locator("#hint:not(:empty)").waitFor();
  const hint = await page.locator("#hint").innerText();
  await page.locator("#password").fill(password);
  await page.locator("#sign-in button").click();
  await page.locator("#where:not(:empty)").waitFor();
  const who = await page.locator("#signed-in").innerText();
  const favourites = await call(page, "/api/v1/pocs/facets");
  const codes = await page.locator(".opblock.is-open .renderedMarkdown a[href^='/problems/']").allInnerTexts();
  await page.locator("nav a", { hasText: "Reports and films" }).click();
  await page.locator(".opblock-summary-control", { hasText: "/api/v1/content/styles" }).waitFor();
  const styles = await call(page, "/api/v1/content/styles");
  const wide = await page.evaluate(() => document.documentElement.scrollWidth);
  await page.locator("#sign-out").click();
  await page.locator("#sign-in").waitFor();
  console.log(JSON.stringify({ hint, who, favourites, codes, styles, wide, errors }));
} finally {
  await browser.close();
}
