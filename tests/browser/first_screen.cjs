// The first screen of every item page: heading, sum, first file and all component links stand within it; and no table is wider than its
// box, even with large text. Usage: node first_screen.cjs SITE CHROMIUM
//
// Prints the worst pages with their positions, so that a run before a change and one after it can be compared.

const fs = require('node:fs');
const path = require('node:path');
const { pathToFileURL } = require('node:url');
const { chromium } = require('playwright-core');

const [site, executablePath] = process.argv.slice(2);
// Width, and the height within which the evidence has to stand: the smallest screens on which assessors and citizens read.
const SCREENS = [[360, 740], [1280, 700]];
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
  const open = async (width, height) => (await browser.newContext({ viewport: { width, height }, bypassCSP: true })).newPage();
  const go = (page, file) => page.goto(pathToFileURL(path.resolve(site, file)).href);
  for (const [width, height] of SCREENS) {
    const page = await open(width, height);
    const found = [];
    for (const file of items) {
      let [at, last] = [{}, Infinity];
      // A font that came late is there the next time.
      for (let visit = 0; visit < 3 && last > height; visit += 1) {
        await go(page, file);
        at = await page.evaluate(ends);
        last = Math.max(...Object.values(at));
      }
      found.push({ file, at, last });
    }
    found.sort((a, b) => b.last - a.last);
    const below = found.filter(({ last }) => last > height);
    console.log(`${width} x ${height}: ${below.length} of ${items.length} item pages reach below the first screen; the longest:`);
    for (const { file, at } of found.slice(0, SHOWN)) console.log(`  ${file}: ${Object.entries(at).map(([part, y]) => `${part} ${y}`).join(', ')}`);
    for (const { file, last } of below) failures.push(`${file} at ${width} px: ends at ${last} of ${height} px`);
    await page.context().close();
  }
  for (const [width, size] of TEXTS) {
    const page = await open(width, 800);
    let [boxes, pages] = [0, 0];
    for (const file of withTables) {
      await go(page, file);
      await page.addStyleTag({ content: `html { font-size: ${size} !important }` });
      const wide = await page.evaluate(wideBoxes);
      boxes += wide.boxes;
      pages += wide.page > 0;
      if (wide.boxes + wide.page > 0) failures.push(`${file} at ${width} px, text ${size}: ${wide.boxes} tables move sideways, page ${wide.page} px too wide`);
    }
    console.log(`${width} px, text ${size}: ${boxes} tables move sideways, ${pages} of ${withTables.length} pages with tables are too wide`);
    await page.context().close();
  }
  await browser.close();
  for (const failure of failures.slice(0, 40)) console.error(failure);
  console.log(`${failures.length} failed`);
  process.exit(failures.length === 0 ? 0 : 1);
})();
