// Pictures of ten kinds of pages at three widths, light, dark and in forced colours, and of their printed sheets, to be looked at.
// Usage: node looks.cjs SITE CHROMIUM FOLDER

const fs = require('node:fs');
const path = require('node:path');
const { execFileSync } = require('node:child_process');
const { pathToFileURL } = require('node:url');
const { chromium } = require('playwright-core');

const [site, executablePath, folder] = process.argv.slice(2);
const KINDS = {
  home: 'index.html', year: '2569/index.html', scores: '2569/o25/index.html', issues: '2567/o34/index.html', memo: '2568/o28/index.html',
  report: '2566/o43/index.html', month: '2566/o21/2022-10/index.html', unfiled: '2568/o4/index.html',
  topic: 'topics/integrity-measures/index.html', contact: 'contact/index.html',
};
const COLOURS = {
  light: { colorScheme: 'light' }, dark: { colorScheme: 'dark' }, forced: { colorScheme: 'dark', forcedColors: 'active' },
};
const FLAGS = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--allow-file-access-from-files'];

(async () => {
  fs.mkdirSync(folder, { recursive: true });
  const browser = await chromium.launch({ executablePath, args: FLAGS });
  for (const [colours, settings] of Object.entries(COLOURS)) {
    const page = await (await browser.newContext(settings)).newPage();
    for (const [kind, file] of Object.entries(KINDS)) {
      await page.goto(pathToFileURL(path.resolve(site, file)).href);
      for (const width of [360, 768, 1280]) {
        await page.setViewportSize({ width, height: 900 });
        await page.screenshot({ path: path.join(folder, `${kind}-${width}-${colours}.png`), fullPage: true });
      }
      if (colours !== 'light') continue;
      const pdf = path.join(folder, `${kind}.pdf`);
      await page.pdf({ path: pdf, preferCSSPageSize: true });
      execFileSync('pdftoppm', ['-r', '60', '-png', pdf, path.join(folder, `${kind}-paper`)]);
    }
    await page.context().close();
  }
  await browser.close();
})();
