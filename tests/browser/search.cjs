// Searches a built site as its readers do. Usage: node search.cjs SITE PROGRAM ROOT SCREENSHOTS BROWSER…
//
// SITE was built from ROOT by PROGRAM. In each browser (chromium or firefox, by its path), from disk and from a web server in a sub-folder:
// the answers are those of `prongsai search --json`, texts come only when the box is used and none twice, an address with a query can be
// shared, the count is announced, nothing is wider than the screen, no accessibility fault.

const fs = require('node:fs');
const http = require('node:http');
const path = require('node:path');
const { execFileSync } = require('node:child_process');
const { pathToFileURL } = require('node:url');
// Puppeteer, as playwright cannot drive the Firefox of Debian.
const puppeteer = require('puppeteer-core');
const axe = fs.readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

const [site, program, root, screenshots, ...browsers] = process.argv.slice(2);
// Words within words, abbreviations, items, years in both digits, phrases, several words, capitals, both codings of ำ, no hit.
const QUERIES = [
  'จัดซื้อจัดจ้าง', 'อบต.', 'O42', 'o ๔๒', '2566', '๒๕๖๖', 'มาตรการ โปร่งใส', '"ผลการดำเนินงาน"', 'กองคลัง', 'ita', 'งบประมาณ', 'ก', 'พ.ร.บ.',
  'ส\u0e4d\u0e32นัก', 'ไม่มีคำนี้แน่ๆ', 'สขร', 'คู่มือ ประชาชน', 'รายงาน', 'ที่', '100',
];
const WIDTHS = [360, 1280];
let passed = 0;
const failures = [];
function check(condition, message) {
  if (condition) passed += 1;
  else failures.push(message);
}

const TYPES = { html: 'text/html', js: 'text/javascript', css: 'text/css', svg: 'image/svg+xml', woff2: 'font/woff2' };
// A host that knows nothing of us: no headers, no compression, the site in a sub-folder.
const server = http.createServer((request, response) => {
  const name = decodeURIComponent(new URL(request.url, 'http://x').pathname).replace(/^\/ita\//, '').replace(/(^|\/)$/, '$1index.html');
  fs.readFile(path.join(site, name), (error, bytes) => {
    response.writeHead(error ? 404 : 200, { 'content-type': TYPES[name.split('.').pop()] || 'application/octet-stream' });
    response.end(bytes);
  });
});

const answersOf = new Map();
function expected(query) {
  if (!answersOf.has(query)) {
    const said = execFileSync(program, ['search', '--json', '--root', root, '--', query], { encoding: 'utf8', maxBuffer: 1 << 28 });
    answersOf.set(query, JSON.parse(said).map(({ title, item, excerpt }) => ({ title, item, excerpt })));
  }
  return answersOf.get(query);
}

const status = (page) => page.$eval('#search-status', (element) => element.textContent);

/** Types a query, and waits until all texts have answered. */
async function ask(page, query) {
  await page.locator('#search-q').fill(query);
  await settled(page);
}

async function settled(page) {
  // An answer comes after a pause in typing.
  await new Promise((resolve) => setTimeout(resolve, 400));
  await page.waitForFunction(() => {
    const said = document.querySelector('#search-status').textContent;
    return said !== '' && !/[\d๐-๙]+ (จาก|of) [\d๐-๙]+/.test(said);
  });
}

async function shown(page) {
  for (let more = 0; more < 60 && await page.$eval('#search-more', (button) => !button.hidden); more += 1) {
    await page.$eval('#search-more', (button) => button.click());
  }
  return page.$$eval('#search-answers li', (rows) => rows.map((row) => ({
    title: row.querySelector('.search-title').textContent,
    item: row.querySelector('.search-place').textContent.split(' · ').find((part) => /^O\d+$/.test(part)) ?? null,
    excerpt: row.querySelector('.search-excerpt').textContent,
  })));
}

/** Waits until the page is at an address, as some browsers tell of no navigation from disk. */
async function arrives(page, address) {
  for (let tries = 0; tries < 100 && !address.test(page.url()); tries += 1) await new Promise((resolve) => setTimeout(resolve, 100));
  await page.waitForFunction(() => document.readyState === 'complete');
}

/** From the link, and from the box, in the head of a page to the answers. */
async function walk(page, name, address, asked) {
  await page.setViewport({ width: WIDTHS[0], height: 780 });
  await page.goto(address('index.html'));
  await page.locator('.search-link a').click();
  await arrives(page, /search\/index\.html$/);
  check(/search\/index\.html$/.test(page.url()), `${name}: the link of the home page leads to ${page.url()}`);
  await page.setViewport({ width: WIDTHS[1], height: 780 });
  asked.length = 0;
  await page.goto(address('index.html'));
  await page.locator('.site-header input[name=q]').fill('จัดซื้อ');
  check(!asked.some((url) => url.endsWith('.js')), `${name}: the home page loads a script`);
  await page.keyboard.press('Enter');
  await arrives(page, /search\/index\.html\?q=/);
  check(/search\/index\.html\?q=/.test(page.url()), `${name}: the box of the home page leads to ${page.url()}`);
  await settled(page);
  check((await shown(page)).length > 0, `${name}: no answer to a query from the head of a page`);
}

async function sameAnswers(page, name, address, asked) {
  await page.goto(address('search/index.html'));
  asked.length = 0;
  check(await page.$eval('#search-all', (all) => all.checkVisibility()), `${name}: no list of all pages without a query`);
  check(!asked.some((url) => /\d+\.js/.test(url)), `${name}: texts are loaded before the box is used`);
  for (const query of QUERIES) {
    await ask(page, query);
    const [is, should] = [await shown(page), expected(query)];
    const at = is.findIndex((answer, at) => JSON.stringify(answer) !== JSON.stringify(should[at]));
    const same = at < 0 && is.length === should.length;
    check(same, `${name}: “${query}”: ${is.length} answers, ${should.length} of prongsai search: ${JSON.stringify(is[at])}, not ${JSON.stringify(should[at])}`);
    check(/[\d๐-๙]|ไม่พบ/.test(await status(page)), `${name}: the count of “${query}” is not said: ${await status(page)}`);
  }
  const texts = asked.filter((url) => url.endsWith('.js'));
  // Firefox tells of no requests from disk.
  check(new Set(texts).size === texts.length && (texts.length > 2 || name === 'firefox-esr disk'), `${name}: scripts are loaded twice: ${texts}`);
}

async function looks(page, name) {
  for (const width of WIDTHS) {
    await page.setViewport({ width, height: 780 });
    await ask(page, 'จัดซื้อ');
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    check(overflow <= 0, `${name}: ${overflow} px wider than the screen of ${width}`);
    await page.screenshot({ path: path.join(screenshots, `search-${name.replace(/\W+/g, '-')}-${width}.png`) });
  }
  await page.evaluate(axe);
  const faults = await page.evaluate(() => axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'] }));
  for (const fault of faults.violations) failures.push(`${name}: ${fault.id}: ${fault.nodes[0].html}`);
}

/** To the first answer and back. */
async function follow(page, name) {
  await page.locator('#search-answers a').click();
  await arrives(page, /^(?!.*\/search\/)/);
  check(!page.url().includes('/search/'), `${name}: the first answer leads to ${page.url()}`);
  await page.evaluate(() => history.back());
  await arrives(page, /\/search\//);
  await settled(page);
  check((await shown(page)).length > 0, `${name}: after “back” the answers are gone`);
}

async function search(browser, name, address) {
  const page = await browser.newPage();
  const asked = [];
  page.on('pageerror', (error) => failures.push(`${name}: ${error}`));
  page.on('request', (request) => asked.push(request.url()));
  await walk(page, name, address, asked);
  await sameAnswers(page, name, address, asked);
  await looks(page, name);
  await follow(page, name);
  await page.close();
}

(async () => {
  fs.mkdirSync(screenshots, { recursive: true });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address();
  const places = [
    ['disk', (page) => pathToFileURL(path.resolve(site, page)).href],
    ['web', (page) => `http://127.0.0.1:${port}/ita/${page}`],
  ];
  for (const executablePath of browsers) {
    const kind = executablePath.includes('firefox') ? 'firefox' : 'chrome';
    const args = kind === 'chrome' ? ['--no-sandbox', '--disable-gpu', '--allow-file-access-from-files'] : [];
    const browser = await puppeteer.launch({ browser: kind, executablePath, args, headless: true });
    for (const [place, address] of places) {
      const name = `${path.basename(executablePath)} ${place}`;
      await search(browser, name, address).catch((error) => failures.push(`${name}: ${error}`));
    }
    await browser.close();
  }
  server.close();
  for (const failure of failures) console.log(failure);
  console.log(`search: ${passed} checks passed, ${failures.length} failed`);
  process.exitCode = failures.length ? 1 : 0;
})();
