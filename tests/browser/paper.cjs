// Prints pages of a built site and looks at the sheets. Usage: node paper.cjs SITE CHROMIUM FOLDER
//
// Of each sheet, as pdftotext (poppler) finds its words: it has its number; no line or part of one, such as the upper marks of the line
// after it, stands below its foot; it ends with no heading; it is not more than 60 % empty, but for the last. Of each page: its address
// and those of its files and of the links of its text in full, the day of its last change, the heads of a table on every sheet that has rows of it, no list of jumps, room for the emblem.

const fs = require('node:fs');
const path = require('node:path');
const { execFileSync } = require('node:child_process');
const { pathToFileURL } = require('node:url');
const { chromium } = require('playwright-core');

const [site, executablePath, folder] = process.argv.slice(2);
const PAGES = [
  'index.html', '2569/index.html', '2569/o25/index.html', '2567/o34/index.html', '2568/o28/index.html', '2566/o43/index.html',
  '2566/o21/2022-10/index.html', '2568/o4/index.html',
];
const FLAGS = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--allow-file-access-from-files'];
// The foot of a sheet, in points: the lower margin of the style sheet (section 12), in which only the number stands.
const MARGIN = { portrait: 18 / 25.4 * 72, landscape: 15 / 25.4 * 72 };
const LEAST_FILLED = 0.4;
const EMBLEM_MM = 18;

const failures = [];
let passed = 0;
function check(condition, message) {
  if (condition) passed += 1;
  else failures.push(message);
}
const joined = (text) => text.normalize('NFC').replace(/[\s\u200b]+/g, '');

// The words of each sheet with their places.
function sheets(pdf) {
  const xml = execFileSync('pdftotext', ['-bbox', pdf, '-'], { encoding: 'utf8', maxBuffer: 1 << 26 });
  const unescape = (text) => text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');
  return xml.split('<page ').slice(1).map((page) => {
    const [, width, height] = page.match(/width="([\d.]+)" height="([\d.]+)"/).map(Number);
    const words = [...page.matchAll(/<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">([^<]*)</g)];
    const placed = words.map(([, left, top, right, bottom, text]) => ({ left: +left, top: +top, right: +right, bottom: +bottom, text: unescape(text) }));
    const foot = height - (width > height ? MARGIN.landscape : MARGIN.portrait);
    const isNumber = (word) => word.top > foot && /^[\d/]+$/.test(word.text);
    return { height, foot, number: joined(placed.filter(isNumber).map((word) => word.text).join('')), words: placed.filter((word) => !isNumber(word)) };
  });
}

// What the page says about itself, as it is printed. Runs in the page.
function printed() {
  const shown = (element) => element.getClientRects().length > 0;
  const all = (selector) => [...document.querySelectorAll(selector)].filter(shown);
  const text = (element) => element.textContent;
  const memo = document.querySelector('.memo > h2');
  return {
    address: document.querySelector('link[rel=canonical]').href,
    urls: all('.files a[data-url], .body a[data-url]').map((link) => link.dataset.url).concat(all('.body a[href^="http"]').map((link) => link.getAttribute('href'))),
    nowhere: all('.body a[href]:not([data-url], [href^="#"])').filter((link) => !/^[a-z]+:/.test(link.getAttribute('href'))).map(text),
    changed: all('.cite').map((line) => text(line).split(' · ')[1]).filter(Boolean),
    headings: all('main :is(h2, h3, h4), caption, tr.group').map(text),
    tables: all('main table:has(thead)').map((table) => ({
      head: text(table.querySelector('thead th')),
      rows: [...table.querySelectorAll('tbody tr:not(.group, .below) > :first-child')].map((cell) => cell.firstChild && text(cell.firstChild)),
    })),
    jumps: all('.jump, .more, nav, form, .breadcrumb').length,
    emblem: memo && { height: memo.getBoundingClientRect().height, free: parseFloat(getComputedStyle(memo).paddingInlineStart) },
  };
}

function look(file, found, page) {
  const texts = found.map((sheet) => joined(sheet.words.map((word) => word.text).join('')));
  found.forEach((sheet, at) => {
    const name = `${file}, sheet ${at + 1} of ${found.length}`;
    check(sheet.number === `${at + 1}/${found.length}`, `${name}: its number is "${sheet.number}"`);
    const cut = sheet.words.filter((word) => word.bottom > sheet.foot + 1 || word.right - word.left < 0.1);
    check(cut.length === 0, `${name}: below its foot, or a mark without its letter: ${cut.map((word) => word.text).join(' ')}`);
    const lowest = Math.max(0, ...sheet.words.map((word) => word.bottom));
    const last = joined(sheet.words.filter((word) => lowest - word.bottom < 6).map((word) => word.text).join(''));
    if (at + 1 === found.length) return;
    check(lowest >= LEAST_FILLED * sheet.foot, `${name}: ends at ${Math.round(lowest)} of ${Math.round(sheet.foot)} pt`);
    check(!page.headings.some((heading) => joined(heading) === last), `${name}: ends with the heading ${last}`);
  });
  check(texts[0].includes(joined(page.address)), `${file}: its address ${page.address} is not on the first sheet`);
  for (const url of page.urls) check(texts.some((text) => text.includes(joined(`<${url}>`))), `${file}: ${url} is not printed in full`);
  check(page.nowhere.length === 0, `${file}: nobody who holds it in the hand finds ${page.nowhere}`);
  for (const day of page.changed) check(texts.some((text) => text.includes(joined(day))), `${file}: it does not say of when it is: ${day}`);
  for (const { head, rows } of page.tables) {
    const unique = rows.filter((row) => row && joined(row).length > 12 && texts.join('').split(joined(row)).length === 2);
    texts.forEach((text, at) => {
      if (unique.some((row) => text.includes(joined(row)))) check(text.includes(joined(head)), `${file}, sheet ${at + 1}: rows of a table without its head (${head})`);
    });
  }
  check(page.jumps === 0, `${file}: ${page.jumps} lists of jumps are printed`);
  const px = EMBLEM_MM / 25.4 * 96;
  if (page.emblem) check(page.emblem.height >= px - 1 && page.emblem.free >= px - 1, `${file}: no room for the emblem beside the name of the memo`);
}

(async () => {
  fs.mkdirSync(folder, { recursive: true });
  const browser = await chromium.launch({ executablePath, args: FLAGS });
  const page = await (await browser.newContext({ bypassCSP: true })).newPage();
  // As in first_screen.cjs: the font of the theme, however late it comes.
  await page.route('**/assets/site.css', (route) => {
    const css = fs.readFileSync(new URL(route.request().url()), 'utf8');
    return route.fulfill({ contentType: 'text/css', body: css.replaceAll('font-display: optional', 'font-display: block') });
  });
  for (const file of PAGES) {
    await page.goto(pathToFileURL(path.resolve(site, file)).href);
    await page.emulateMedia({ media: 'print' });
    await page.evaluate(() => document.fonts.ready);
    const pdf = path.join(folder, `${file.replaceAll('/', '_').replace('.html', '')}.pdf`);
    await page.pdf({ path: pdf, preferCSSPageSize: true });
    look(file, sheets(pdf), await page.evaluate(printed));
  }
  await browser.close();
  for (const failure of failures) console.error(failure);
  console.log(`paper: ${passed} passed, ${failures.length} failed`);
  process.exit(failures.length === 0 && passed > 0 ? 0 : 1);
})();
