// Looks at a built site as its readers do. Usage: node pages.cjs SITE CHROMIUM SCREENSHOTS
//
// From disk, without a server: a walk home -> year -> item -> attachment -> other year; every page kind at three widths in both
// colour schemes: no script error, no request that leaves the site, nothing wider than the screen even with large or
// spaced text, no accessibility fault (WCAG 2.2 AA).

const fs = require('node:fs');
const path = require('node:path');
const { pathToFileURL } = require('node:url');
const { chromium } = require('playwright-core');
const axe = fs.readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

const [site, executablePath, screenshots] = process.argv.slice(2);
const WIDTHS = [360, 768, 1280];
const PAGES = [
  'index.html', '2569/index.html', '2565/o42/index.html', '2566/o43/index.html', '2567/o34/index.html', '2568/o28/index.html',
  '2569/o26/index.html', '2566/o21/index.html', '2566/o21/2022-10/index.html', '2569/o18/index.html', '2568/o4/index.html',
  'topics/integrity-measures/index.html', 'contact/index.html',
];
const FLAGS = [
  '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update',
  '--disable-sync', '--allow-file-access-from-files',
];

const address = (page) => pathToFileURL(path.resolve(site, page)).href;
let passed = 0;
// Months with a year that were looked at.
let months = 0;
const failures = [];
function check(condition, message) {
  if (condition) passed += 1;
  else failures.push(message);
}

async function walk(context) {
  const page = await context.newPage();
  await page.goto(address('index.html'));
  const go = async (selector, what) => {
    const link = page.locator(selector).first();
    check((await link.count()) === 1, `walk: no link to ${what} on ${page.url()}`);
    await link.click();
    await page.waitForLoadState();
  };
  await go('main a[href$="2569/index.html"], nav a[href$="2569/index.html"]', 'the year');
  check(page.url().endsWith('/2569/index.html'), `walk: ${page.url()} is not the year`);
  await go('main a[href$="o25/index.html"]', 'the item');
  check((await page.locator('h1').innerText()).includes('O25'), 'walk: not the page of O25');
  const file = await page.locator('#evidence .files a').first().getAttribute('href');
  check(fs.existsSync(new URL(file, page.url())), `walk: the attachment ${file} is not there`);
  await go('#same-subject .years a:not([aria-current])', 'the same subject in another year');
  check(/\/256[5-8]\/o\d+\/index\.html$/.test(page.url()), `walk: ${page.url()} is not an older year`);
  await page.close();
}

/** Months whose year stands on the next line, as `ก.ย. 2569`, and how many there are at all. */
function monthsParted() {
  const letters = [];
  const texts = document.createTreeWalker(document.querySelector('main'), NodeFilter.SHOW_TEXT);
  let text = '';
  while (texts.nextNode()) {
    for (let at = 0; at < texts.currentNode.length; at++) letters.push([texts.currentNode, at]);
    text += texts.currentNode.data;
  }
  const parted = [];
  let all = 0;
  for (const { 0: found, index } of text.matchAll(/(?:[มพกสตธ]|มี|เม|มิ)\.[คพย]\. [0-9๐-๙]{4}/gu)) {
    const [[first, start], [last, end]] = [letters[index], letters[index + found.length - 1]];
    if (first.parentElement.closest('svg')) continue;
    const range = document.createRange();
    range.setStart(first, start);
    range.setEnd(last, end + 1);
    const lines = new Set([...range.getClientRects()].filter((box) => box.width > 0).map((box) => Math.round(box.top)));
    if (lines.size > 1) parted.push(found);
    if (lines.size > 0) all += 1;
  }
  return { parted, all };
}

async function look(browser, colorScheme) {
  for (const width of WIDTHS) {
    const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme, locale: 'th-TH' });
    const page = await context.newPage();
    const name = (file) => `${file} at ${width} px, ${colorScheme}`;
    let current = '';
    page.on('pageerror', (error) => failures.push(`${current}: ${error}`));
    page.on('request', (request) => check(request.url().startsWith('file:'), `${current}: asks for ${request.url()}`));
    page.on('requestfailed', (request) => failures.push(`${current}: ${request.url()} cannot be loaded`));
    for (const file of PAGES) {
      current = name(file);
      await page.goto(address(file));
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      check(overflow <= 0, `${current}: ${overflow} px wider than the screen`);
      const { parted, all } = await page.evaluate(monthsParted);
      check(parted.length === 0, `${current}: a line ends between month and year: ${parted.join(', ')}`);
      months += all;
      const font = await page.evaluate(async () => { await document.fonts.ready; return document.fonts.check('16px Sarabun', 'ก'); });
      check(font, `${current}: the Thai font did not load`);
      if (width !== 768) {
        await page.evaluate(axe);
        const { violations } = await page.evaluate(() => window.axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }));
        for (const found of violations) failures.push(`${current}: ${found.id} (${found.help}): ${found.nodes.slice(0, 3).map((node) => node.html.slice(0, 160)).join(' | ')}`);
        passed += 1;
      }
      const shot = path.join(screenshots, `${file.replaceAll('/', '_').replace('.html', '')}-${width}-${colorScheme}.png`);
      await page.screenshot({ path: shot, fullPage: true });
    }
    await context.close();
  }
}

// WCAG 1.4.4, 1.4.10 and 1.4.12: text twice as large, and text with more space around it, without a second scroll bar.
const STRETCHED = [
  ['text spacing', 320, '* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important } p { margin-block-end: 2em !important }'],
  ['text of 200 %', 320, 'html { font-size: 225% !important }'],
  ['text of 200 %', 1280, 'html { font-size: 225% !important }'],
];

async function stretch(browser) {
  for (const [what, width, content] of STRETCHED) {
    const context = await browser.newContext({ viewport: { width, height: 900 }, bypassCSP: true });
    const page = await context.newPage();
    for (const file of PAGES) {
      await page.goto(address(file));
      await page.addStyleTag({ content });
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      check(overflow <= 0, `${file} at ${width} px with ${what}: ${overflow} px wider than the screen`);
    }
    await context.close();
  }
}

(async () => {
  fs.mkdirSync(screenshots, { recursive: true });
  const browser = await chromium.launch({ executablePath, args: FLAGS });
  const context = await browser.newContext();
  await walk(context);
  for (const scheme of ['light', 'dark']) await look(browser, scheme);
  check(months > 0, 'no page has a month with its year');
  await stretch(browser);
  await browser.close();
  for (const failure of [...new Set(failures)]) console.error(failure);
  console.log(`${passed} passed, ${new Set(failures).size} failed`);
  process.exit(failures.length === 0 ? 0 : 1);
})();
