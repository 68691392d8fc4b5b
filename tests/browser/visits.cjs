// What a visit costs and where it ends, on a cold and slow line. Usage: node visits.cjs SITE CHROMIUM
//
// Read from the folder: the bytes of every page, and of every picture. Served from here, compressed as hosts do it: the bytes of a first
// visit and of one with the files of all pages in the cache; and links to a part of a page, opened with an empty cache at the speed of a
// bad mobile connection: they end at that part, also after the fonts came.

const fs = require('node:fs');
const http = require('node:http');
const path = require('node:path');
const zlib = require('node:zlib');
const { chromium } = require('playwright-core');

const [site, executablePath] = process.argv.slice(2);
const PAGES = [
  'index.html', '2569/index.html', '2569/o25/index.html', '2567/o34/index.html', '2568/o28/index.html', '2566/o43/index.html',
  '2566/o21/2022-10/index.html', '2568/o4/index.html', 'topics/integrity-measures/index.html', 'contact/index.html',
];
const LINKS = ['2569/o25/#plan', '2567/o34/#m5', '2567/o34/#t7', '2568/o28/#memo', '2566/o43/#disclosure', '2565/o42/#analysis'];
const MOST = { first: 60 * 1000, second: 6 * 1024, picture: 6 * 1024 };
// A year's analysis with all its issues, and a memo with a whole report, on one page: the words alone are more than half of it. Without all
// roles, labels and names of cells, too, the first one would be above the limit by gzip. By brotli no page is.
const LONG = { '2567/o34/index.html': 7000, '2568/o28/index.html': 6650 };
// Bits to bytes; milliseconds.
const SLOW = { offline: false, downloadThroughput: 400_000 / 8, uploadThroughput: 200_000 / 8, latency: 400 };
const FLAGS = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];
const TYPES = { '.html': 'text/html; charset=utf-8', '.css': 'text/css', '.svg': 'image/svg+xml', '.woff2': 'font/woff2', '.js': 'text/javascript' };

// The bytes of all bodies that went over the line.
let sent = 0;

function answer(request, response) {
  const asked = decodeURIComponent(new URL(request.url, 'http://localhost').pathname);
  const file = path.join(site, asked.endsWith('/') ? `${asked}index.html` : asked);
  if (!fs.existsSync(file)) return response.writeHead(404).end();
  const isPage = file.endsWith('.html');
  const bytes = fs.readFileSync(file);
  const headers = { 'Content-Type': TYPES[path.extname(file)] ?? 'application/octet-stream', 'Cache-Control': isPage ? 'no-store' : 'max-age=3600' };
  const isPacked = file.endsWith('.woff2');
  const body = isPacked ? bytes : zlib.gzipSync(bytes, { level: 9 });
  sent += body.length;
  return response.writeHead(200, isPacked ? headers : { ...headers, 'Content-Encoding': 'gzip' }).end(body);
}

const failures = [];
let passed = 0;
function check(condition, message) {
  if (condition) passed += 1;
  else failures.push(message);
}

async function bytesOf(page, address) {
  const before = sent;
  await page.goto(address, { waitUntil: 'networkidle' });
  return sent - before;
}

async function weigh(browser, base) {
  const most = { first: ['', 0], second: ['', 0] };
  for (const file of PAGES) {
    const context = await browser.newContext({ viewport: { width: 360, height: 740 } });
    const page = await context.newPage();
    const address = `${base}/${file.replace('index.html', '')}`;
    const first = await bytesOf(page, address);
    const second = await bytesOf(page, `${address}?again`);
    if (first > most.first[1]) most.first = [file, first];
    if (second > most.second[1]) most.second = [file, second];
    check(first > second && first <= MOST.first, `${file}: a first visit takes ${first} bytes, more than ${MOST.first} (or nothing was cached)`);
    const limit = LONG[file] ?? MOST.second;
    check(second > 0 && second <= limit, `${file}: a second visit takes ${second} bytes, more than ${limit}`);
    await context.close();
  }
  console.log(`visits: the first takes at most ${most.first[1]} bytes (${most.first[0]}), another ${most.second[1]} (${most.second[0]})`);
}

// Of all pages of the site: each as it is on a second visit, and each picture of figures.
function measure() {
  const pages = fs.readdirSync(site, { recursive: true }).filter((file) => file.endsWith('.html')).map((file) => file.replaceAll(path.sep, '/'));
  const largest = { gzip: 0, brotli: 0, picture: 0 };
  for (const file of pages) {
    const html = fs.readFileSync(path.join(site, file));
    const pictures = html.toString().match(/<svg.*?<\/svg>/gs) ?? [];
    const sizes = {
      gzip: zlib.gzipSync(html, { level: 9 }).length, brotli: zlib.brotliCompressSync(html).length,
      picture: Math.max(0, ...pictures.map((picture) => Buffer.byteLength(picture))),
    };
    for (const [kind, size] of Object.entries(sizes)) {
      const limit = kind === 'picture' ? MOST.picture : kind === 'gzip' && LONG[file] || MOST.second;
      check(size <= limit, `${file}: ${kind} ${size} bytes, more than ${limit}`);
      largest[kind] = Math.max(largest[kind], size);
    }
  }
  check(largest.picture > 0, 'there are no pictures');
  console.log(`visits: of ${pages.length} pages the largest has ${largest.gzip} bytes by gzip, ${largest.brotli} by brotli; the largest picture ${largest.picture}`);
}

async function jump(browser, base, link) {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 } });
  const page = await context.newPage();
  const client = await context.newCDPSession(page);
  await client.send('Network.enable');
  await client.send('Network.emulateNetworkConditions', SLOW);
  await page.goto(`${base}/${link}`, { timeout: 60_000 });
  await page.waitForLoadState('networkidle');
  const at = await page.evaluate(async () => {
    await document.fonts.ready;
    await new Promise((resolve) => { requestAnimationFrame(() => requestAnimationFrame(resolve)); });
    const isLowest = window.scrollY + window.innerHeight >= document.documentElement.scrollHeight - 2;
    return { top: document.querySelector(':target')?.getBoundingClientRect().top ?? NaN, isLowest };
  });
  const arrived = at.top >= 0 && at.top <= (at.isLowest ? 740 : 120);
  check(arrived, `${link}: on a slow line its target stands ${Math.round(at.top)} px from the top of the screen`);
  await context.close();
}

(async () => {
  const server = http.createServer(answer).listen(0, '127.0.0.1');
  await new Promise((resolve) => { server.once('listening', resolve); });
  const base = `http://127.0.0.1:${server.address().port}`;
  const browser = await chromium.launch({ executablePath, args: FLAGS });
  measure();
  await weigh(browser, base);
  await Promise.all(LINKS.map((link) => jump(browser, base, link)));
  await browser.close();
  server.close();
  for (const failure of failures) console.error(failure);
  console.log(`visits: ${passed} passed, ${failures.length} failed`);
  process.exit(failures.length === 0 ? 0 : 1);
})();
