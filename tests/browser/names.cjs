// Breaks lines before names of divisions as people do. Usage: node names.cjs PROGRAM BROWSER…
//
// A page that names divisions within running text is built by PROGRAM, and shown in each browser at every width from 90 to 320 px: no line ends
// within one of the words of which the names consist. The same page without the places that PROGRAM marks has such lines, or nothing is tested.

const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');
const { execFileSync } = require('node:child_process');
const { pathToFileURL } = require('node:url');
const puppeteer = require('puppeteer-core');

const [program, ...browsers] = process.argv.slice(2);
// Words as a person parts the names, a blank between.
const NAMES = [
  'กอง คลัง', 'กอง ช่าง', 'กอง การ ศึกษา', 'สำนัก ปลัด', 'เทศบาล ตำบล', 'เทศบาล เมือง', 'องค์ การ บริหาร ส่วน ตำบล', 'นายก เทศ มนตรี',
  'กอง สาธารณ สุข', 'งาน พัสดุ',
];
const BEFORE = ['ผู้อำนวยการ', 'เจ้าหน้าที่', 'หัวหน้า', 'ตามที่', 'ของ', 'จัดส่งให้', 'รักษาราชการแทน', 'ประชุมร่วมกับ'];
const AFTER = ['', 'ตามแผน', 'บ้านดอน', 'รับผิดชอบ', 'เป็นผู้ดำเนินการ', 'นครปฐม', 'ท่าข้าม'];
const WIDTHS = [...Array(47).keys()].map((step) => 90 + 5 * step);

/** Lines that end within a word of a name, as `text|text`, over all widths. */
function brokenWords(widths, names) {
  const broken = [];
  const inside = names.map((words) => {
    const parts = words.split(' ');
    const within = new Set();
    let start = 0;
    for (const part of parts) {
      for (let at = start + 1; at < start + part.length; at++) within.add(at);
      start += part.length;
    }
    return [parts.join(''), within];
  });
  const graphemes = new Intl.Segmenter('th', { granularity: 'grapheme' });
  const paragraphs = [...document.querySelectorAll('main p')];
  for (const width of widths) {
    for (const paragraph of paragraphs) Object.assign(paragraph.style, { width: width + 'px', overflowWrap: 'normal' });
    for (const paragraph of paragraphs) {
      const text = paragraph.textContent;
      const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
      const range = new Range();
      const ends = [];
      let [at, last] = [0, null];
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        for (const { segment, index } of graphemes.segment(node.data)) {
          range.setStart(node, index);
          range.setEnd(node, index + segment.length);
          const box = [...range.getClientRects()].filter(({ width }) => width > 0).pop();
          if (box && last !== null && box.top > last + 8) ends.push(at);
          last = box ? box.top : last;
          at += segment.length;
        }
      }
      for (const [name, within] of inside) {
        for (let start = text.indexOf(name); start >= 0; start = text.indexOf(name, start + 1)) {
          for (const end of ends) if (within.has(end - start)) broken.push(text.slice(start, end) + '|' + text.slice(end, start + name.length));
        }
      }
    }
  }
  return broken;
}

(async () => {
  const root = fs.mkdtempSync(path.join(os.tmpdir(), 'names-'));
  const write = (name, text) => {
    fs.mkdirSync(path.dirname(path.join(root, name)), { recursive: true });
    fs.writeFileSync(path.join(root, name), text);
  };
  const texts = NAMES.flatMap((name) => BEFORE.flatMap((before) => AFTER.map((after) => before + name.replaceAll(' ', '') + after)));
  write('content/site.yaml', 'agency: {name: เทศบาลตำบลตัวอย่าง}\nbase_url: https://www.example.go.th/\n');
  write('content/pages/names.md', `---\ntitle: ชื่อ\n---\n\n${texts.join('\n\n')}\n`);
  execFileSync(program, ['build', '--quiet', '--root', root, '--out', path.join(root, 'public')]);
  const file = path.join(root, 'public/names/index.html');
  let failed = 0;
  for (const executablePath of browsers) {
    const kind = executablePath.includes('firefox') ? 'firefox' : 'chrome';
    const browser = await puppeteer.launch({ browser: kind, executablePath, args: kind === 'chrome' ? ['--no-sandbox', '--disable-gpu'] : [], headless: true });
    const page = await browser.newPage();
    await page.goto(pathToFileURL(file).href);
    const shown = await page.$$eval('main p', (all) => all.map((one) => [one.innerText, (getSelection().selectAllChildren(one), getSelection().toString())]));
    const isSame = texts.every((text) => shown.some((both) => both.every((one) => one.trim() === text)));
    const marked = await page.evaluate(brokenWords, WIDTHS, NAMES);
    await page.evaluate(() => {
      document.querySelectorAll('wbr').forEach((element) => element.remove());
      document.querySelector('main').normalize();
    });
    const unmarked = await page.evaluate(brokenWords, WIDTHS, NAMES);
    await browser.close();
    const isGood = isSame && marked.length === 0 && unmarked.length > 0;
    failed += isGood ? 0 : 1;
    const few = (broken) => `${broken.length}${broken.length ? ': ' + [...new Set(broken)].slice(0, 8).join(', ') : ''}`;
    console.log(`names: ${path.basename(executablePath)}: lines that end within a word: ${few(marked)}; without the marks ${few(unmarked)}; text to copy ${isSame ? 'the same' : 'DIFFERENT'}`);
  }
  fs.rmSync(root, { recursive: true });
  process.exitCode = failed ? 1 : 0;
})();
