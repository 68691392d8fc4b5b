// Both searches in Chromium. Usage: node search.cjs PUBLIC TRUTHS. Lines of name, ours, theirs: see tests/bench/search.

const fs = require('node:fs');
const http = require('node:http');
const path = require('node:path');
const zlib = require('node:zlib');
const puppeteer = require('puppeteer-core');

const [site, truths] = process.argv.slice(2);
const queries = JSON.parse(fs.readFileSync(truths, 'utf8'));
const TYPES = { html: 'text/html', js: 'text/javascript', css: 'text/css', wasm: 'application/wasm', json: 'application/json' };
const SLOW = { offline: false, latency: 150, downloadThroughput: 1.6e6 / 8, uploadThroughput: 1.6e6 / 8 };

// A host that does not compress.
const server = http.createServer((request, response) => {
  const name = decodeURIComponent(new URL(request.url, 'http://x').pathname).replace(/\/$/, '/index.html');
  fs.readFile(path.join(site, name), (error, bytes) => {
    response.writeHead(error ? 404 : 200, { 'content-type': TYPES[name.split('.').pop()] || 'application/octet-stream' });
    response.end(bytes);
  });
});

/** Addresses by the names of Pagefind's results, so that not each of them must be loaded to be known. */
function fragments() {
  const folder = path.join(site, 'pagefind/fragment');
  return Object.fromEntries(fs.readdirSync(folder).map((name) => {
    const text = zlib.gunzipSync(fs.readFileSync(path.join(folder, name))).toString('utf8');
    return [name.replace('.pf_fragment', ''), JSON.parse(text.slice(text.indexOf('{'))).url];
  }));
}

// What is done in the page: `open` until the first query can be asked, `ask` until its first five results can be shown.
const OURS = {
  page: 'search/index.html',
  open: () => { document.querySelector('#search-q').focus(); },
  ask: async (query) => {
    const [status, answers] = ['#search-status', '#search-answers'].map((name) => document.querySelector(name));
    status.textContent = '';
    // As soon as the answers stand in the page: to ask again and again would wait for the next picture on the screen, and measure that too.
    const answered = new Promise((resolve) => {
      const observer = new MutationObserver(() => {
        if (status.textContent === '' || !(answers.querySelector('li') || /ไม่พบ/.test(status.textContent))) return;
        observer.disconnect();
        resolve();
      });
      observer.observe(status, { childList: true, subtree: true, characterData: true });
      observer.observe(answers, { childList: true });
    });
    document.querySelector('#search-q').value = query;
    document.querySelector('form[data-search]').dispatchEvent(new Event('submit', { cancelable: true }));
    await answered;
  },
};
const THEIRS = {
  page: '404.html',
  open: async () => { window.pagefind = await import('/pagefind/pagefind.js'); await window.pagefind.init(); },
  ask: async (query) => {
    const { results } = await window.pagefind.search(query);
    await Promise.all(results.slice(0, 5).map((result) => result.data()));
  },
};

async function times(browser, base, { page: start, open, ask }) {
  const page = await browser.newPage();
  await page.setBypassCSP(true);
  const session = await page.createCDPSession();
  await session.send('Network.enable');
  await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  await page.goto(base + start);
  await session.send('Network.emulateNetworkConditions', SLOW);
  const timed = async (work, value) => {
    const from = performance.now();
    await page.evaluate(work, value);
    return performance.now() - from;
  };
  // The query is one that the newest year answers.
  const opened = await timed(open);
  const first = opened + await timed(ask, 'รายงาน');
  await session.send('Network.emulateNetworkConditions', { ...SLOW, latency: 0, downloadThroughput: -1, uploadThroughput: -1 });
  await page.waitForFunction(() => !/[\d๐-๙]+ (จาก|of) [\d๐-๙]+/.test((document.querySelector('#search-status') || {}).textContent || ''));
  const later = [];
  // Measured in the page: to bring a question there and the answer back takes longer than many an answer.
  const inside = `async (query) => { const from = performance.now(); await (${ask})(query); return performance.now() - from; }`;
  for (const { query } of queries.slice(0, 60)) later.push(await page.evaluate(`(${inside})(${JSON.stringify(query)})`));
  await session.send('HeapProfiler.collectGarbage');
  const { JSHeapUsedSize } = await page.metrics();
  await page.close();
  later.sort((a, b) => a - b);
  return [first, later[later.length >> 1], later[later.length - 1], JSHeapUsedSize / 1e6].map(Math.round);
}

async function exact(browser, base) {
  const page = await browser.newPage();
  await page.setBypassCSP(true);
  await page.goto(base + 'search/index.html');
  const urls = fragments();
  const ours = await page.evaluate(async (asked) => {
    const engine = prongsaiSearch;
    const brought = {};
    Object.assign(window, { prongsaiSearch: null });
    const texts = { pages: (value) => { brought.pages = value; }, shard: (name, head, text) => { brought[name] = text === undefined ? head : { head, text }; } };
    const read = async (name) => new Function('prongsaiSearch', await (await fetch(name + '.js')).text())(texts);
    await read('pages');
    const shards = [];
    for (const { name, year } of brought.pages.shards) {
      await read(name);
      const { head, text } = typeof brought[name] === 'string' ? await engine.unpacked(brought[name]) : brought[name];
      shards.push(engine.shardOf(year, head, text, brought.pages.names));
    }
    return asked.map((query) => engine.answers(shards, engine.parsed(query, brought.pages.abbreviations), { year: 0 }, 1e9).answers.map((answer) => answer.page || '/'));
  }, queries.map(({ query }) => query));
  const theirs = await page.evaluate(async (asked) => {
    const pagefind = await import('/pagefind/pagefind.js');
    const found = [];
    for (const query of asked) found.push((await pagefind.search(query)).results.map((result) => result.id));
    return found;
  }, queries.map(({ query }) => query));
  await page.close();
  const isSame = (found, wanted) => JSON.stringify([...new Set(found)].sort()) === JSON.stringify([...wanted].sort());
  const named = theirs.map((ids) => ids.map((id) => urls[id].replace(/^\/(?=.)/, '').replace(/index\.html$/, '')).filter((url) => !/^(search|history)\//.test(url)));
  const count = (all) => `${all.filter((found, at) => isSame(found, queries[at].pages)).length} of ${queries.length}`;
  const recall = (all) => {
    const shares = all.flatMap((found, at) => (queries[at].pages.length ? [queries[at].pages.filter((page) => found.includes(page)).length / queries[at].pages.length] : []));
    return (shares.reduce((sum, share) => sum + share, 0) / shares.length).toFixed(3);
  };
  console.log(['exact result sets', count(ours), count(named)].join('\t'));
  console.log(['mean recall', recall(ours), recall(named)].join('\t'));
}

(async () => {
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const base = `http://127.0.0.1:${server.address().port}/`;
  const browser = await puppeteer.launch({ executablePath: process.env.CHROMIUM || '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu'], headless: true });
  await exact(browser, base);
  const [ours, theirs] = [await times(browser, base, OURS), await times(browser, base, THEIRS)];
  ['first answer on a slow line, ms', 'later query, ms, median', 'later query, ms, slowest', 'heap of scripts, MB'].forEach((name, at) => console.log([name, ours[at], theirs[at]].join('\t')));
  await browser.close();
  server.close();
})();
