// Looks at `prongsai serve` as an officer does who writes. Usage: node preview.cjs PROGRAM CHROMIUM SCREENSHOTS
//
// On a copy of the example: a saved page changes by itself and stays where it was scrolled to, others are left alone; the bar and the style
// sheet change without loading; what is broken or empty stays as it was under a red bar; a server that has stopped is missed, and found again.

const { spawn } = require('node:child_process');
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');
const { chromium } = require('playwright-core');
const axe = fs.readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

const [program, executablePath, screenshots] = process.argv.slice(2);
const WIDTHS = [360, 768, 1280];
const LONG = 20_000;
const FLAGS = [
  '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync',
];

let passed = 0;
const failures = [];
function check(condition, message) {
  if (condition) passed += 1;
  else failures.push(message);
}

const root = fs.mkdtempSync(path.join(os.tmpdir(), 'preview-'));
fs.cpSync('content', path.join(root, 'content'), { recursive: true });
fs.cpSync('themes/default', path.join(root, 'themes/default'), { recursive: true });
const read = (file) => fs.readFileSync(path.join(root, file), 'utf8');
const save = (file, text) => fs.writeFileSync(path.join(root, file), text);

let server = null;
function serve(port) {
  server = spawn(program, ['serve', '--lang', 'th', '--today', '2026-11-22', '--root', root, '--port', port]);
  return new Promise((ready, failed) => {
    let said = '';
    server.stderr.on('data', (words) => {
      said += words;
      const url = /http:\/\/\S+/.exec(said);
      if (url) ready(url[0]);
    });
    server.on('exit', () => failed(new Error(said)));
  });
}
function stop() {
  server.removeAllListeners('exit');
  const ended = new Promise((done) => server.once('exit', done));
  server.kill('SIGINT');
  return ended;
}

// A page that counts how often it is loaded.
async function open(context, url) {
  const page = await context.newPage();
  page.loads = 0;
  page.on('load', () => { page.loads += 1; });
  page.on('pageerror', (error) => failures.push(`${url}: ${error}`));
  await page.goto(url);
  await settled(page);
  return page;
}
const wait = (page, what, wanted) => page.waitForFunction(what, wanted, { timeout: LONG }).then(() => true, () => false);
const settled = (page) => wait(page, () => !document.querySelector('#prongsai-bar')?.innerText.includes('กำลังตรวจ'));
const text = (page, wanted) => wait(page, (words) => document.body.innerText.includes(words), wanted);
const bar = (page) => page.evaluate(() => { const one = document.querySelector('#prongsai-bar'); return { kind: one.className, text: one.innerText, open: Boolean(one.querySelector('details[open]')) }; });
const scroll = (page, top) => page.evaluate((to) => scrollTo({ top: to, behavior: 'instant' }), top);

async function follow(context, site) {
  const [a, b] = [await open(context, `${site}2569/o26/`), await open(context, `${site}2569/o22/`)];
  const all = await open(context, `${site}_prongsai/`);
  for (const page of [a, b]) check((await bar(page)).kind === 'prongsai-bar clean', `the bar of ${page.url()} is not clean: ${(await bar(page)).text}`);
  await scroll(a, 500);
  await scroll(b, 300);

  const page = '2569/o26/index.md';
  const source = read(`content/${page}`);
  save(`content/${page}`, `${source}\n\nย่อหน้าที่เพิ่งบันทึก\n`);
  check(await text(a, 'ย่อหน้าที่เพิ่งบันทึก'), 'the page that was saved does not show the new text');
  await settled(a);
  await a.waitForTimeout(1000);
  check(a.loads === 2, `the page that was saved was loaded ${a.loads - 1} times`);
  check(await a.evaluate(() => scrollY) === 500, `it was scrolled to 500 and is at ${await a.evaluate(() => scrollY)}`);
  check(b.loads === 1 && await b.evaluate(() => scrollY) === 300, 'a page that did not change was loaded');
  check(all.loads >= 2, 'the page of all problems was not loaded again');

  // A field that the page does not show: only the bar is another one.
  const other = 'content/2569/o22.md';
  const good = read(other);
  save(other, good.replace('item: O22', 'item: O22\nno_such_field: 1'));
  check(await wait(b, () => document.querySelector('#prongsai-bar').textContent.includes('no_such_field')), 'the bar does not say what is wrong');
  check(await text(all, 'no_such_field'), 'the page of all problems does not say it');
  await b.focus('#prongsai-bar summary');
  await b.keyboard.press('Enter');
  check((await bar(b)).open && (await bar(b)).text.includes('no_such_field'), 'the list does not open with the keyboard');
  await look(b, 'problems');
  await look(all, 'dashboard');
  save(other, good);
  check(await wait(b, () => document.querySelector('#prongsai-bar').className === 'prongsai-bar clean'), 'the bar is not clean again');
  check(!(await bar(b)).text.includes('no_such_field') && b.loads === 1, `the bar changed by loading the page ${b.loads - 1} times`);

  const css = 'themes/default/assets/site.css';
  save(css, `${read(css)}\nh1 { color: rgb(1, 2, 3) !important; }\n`);
  const colour = () => getComputedStyle(document.querySelector('h1')).color === 'rgb(1, 2, 3)';
  check(await wait(a, colour) && await wait(b, colour), 'the style sheet did not change');
  check(a.loads === 2 && b.loads === 1, 'a page was loaded for its style sheet');

  const template = 'themes/default/templates/base.html';
  const whole = read(template);
  save(template, whole.replace('<main', '{{ <main'));
  for (const one of [a, b]) {
    check(await wait(one, () => document.querySelector('#prongsai-bar').classList.contains('error')), 'a broken template is not said');
    check((await bar(one)).open && await one.locator('h1').count() === 1, 'the last good page is not there with an open list');
  }
  await look(b, 'broken');
  save(template, whole);
  for (const one of [a, b]) check(await wait(one, () => document.querySelector('#prongsai-bar').className === 'prongsai-bar clean'), 'the mended template is not seen');

  // The line that is wrong stands in the bar, with what is wrong in it marked.
  save(other, good.replace('item: O22', 'item: O22\nno_such_field: "<b>ก</b>"'));
  check(await wait(b, () => document.querySelector('#prongsai-bar mark')?.textContent.includes('no_such_field')), 'the bar does not mark what is wrong in its line');
  check((await bar(b)).text !== '' && await b.locator('#prongsai-bar .prongsai-line b').count() === 0, 'the line is markup');
  await b.locator('#prongsai-bar details').evaluate((list) => { list.open = true; });
  await look(b, 'line');
  // An editor that empties a file before it writes it.
  const heading = await b.locator('h1').innerText();
  save(other, '');
  check(await text(b, '0 ไบต์'), 'an empty file is not said');
  check(await b.locator('h1').innerText() === heading, 'the page of an empty file is not as it was');
  save(other, good);
  check(await wait(b, () => document.querySelector('#prongsai-bar').className === 'prongsai-bar clean'), 'the file that has text again is not seen');
  const filed = 'content/2569/o8.md';
  const kept = read(filed);
  fs.rmSync(path.join(root, filed));
  const unfiled = await open(context, `${site}2569/o8/`);
  check(await text(unfiled, `ให้สร้างไฟล์ ${filed}`), 'the file to make is not named');
  await look(unfiled, 'unfiled');
  save(filed, kept);
  check(await wait(unfiled, () => !document.body.innerText.includes('ให้สร้างไฟล์')), 'the file that was made is not seen');
  await unfiled.close();

  // The list is loaded anew after each look for faults; if the preview stopped just then, the browser would show a page of its own.
  await settled(all);
  await all.waitForTimeout(1000);
  await stop();
  const silence = () => document.querySelector('.prongsai-silence').textContent.includes('การแสดงตัวอย่างหยุดแล้ว');
  check(await wait(a, silence) && await wait(all, silence), 'a page does not say that the preview has stopped');
  check(!(await a.evaluate(() => document.body.innerText)).includes('ไม่พบข้อผิดในหน้านี้'), 'it says that nothing is wrong');
  await look(a, 'stopped');
  save(`content/${page}`, `${source}\n\nเขียนตอนที่โปรแกรมปิดอยู่\n`);
  await serve(new URL(site).port);
  check(await text(a, 'เขียนตอนที่โปรแกรมปิดอยู่'), 'the server that was started anew is not found');
  check(await wait(a, () => document.querySelector('.prongsai-silence').textContent === ''), 'a page says still that the preview has stopped');
  await settled(a);
  save(`content/${page}`, `${source}\n\nเขียนหลังจากเปิดใหม่\n`);
  check(await text(a, 'เขียนหลังจากเปิดใหม่'), 'the server that was started anew is not followed');
  await a.emulateMedia({ media: 'print' });
  check(!(await a.locator('#prongsai-bar').isVisible()), 'the bar is printed');
}

// At every width: nothing wider than the screen, no accessibility fault.
async function look(page, name) {
  const size = page.viewportSize();
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 900 });
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    check(overflow <= 0, `${name} at ${width}: ${overflow} px wider than the screen`);
    await page.evaluate(axe);
    // The link that skips to the content is behind the bar here, and no longer the first of the page as on the site.
    const { violations } = await page.evaluate(() => window.axe.run({ exclude: ['.skip'] }, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }));
    for (const found of violations) failures.push(`${name} at ${width}: ${found.id} (${found.help}): ${found.nodes.slice(0, 3).map((node) => node.html.slice(0, 160)).join(' | ')}`);
    await page.evaluate(() => scrollTo(0, 0));
    await page.screenshot({ path: path.join(screenshots, `preview-${name}-${width}.png`) });
  }
  await page.setViewportSize(size);
}

(async () => {
  fs.mkdirSync(screenshots, { recursive: true });
  const browser = await chromium.launch({ executablePath, args: FLAGS });
  try {
    const context = await browser.newContext({ viewport: { width: 800, height: 600 }, locale: 'th-TH' });
    await follow(context, await serve('0'));
  } finally {
    await browser.close();
    await stop();
    fs.rmSync(root, { recursive: true });
  }
  for (const failure of [...new Set(failures)]) console.error(failure);
  console.log(`preview: ${passed} passed, ${new Set(failures).size} failed`);
  process.exit(failures.length === 0 ? 0 : 1);
})();
