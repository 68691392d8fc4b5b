// The first screen of every item page: heading, sum, first file and all component links stand within it, with a reserve; and no table is
// wider than its box, even with large text. Usage: node first_screen.cjs SITE CHROMIUM
//
// Each page is measured in the font of the theme and in another: `font-display: optional` lets the speed of the machine choose between
// them, and a heading may have a line more in one of them. The other is Loma, which tests/browser/run installs: what a browser would take
// by itself depends on the machine.
// Prints the worst pages with their positions, so that a run before a change and one after it can be compared.

const fs = require('node:fs');
const path = require('node:path');
const { pathToFileURL } = require('node:url');
const { chromium } = require('playwright-core');

const [site, executablePath] = process.argv.slice(2);
// Width, and the height within which the evidence has to stand: the smallest screens on which assessors and citizens read.
const SCREENS = [[360, 740], [1280, 700]];
// What has to stay free below in the font of the theme, in px: less than a line, by which browsers of other machines differ. Loma is wider.
const RESERVE = 24;
// Widths and sizes of the text at which a table may not move sideways.
const TEXTS = [[320, '112.5%'], [320, '225%'], [360, '112.5%'], [360, '225%'], [768, '112.5%']];
const FLAGS = [
  '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update',
  '--disable-sync', '--allow-file-access-from-files',
];
const SHOWN = 5;

function pagesBelow(folder) {
  return fs.readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const file = path.join(folder, entry.name);
    if (entry.isDirectory()) return pagesBelow(file);
    return entry.name.endsWith('.html') ? [path.relative(site, file)] : [];
  }).sort();
}

// The style sheet that waits for its fonts, instead of taking others when they come late.
async function withFonts(page) {
  const style = (route) => {
    const css = fs.readFileSync(new URL(route.request().url()), 'utf8');
    return route.fulfill({ contentType: 'text/css', body: css.replaceAll('font-display: optional', 'font-display: block') });
  };
  await page.route('**/assets/site.css', style);
  return page;
}

// Runs in the page.
function inAnotherFont() {
  document.documentElement.style.setProperty('--sans', 'Loma, sans-serif');
}

// Where the lowest line of each part ends, in px from the top of the page. Runs in the page.
function ends() {
  const end = (selector, all) => {
    const found = [...document.querySelectorAll(selector)];
    const boxes = (all ? found : found.slice(0, 1)).map((element) => element.getBoundingClientRect().bottom + window.scrollY);
    return boxes.length ? Math.round(Math.max(...boxes)) : 0;
  };
  return { heading: end('h1'), sum: end('.sum'), file: end('#evidence li a, .zero-report, .nothing'), components: end('#components a', true) };
}

function wideBoxes() {
  const boxes = [...document.querySelectorAll('.table, .table-scroll')].filter((box) => box.scrollWidth > box.clientWidth + 1);
  return { boxes: boxes.length, page: Math.max(0, document.documentElement.scrollWidth - window.innerWidth) };
}

(async () => {
  const browser = await chromium.launch({ executablePath, args: FLAGS });
  const all = pagesBelow(site);
  const withTables = all.filter((page) => fs.readFileSync(path.join(site, page), 'utf8').includes('<table'));
  const items = all.filter((page) => /^\d{4}\/o\d+\/index\.html$/.test(page));
  const failures = [];
  const page = await withFonts(await (await browser.newContext({ bypassCSP: true })).newPage());
  const go = async (file) => {
    await page.goto(pathToFileURL(path.resolve(site, file)).href);
    await page.evaluate(() => document.fonts.ready);
  };
  const found = SCREENS.map(() => []);
  for (const file of items) {
    await go(file);
    if (!(await page.evaluate(() => document.fonts.check('16px Sarabun', 'ก')))) failures.push(`${file}: the font did not load`);
    for (const [font, reserve] of [['its font', RESERVE], ['Loma', 0]]) {
      if (font === 'Loma') await page.evaluate(inAnotherFont);
      for (const [at, [width, height]] of SCREENS.entries()) {
        await page.setViewportSize({ width, height });
        const parts = await page.evaluate(ends);
        found[at].push({ file: `${file} in ${font}`, parts, reserve, last: Math.max(...Object.values(parts)) });
      }
    }
  }
  for (const [at, [width, height]] of SCREENS.entries()) {
    const longest = found[at].sort((a, b) => b.last - a.last);
    const below = longest.filter(({ last, reserve }) => last > height - reserve);
    console.log(`${width} x ${height}: ${below.length} of ${longest.length} leave too little; the least is ${height - longest[0].last} px; the longest:`);
    for (const { file, parts } of longest.slice(0, SHOWN)) console.log(`  ${file}: ${Object.entries(parts).map(([part, y]) => `${part} ${y}`).join(', ')}`);
    for (const { file, last, reserve } of below) failures.push(`${file} at ${width} px: ends at ${last} of ${height} px, which leaves less than ${reserve}`);
  }
  const counts = TEXTS.map(() => ({ boxes: 0, pages: 0 }));
  for (const file of withTables) {
    await go(file);
    for (const [at, [width, size]] of TEXTS.entries()) {
      await page.setViewportSize({ width, height: 800 });
      await page.evaluate((given) => document.documentElement.style.setProperty('font-size', given), size);
      const wide = await page.evaluate(wideBoxes);
      counts[at].boxes += wide.boxes;
      counts[at].pages += wide.page > 0;
      if (wide.boxes + wide.page > 0) failures.push(`${file} at ${width} px, text ${size}: ${wide.boxes} tables move sideways, page ${wide.page} px too wide`);
    }
  }
  for (const [at, [width, size]] of TEXTS.entries()) {
    console.log(`${width} px, text ${size}: ${counts[at].boxes} tables move sideways, ${counts[at].pages} of ${withTables.length} pages with tables are too wide`);
  }
  await browser.close();
  for (const failure of failures.slice(0, 40)) console.error(failure);
  console.log(`${failures.length} failed`);
  process.exit(failures.length === 0 ? 0 : 1);
})();
