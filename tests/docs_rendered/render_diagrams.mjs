// Draws diagrams with Chromium: a JSON list of {name, text} in, NAME.png in a folder, a JSON list of what was drawn out.
// Arguments: the folder that tools/node/install printed, the folder of the pictures.
import { createRequire } from "node:module";
import { text } from "node:stream/consumers";

const [tools, pictures] = process.argv.slice(2);
const require = createRequire(`${tools}/package.json`);
const { chromium } = require("playwright-core");

const browser = await chromium.launch({  // with a profile of its own, removed at the end
  executablePath: "/usr/bin/chromium",
  args: ["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking"],
});
try {
  const context = await browser.newContext({ viewport: { width: 1000, height: 800 }, offline: true });
  const drawn = [];
  for (const diagram of JSON.parse(await text(process.stdin))) {
    const page = await context.newPage();
    await page.setContent("<!doctype html><meta charset=utf-8><body style='margin:16px;background:white'>" +
                          "<div id=place style='min-height:40px'></div>");
    await page.addScriptTag({ path: `${tools}/node_modules/mermaid/dist/mermaid.min.js` });
    const seen = await page.evaluate(draw, diagram.text);
    await page.locator("#place").screenshot({ path: `${pictures}/${diagram.name}.png` });
    drawn.push({ name: diagram.name, ...seen });
    await page.close();
  }
  console.log(JSON.stringify(drawn));
} finally {
  await browser.close();
}

// Runs in the page.
async function draw(text) {
  const place = document.getElementById("place");
  mermaid.initialize({ startOnLoad: false });
  try {
    place.innerHTML = (await mermaid.render("diagram", text)).svg;
  } catch (error) {
    return { error: error.message };
  }
  const svg = place.querySelector("svg");
  const { width, height } = svg.getBoundingClientRect();
  const cut = [...svg.querySelectorAll("foreignObject")]
    .filter((label) => label.firstElementChild?.scrollWidth > label.width.baseVal.value + 1)
    .map((label) => label.textContent.trim());
  const labels = [...svg.querySelectorAll("foreignObject, text")].map((label) => label.textContent.trim()).filter(Boolean);
  return { width, height, cut, labels: labels.length, error: svg.querySelector(".error-icon") ? "an error picture" : null };
}
