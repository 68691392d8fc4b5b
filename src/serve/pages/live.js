// The page follows its files: loaded again when its bytes change, style sheets without that, the bar on its own.
//
// Its tag says: data-events (address of the events), data-page (what to ask about this page), data-sha (of its bytes; none on the preview's own
// pages), data-generation (of the site), data-base (path of the site), data-stopped (what is said when there is no server any more).
// Events: `changed` and `checked` (something may be new: ask), `style` (data: path of a style sheet), `resync` (events were left out).
// The answer about a page: {"sha": …, "bar": HTML, "events": address, "generation": number}.
(() => {
  'use strict';
  const script = document.currentScript;
  const { base, events, generation, page, sha, stopped } = script.dataset;
  const key = 'prongsai ' + location.pathname;
  const bar = () => document.getElementById('prongsai-bar');
  const details = () => [...document.querySelectorAll('#prongsai-bar details, .prongsai-page details')];

  // Where the reader was before the page was loaded again.
  let before = null;
  try {
    before = JSON.parse(sessionStorage.getItem(key));
    sessionStorage.removeItem(key);
  } catch (_) { /* no storage: the page begins at its top */ }
  if (before) {
    details().forEach((one, at) => { one.open = one.open || Boolean(before.open[at]); });
    history.scrollRestoration = 'manual';
    const restore = () => scrollTo({ left: before.x, top: before.y, behavior: 'instant' });
    restore();
    addEventListener('load', restore, { once: true });
  }

  let leaving = false;
  function reload(wanted) {
    if (leaving) return;
    leaving = true;
    try {
      const open = details().map((one) => one.open);
      sessionStorage.setItem(key, JSON.stringify({ x: scrollX, y: scrollY, open, wanted }));
    } catch (_) { /* as above */ }
    location.reload();
  }

  // One question at a time; what happens meanwhile is one more question.
  let asking = false;
  let again = false;
  async function compare() {
    again = true;
    if (asking) return;
    asking = true;
    while (again && !leaving) {
      again = false;
      try {
        await ask();
      } catch (_) { /* the server is away: asked again when it is back */ }
    }
    asking = false;
  }

  async function ask() {
    const now = await (await fetch(page, { cache: 'no-store' })).json();
    if (!now.events) return;
    const isNew = now.events !== events || (sha ? now.sha !== sha : String(now.generation) !== generation);
    // A page that is still another one after it was loaded for this very answer is not loaded for it twice.
    const wanted = [now.sha, now.events, now.generation].join();
    if (isNew && !(before && before.wanted === wanted)) reload(wanted);
    else if (bar() && now.bar) replaceBar(now.bar);
  }

  let shown = null;
  function replaceBar(html) {
    if (html === shown) return;
    const first = shown === null;
    shown = html;
    const fresh = new DOMParser().parseFromString(html, 'text/html').getElementById('prongsai-bar');
    const old = bar();
    if (!fresh || (first && fresh.isEqualNode(old))) return;
    const [was, is] = [old.querySelector('details'), fresh.querySelector('details')];
    if (was && is) is.open = is.open || was.open;
    const hadFocus = was && was.contains(document.activeElement);
    // The line of the status stays and gets new words: so screen readers say it.
    const status = old.querySelector('[role=status]');
    status.replaceChildren(...fresh.querySelector('[role=status]').childNodes);
    fresh.querySelector('[role=status]').remove();
    old.className = fresh.className;
    old.replaceChildren(status, ...fresh.childNodes);
    if (hadFocus && is) is.querySelector('summary').focus({ preventScroll: true });
  }

  // One style sheet is loaded again; all of the site without a path.
  function restyle(path) {
    const changed = path && new URL(path, new URL(base, location.href)).pathname;
    for (const link of document.querySelectorAll('link[rel=stylesheet]')) {
      const url = new URL(link.href);
      // With a hash of its content in it the page has changed too, and is loaded again.
      if (url.origin !== location.origin || (changed && url.pathname !== changed) || link.integrity) continue;
      if (link.dataset.coming) { link.remove(); continue; }
      const next = link.cloneNode();
      next.dataset.coming = 'yes';
      next.href = `${url.pathname}?changed=${Date.now()}`;
      next.addEventListener('load', () => { link.remove(); delete next.dataset.coming; });
      next.addEventListener('error', () => next.remove());
      link.after(next);
    }
  }

  // Without a server nothing that the bar says is true any more: this line takes its place.
  const silence = document.createElement('p');
  silence.className = 'prongsai-silence';
  silence.setAttribute('role', 'status');
  document.body.prepend(silence);
  let failures = 0;
  function failed(count) {
    failures = count;
    const words = failures < 4 || leaving ? '' : stopped;
    if (silence.textContent !== words) silence.textContent = words;
  }

  // A browser keeps six connections to a server: only pages that are seen hold one.
  let source = null;
  let heard = false;
  function catchUp() {
    failed(0);
    if (heard) restyle();
    heard = true;
    compare();
  }
  function follow() {
    if (source) source.close();
    source = null;
    if (document.hidden || leaving) return;
    source = new EventSource(events);
    source.addEventListener('open', catchUp);
    source.addEventListener('resync', catchUp);
    source.addEventListener('changed', sha ? compare : () => reload());
    source.addEventListener('checked', sha ? compare : () => reload());
    source.addEventListener('style', (event) => restyle(event.data));
    // Refused, for the server was started anew: it tells its new address.
    source.addEventListener('error', () => {
      failed(failures + 1);
      if (source && source.readyState === EventSource.CLOSED) setTimeout(() => compare().then(follow), 2000);
    });
  }
  document.addEventListener('visibilitychange', follow);
  follow();
})();
