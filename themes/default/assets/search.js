// Offline search. A page matches where its own text has what was typed, letter by letter: nothing is cut into words.
// The texts come as scripts, one a fiscal year (`2569.js`), each letter as one code of the year's own table; they are searched as they are.
// src/search of the program says what matches and in which order; `prongsai search` gives the same answers.
"use strict";

const prongsaiSearch = (() => {
  // ---- Texts: the same as normalised.rs, folded.rs, word.rs ----

  const INVISIBLE = /[\u00ad\u034f\u061c\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\u{e0000}-\u{e0fff}]/gu;
  const BLANKS = /[\0- \x7f-\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+/g;
  const markClass = (mark) => (mark === "\u0e3a" ? 0 : mark === "\u0e4d" ? 4 : mark === "\u0e4e" ? 3 : mark >= "\u0e48" ? 2 : 1);

  const thaiOrder = (text) =>
    text
      .replace(/[\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]{2,}/g, (marks) => [...marks].sort((a, b) => markClass(a) - markClass(b)).join(""))
      .replace(/\u0e4d\u0e32/g, "\u0e33")
      .replace(/\u0e40\u0e40/g, "\u0e41");

  function normalised(typed) {
    let text = typed.replace(INVISIBLE, "");
    for (let round = 0; round < 8; round++) {
      const composed = text.normalize("NFC");
      text = thaiOrder(composed);
      if (text === composed) break;
    }
    return text.replace(BLANKS, " ").replace(/^ | $/g, "");
  }

  function fold(letter) {
    if (letter >= "\u0e50" && letter <= "\u0e59") return String.fromCharCode(letter.charCodeAt(0) - 0xe20);
    const lower = letter.toLowerCase();
    return lower.length === 1 || [...lower].length === 1 ? lower : letter;
  }

  const folded = (text) => [...text].map(fold).join("");

  const isThaiMark = (letter) => /^[\u0e31\u0e33-\u0e3a\u0e47-\u0e4e]$/.test(letter);
  const isWordLetter = (letter) =>
    !/^[\0-\x2f:-@[-`{-\xbf\xd7\xf7\u0e2f\u0e3f\u0e46\u0e4f\u0e5a\u0e5b\u2000-\u2bff\u3000-\u303f]$/.test(letter);

  // ---- Queries: query.rs, abbreviations.rs ----

  const bare = (text) => text.replace(/[. ]/g, "");

  function itemNumber(text) {
    const match = /^(?:oit|o) ?(\d{1,3})$/.exec(text) || /^0(\d\d)$/.exec(text);
    return match ? match[1].replace(/^0+/, "") : "";
  }

  function itemKey(item) {
    const key = folded(item);
    const number = itemNumber(key);
    return number ? "o" + number : key;
  }

  function sameAs(text, abbreviations) {
    const wanted = bare(text);
    return wanted ? abbreviations.filter((group) => group.some((form) => bare(form) === wanted)).flat() : [];
  }

  function term(text, abbreviations) {
    const number = itemNumber(text);
    const codes = number ? ["o" + number, "oit " + number, "oit" + number] : [];
    return { forms: [...new Set([text, ...sameAs(text, abbreviations), ...codes])], item: number ? "o" + number : "" };
  }

  /** The terms of a piece outside quotation marks: the longest run of words that means something together is one. */
  function wordTerms(piece, abbreviations) {
    const words = piece.split(" ").filter(Boolean);
    const terms = [];
    for (let at = 0; at < words.length; ) {
      let count = Math.min(words.length - at, 12);
      for (; count > 1; count--) {
        const run = words.slice(at, at + count).join(" ");
        if (itemNumber(run) || sameAs(run, abbreviations).length) break;
      }
      terms.push(term(words.slice(at, at + count).join(" "), abbreviations));
      at += count;
    }
    return terms;
  }

  /** A query as terms, each with its forms; a page must have one form of each. */
  function parsed(typed, abbreviations) {
    const pieces = folded(normalised(typed)).split(/["\u201c\u201d\u201e\u201f]/);
    const terms = pieces.flatMap((piece, at) => {
      const phrase = piece.replace(/^ | $/g, "");
      if (at % 2 === 0) return wordTerms(phrase, abbreviations);
      return phrase ? [term(phrase, abbreviations)] : [];
    });
    const seen = new Set();
    return terms.filter(({ forms }) => !seen.has(forms[0]) && seen.add(forms[0]));
  }

  // ---- A year's texts: shard.rs, letters.rs ----

  /** Kinds of passages in the order of the text: title, measure, heading, text, file. Each passage begins with the code kind + 1. */
  const KINDS = 5;
  const FILE = 4;

  /** The codes in the order in which letters have them. */
  function* codes() {
    const ranges = [[0x20, 0x7f], [6, 8], [0xe, 0x1f], [0x80, 0xd7ff]];
    for (const [first, last] of ranges) {
      for (let code = first; code <= last; code++) if (code !== 0x24 && code !== 0x5c && code !== 0x60) yield code;
    }
  }

  function shardOf(year, head, text, names) {
    const letters = []; // by code
    const codesOf = new Map(); // by folded letter: all codes that are the same to whoever searches
    const codeOf = new Map();
    const code = codes();
    for (const letter of head.letters) {
      const next = code.next();
      if (next.done) break;
      const key = fold(letter);
      letters[next.value] = letter;
      codeOf.set(letter, String.fromCharCode(next.value));
      codesOf.set(key, (codesOf.get(key) || "") + String.fromCharCode(next.value));
    }
    const shard = {
      year, text, letters, codesOf,
      pages: head.pages, indicators: head.indicators, units: head.units,
      places: head.places.split("\n"),
      bounds: boundsOf(text, head.pages.length),
      isWord: letters.map(isWordLetter),
      isMark: letters.map(isThaiMark),
      namesFrom: new Map(), namesTo: new Map(), spans: new Map(), finders: new Map(),
    };
    for (const name of names) {
      const letters = [...name].map((letter) => codeOf.get(letter));
      if (letters.includes(undefined)) continue;
      const inCodes = letters.join("");
      for (const [map, end] of [[shard.namesFrom, letters[0]], [shard.namesTo, letters[letters.length - 1]]]) {
        map.set(end.charCodeAt(0), [...(map.get(end.charCodeAt(0)) || []), inCodes]);
      }
    }
    return shard;
  }

  /** Where each kind of each page begins; a kind that a page has not begins where the next does. */
  function boundsOf(text, pages) {
    const bounds = new Uint32Array(pages * KINDS + 1).fill(text.length);
    let at = 0;
    for (let page = 0; page < pages; page++) {
      bounds[page * KINDS] = at;
      const next = text.indexOf("\x01", at + 1);
      at = next < 0 ? text.length : next;
    }
    for (let kind = 1; kind < KINDS; kind++) {
      const code = String.fromCharCode(kind + 1);
      for (let page = 0, found = -1; page < pages; page++) {
        if (found < bounds[page * KINDS]) found = text.indexOf(code, bounds[page * KINDS]);
        if (found < 0) break;
        if (found < bounds[(page + 1) * KINDS]) bounds[page * KINDS + kind] = found;
      }
    }
    for (let at = bounds.length - 2; at >= 0; at--) {
      if (at % KINDS && bounds[at] > bounds[at + 1]) bounds[at] = bounds[at + 1];
    }
    return bounds;
  }

  /** A function (text, from) that gives where a form occurs next in a text of this shard, -1 if nowhere; null if it cannot occur. */
  function finder(shard, form) {
    if (!shard.finders.has(form)) shard.finders.set(form, newFinder(shard, form));
    return shard.finders.get(form);
  }

  function newFinder(shard, form) {
    const choices = [...form].map((letter) => shard.codesOf.get(letter));
    if (choices.includes(undefined)) return null;
    if (choices.every((codes) => codes.length === 1)) {
      const wanted = choices.join("");
      return (text, from) => text.indexOf(wanted, from);
    }
    const escaped = (code) => "\\u" + code.charCodeAt(0).toString(16).padStart(4, "0");
    const classes = choices.map((codes) => (codes.length === 1 ? escaped(codes) : "[" + [...codes].map(escaped).join("") + "]"));
    const pattern = new RegExp(classes.join(""), "g");
    return (text, from) => {
      pattern.lastIndex = from;
      const match = pattern.exec(text);
      return match ? match.index : -1;
    };
  }

  function beginsWord(shard, at) {
    const before = shard.text.charCodeAt(at - 1);
    return (
      !shard.isWord[before] ||
      (shard.namesTo.get(before) || []).some((name) => shard.text.endsWith(name, at)) ||
      (shard.namesFrom.get(shard.text.charCodeAt(at)) || []).some((name) => shard.text.startsWith(name, at))
    );
  }

  /** The passages of a page: kind, start and end of their text, anchor or file and part. */
  function passagesOf(shard, page) {
    const start = shard.bounds[page * KINDS];
    const end = shard.bounds[(page + 1) * KINDS];
    const text = shard.text.slice(start, end);
    const places = shard.places[page].split("\t");
    const passages = [];
    let path = "";
    for (const match of text.matchAll(/[\x01-\x05][^\x01-\x05]*/g)) {
      const kind = text.charCodeAt(match.index) - 1;
      const from = start + match.index + 1;
      const passage = { kind, from, to: from + match[0].length - 1, anchor: "", path: "", part: "" };
      if (kind === FILE) {
        const [file, part] = places[passages.length - 1].split("\x1f");
        path = file || path;
        Object.assign(passage, { path, part });
      } else if (kind > 0) {
        passage.anchor = places[passages.length - 1];
      }
      passages.push(passage);
    }
    return passages;
  }

  function fileKind(path) {
    const name = path.slice(path.lastIndexOf("/") + 1);
    const dot = name.lastIndexOf(".");
    return dot < 0 ? "" : name.slice(dot + 1).toLowerCase();
  }

  // ---- Searching: candidate.rs, answers.rs ----

  const NEVER = 255;
  const SCORES = 2 * KINDS + 1;

  const isWithin = (passage, within) =>
    !within || (within === "page" ? passage.kind !== FILE : passage.kind === FILE && fileKind(passage.path) === within);

  /** The passages of a page that are of files of a kind. */
  function spansOf(shard, page, within) {
    const key = page + within;
    if (!shard.spans.has(key)) {
      const hasFiles = shard.bounds[page * KINDS + FILE] < shard.bounds[(page + 1) * KINDS];
      shard.spans.set(key, hasFiles ? passagesOf(shard, page).filter((passage) => isWithin(passage, within)) : []);
    }
    return shard.spans.get(key);
  }

  /** 1 for each page that passes the filters. */
  function allowed(shard, filters) {
    const isFiles = filters.within && filters.within !== "page";
    return Uint8Array.from(shard.pages, ([, item, indicator, units], page) =>
      (!filters.item || item === filters.item) &&
      (!filters.indicator || shard.indicators[indicator] === filters.indicator) &&
      (!filters.unit || units.some((unit) => shard.units[unit] === filters.unit)) &&
      (!isFiles || spansOf(shard, page, filters.within).length > 0) ? 1 : 0);
  }

  /** Lowers the scores of pages where `find` finds something; the less the better. */
  function score(shard, find, pages, within, scores) {
    const { bounds, text } = shard;
    const isFiles = within && within !== "page";
    const end = (page) => bounds[(page + 1) * KINDS];
    let page = 0;
    for (let at = find(text, 0); at >= 0; ) {
      while (end(page) <= at) page++;
      let kind = KINDS - 1;
      while (bounds[page * KINDS + kind] > at) kind--;
      if (!pages[page] || scores[page] <= 1 + 2 * kind || (within === "page" && kind === FILE)) {
        // Nothing better comes on this page: the kinds stand best first.
        do page++; while (page < pages.length && !pages[page]);
        if (page === pages.length) return;
        at = find(text, bounds[page * KINDS]);
        continue;
      }
      if (isFiles) {
        const span = spansOf(shard, page, within).find((span) => span.to > at);
        if (!span || span.from > at) {
          at = find(text, span ? span.from : end(page));
          continue;
        }
      }
      if (beginsWord(shard, at)) {
        scores[page] = 1 + 2 * kind;
        at = find(text, end(page));
      } else {
        scores[page] = Math.min(scores[page], 2 + 2 * kind);
        at = find(text, at + 1);
      }
    }
  }

  /** The pages of a shard that match, by score: lists of their numbers. */
  function found(shard, query, filters) {
    const byScore = Array.from({ length: SCORES }, () => []);
    if (!query.length || (filters.year && filters.year !== shard.year)) return byScore;
    const pages = allowed(shard, filters);
    const worst = new Uint8Array(pages.length);
    for (const { forms, item } of query) {
      const scores = new Uint8Array(pages.length).fill(NEVER);
      if (item) shard.pages.forEach((head, page) => { if (pages[page] && head[1] && itemKey(head[1]) === item) scores[page] = 0; });
      for (const form of forms) {
        const find = finder(shard, form);
        if (find) score(shard, find, pages, filters.within, scores);
      }
      for (let page = 0; page < pages.length; page++) {
        if (scores[page] === NEVER) pages[page] = 0;
        else worst[page] = Math.max(worst[page], scores[page]);
      }
    }
    pages.forEach((isFound, page) => { if (isFound) byScore[worst[page]].push(page); });
    return byScore;
  }

  const decoded = (shard, codes) => Array.from(codes, (code) => shard.letters[code.charCodeAt(0)] || "\ufffd");

  /** Where forms occur in a text in codes, widened to whole clusters, joined where they touch. */
  function marksIn(shard, codes, query) {
    const isMark = (at) => at < codes.length && shard.isMark[codes.charCodeAt(at)];
    const ranges = [];
    for (const form of query.flatMap(({ forms }) => forms)) {
      const find = finder(shard, form);
      if (!find) continue;
      const length = [...form].length;
      for (let at = find(codes, 0); at >= 0; at = find(codes, at + 1)) {
        let [start, end] = [at, at + length];
        while (start > 0 && isMark(start)) start--;
        while (isMark(end)) end++;
        ranges.push([start, end]);
      }
    }
    ranges.sort((a, b) => a[0] - b[0] || a[1] - b[1]);
    const joined = [];
    for (const [start, end] of ranges) {
      const last = joined[joined.length - 1];
      if (last && start <= last[1]) last[1] = Math.max(last[1], end);
      else joined.push([start, end]);
    }
    return joined;
  }

  /** Some 160 letters from a little before the first mark: excerpt.rs. */
  function excerptOf(shard, codes, query) {
    const marks = marksIn(shard, codes, query);
    const letters = decoded(shard, codes);
    if (letters.length <= 160) return { text: letters.join(""), marks };
    const first = marks[0] || [0, 0];
    const isMark = (at) => at < letters.length && isThaiMark(letters[at]);
    let start = Math.max(0, first[0] - 40);
    if (start > 0) {
      const blank = letters.slice(start, Math.min(first[0], start + 20)).indexOf(" ");
      if (blank >= 0) start += blank + 1;
    }
    while (start > 0 && isMark(start)) start--;
    let end = Math.min(letters.length, Math.max(first[1], start + 160));
    if (end < letters.length) {
      const blank = letters.lastIndexOf(" ", end);
      if (blank >= Math.max(first[1], end - 20)) end = blank;
    }
    while (isMark(end)) end++;
    const dots = start > 0 ? 1 : 0;
    return {
      text: (start > 0 ? "…" : "") + letters.slice(start, end).join("") + (end < letters.length ? "…" : ""),
      marks: marks.filter(([from, to]) => from < end && to > start)
        .map(([from, to]) => [Math.max(from, start) - start + dots, Math.min(to, end) - start + dots]),
    };
  }

  /** What is shown of a page: the passage with the most terms, the first of several; if none has one, the first that is no heading. */
  function shown(shard, page, score, query, filters) {
    const isFiles = filters.within && filters.within !== "page";
    const inTitle = !isFiles && score <= 2;
    let best = null;
    let most = -1;
    for (const passage of passagesOf(shard, page)) {
      if (passage.kind === 0 || !isWithin(passage, filters.within) || (inTitle && passage.kind === FILE)) continue;
      const codes = shard.text.slice(passage.from, passage.to);
      const has = (form) => { const find = finder(shard, form); return find && find(codes, 0) >= 0; };
      const count = query.filter(({ forms }) => forms.some(has)).length;
      if (count > most || (count === 0 && most === 0 && passage.kind > 2 && best.kind <= 2)) [best, most] = [passage, count];
    }
    const excerpt = best ? excerptOf(shard, shard.text.slice(best.from, best.to), query) : { text: "", marks: [] };
    return { place: inTitle ? null : best, excerpt };
  }

  function answer(shard, page, score, query, filters) {
    const [url, item] = shard.pages[page];
    const { place, excerpt } = shown(shard, page, score, query, filters);
    const titleCodes = shard.text.slice(shard.bounds[page * KINDS] + 1, shard.bounds[page * KINDS + 1]);
    const file = place && place.kind === FILE ? { path: place.path, part: place.part } : null;
    let target = url;
    if (file) target = file.path + (fileKind(file.path) === "pdf" && /^\d+$/.test(file.part) ? "#page=" + file.part : "");
    else if (place && place.anchor) target = url + "#" + place.anchor;
    return {
      url: target,
      title: { text: decoded(shard, titleCodes).join(""), marks: marksIn(shard, titleCodes, query) },
      fiscal_year: shard.year || null, item: item || null, file, excerpt,
    };
  }

  /** The first `limit` answers of several shards, newest first, and how many there are. */
  function answers(shards, query, filters, limit, lookedUp = found) {
    const all = shards.map((shard) => lookedUp(shard, query, filters));
    const first = [];
    for (let score = 0; score < SCORES; score++) {
      all.forEach((byScore, at) => {
        for (const page of byScore[score].slice(0, limit - first.length)) first.push([shards[at], page, score]);
      });
    }
    return {
      total: all.reduce((sum, byScore) => sum + count(byScore), 0),
      answers: first.map(([shard, page, score]) => answer(shard, page, score, query, filters)),
    };
  }

  const count = (byScore) => byScore.reduce((sum, pages) => sum + pages.length, 0);

  function trigrams(text) {
    const letters = [...text];
    return new Set(letters.slice(2).map((letter, at) => letters[at] + letters[at + 1] + letter));
  }

  /** The nearest title, and other years that have answers. */
  function suggestions(shards, query, filters) {
    const wanted = [...trigrams(query.map(({ forms }) => forms[0]).join(" "))];
    let nearest = null;
    let most = 0;
    let length = 0;
    for (const shard of shards) {
      shard.pages.forEach(([url], page) => {
        const codes = shard.text.slice(shard.bounds[page * KINDS] + 1, shard.bounds[page * KINDS + 1]);
        const title = decoded(shard, codes).join("");
        const has = trigrams(folded(title));
        const shared = wanted.filter((trigram) => has.has(trigram)).length;
        if (shared && shared * 3 >= wanted.length && (shared > most || (shared === most && has.size < length))) {
          [nearest, most, length] = [{ url, title }, shared, has.size];
        }
      });
    }
    const others = filters.year ? shards.filter((shard) => shard.year !== filters.year) : [];
    const counts = others.map((shard) => [shard.year || null, count(found(shard, query, { ...filters, year: 0 }))]);
    return { nearest, other_years: counts.filter(([, count]) => count > 0) };
  }

  /** A deflated shard: its head, a zero byte, its text. */
  async function unpacked(base64) {
    const bytes = Uint8Array.fromBase64 ? Uint8Array.fromBase64(base64) : Uint8Array.from(atob(base64), (c) => c.charCodeAt(0));
    const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate-raw"));
    const all = new Uint8Array(await new Response(stream).arrayBuffer());
    const zero = all.indexOf(0);
    const read = (part) => new TextDecoder().decode(part);
    return { head: JSON.parse(read(all.subarray(0, zero))), text: read(all.subarray(zero + 1)) };
  }

  // ---- The page ----

  const engine = { normalised, folded, parsed, shardOf, unpacked, answers, suggestions };

  /** Loads scripts and keeps what they bring; everything at most once. */
  function loader(base) {
    const waiting = new Map(); // by name: what to call with what the script brings
    const loaded = new Map(); // by name: a promise
    const load = (name) => {
      if (!loaded.has(name)) {
        loaded.set(name, new Promise((resolve, reject) => {
          const script = document.createElement("script");
          waiting.set(name, resolve);
          script.onerror = () => {
            loaded.delete(name); // may be asked for again
            reject(new Error(name));
          };
          script.src = base + name + ".js";
          document.head.append(script);
        }));
      }
      return loaded.get(name);
    };
    return { load, bring: (name, value) => waiting.get(name)?.(value) };
  }

  function start(form) {
    const words = form.dataset;
    const root = words.root || "../"; // from the page to the start page
    const byId = (id) => document.getElementById(id);
    const [status, list, all, more] = ["search-status", "search-answers", "search-all", "search-more"].map(byId);
    const filters = ["year", "item", "indicator", "unit", "within"].map((name) => form.elements[name]);
    const box = form.elements.q;
    const scripts = loader(words.base || "");
    const shards = [];
    let index = null;
    let loading = null;
    const failed = [];
    let limit = 20;
    let cache = new Map();
    let cacheKey = "";
    let timer = 0;

    const digits = (value) => (document.body.dataset.digits === "thai" ? String(value).replace(/\d/g, (d) => String.fromCharCode(+d + 0xe50)) : String(value));
    const say = (text, values) => (text || "").replace(/\{(\w+)\}/g, (_, name) => digits(values[name] ?? ""));
    const yearName = (year) => (year ? say(words.year, { year }) : words.site || "");
    const href = (url) => root + url.replace(/^([^#]*\/)?(?=#|$)/, "$1index.html");

    function loadAll() {
      loading ||= scripts.load("pages").then((brought) => {
        index = brought;
        fillFilters();
        restore(filters);
        loadShards();
      }, (error) => {
        loading = null;
        throw error;
      });
      return loading;
    }

    // One after the other, so that the newest is there first; unpacking goes on meanwhile.
    async function loadShards() {
      for (const { year } of index.shards) {
        const brought = scripts.load(year || "site");
        await brought.catch(() => {});
        brought.then((packed) => (typeof packed === "string" ? unpacked(packed) : packed)).then(
          ({ head, text }) => shards.push(shardOf(year, head, text, index.names)),
          () => failed.push(year),
        ).then(() => {
          shards.sort((a, b) => b.year - a.year);
          show();
        });
      }
    }

    function fillFilters() {
      const values = {
        year: index.shards.filter(({ year }) => year).map(({ year }) => [year, yearName(year)]),
        item: index.items.map((item) => [item, item]),
        indicator: index.indicators.map((name) => [name, name]),
        unit: index.units.map((name) => [name, name]),
        within: [["page", words.withinPage], ...index.kinds.map((kind) => [kind, say(words.withinFiles, { kind: kind.toUpperCase() })])],
      };
      for (const select of filters.filter(Boolean)) {
        const options = values[select.name];
        select.append(...options.map(([value, text]) => new Option(text, value)));
        select.closest("label").hidden = options.length < 2;
      }
      for (const part of form.querySelectorAll("[data-search-filters]")) part.hidden = false;
    }

    function asked() {
      const value = Object.fromEntries(filters.filter(Boolean).map((select) => [select.name, select.value]));
      return { query: parsed(box.value, index.abbreviations), filters: { ...value, year: Number(value.year || 0) } };
    }

    function show() {
      if (!index) return;
      const { query, filters } = asked();
      list.hidden = more.hidden = !query.length;
      if (all) all.hidden = query.length > 0;
      if (!query.length) {
        status.textContent = "";
        list.replaceChildren();
        return;
      }
      const key = JSON.stringify([query, filters]);
      if (key !== cacheKey) [cacheKey, cache] = [key, new Map()];
      const lookedUp = (shard) => cache.get(shard) || cache.set(shard, found(shard, query, filters)).get(shard);
      const result = answers(shards, query, filters, limit, lookedUp);
      draw(result.answers);
      more.hidden = result.total <= result.answers.length;
      tell(result, query, filters);
    }

    function tell({ total }, query, filters) {
      const done = shards.length + failed.length;
      const isComplete = done === index.shards.length;
      const parts = [total || isComplete ? say(total ? words.count : words.none, { count: total.toLocaleString("en") }) : ""];
      if (!isComplete) parts.push(say(words.loading, { done, all: index.shards.length }));
      for (const year of failed) parts.push(say(words.failed, { year: yearName(year) }));
      status.textContent = parts.filter(Boolean).join(" ");
      if (total || !isComplete) return;
      const { nearest, other_years } = suggestions(shards, query, filters);
      for (const [year, count] of other_years) {
        const button = document.createElement("button");
        button.type = "button";
        button.textContent = say(words.otherYear, { year: yearName(year), count });
        button.onclick = () => { form.elements.year.value = year || ""; changed("push"); };
        status.append(" ", button);
      }
      if (nearest) {
        const link = document.createElement("a");
        link.href = href(nearest.url);
        link.textContent = nearest.title;
        status.append(" " + (words.nearest || "") + " ", link);
      }
    }

    /** Marks have no box of their own where the browser can paint them, so that no Thai mark is parted from its letter. */
    const canPaint = typeof Highlight === "function" && typeof CSS === "object" && "highlights" in CSS;

    function marked(element, { text, marks }, ranges) {
      const letters = [...text];
      if (canPaint) {
        const node = document.createTextNode(text);
        element.append(node);
        const offset = (at) => letters.slice(0, at).join("").length;
        for (const [from, to] of marks) {
          const range = new Range();
          range.setStart(node, offset(from));
          range.setEnd(node, offset(to));
          ranges.push(range);
        }
        return element;
      }
      let done = 0;
      for (const [from, to] of marks) {
        const mark = document.createElement("mark");
        mark.textContent = letters.slice(from, to).join("");
        element.append(letters.slice(done, from).join(""), mark);
        done = to;
      }
      element.append(letters.slice(done).join(""));
      return element;
    }

    function draw(found) {
      const ranges = [];
      const element = (name, kind) => Object.assign(document.createElement(name), { className: kind });
      list.replaceChildren(...found.map(({ url, title, fiscal_year, file, excerpt }) => {
        const row = document.createElement("li");
        const link = element("a", "search-title");
        link.href = href(url);
        const place = element("p", "search-place");
        const part = file && file.part && say(/\.pdf$/i.test(file.path) ? words.filePage : words.filePart, { part: file.part });
        place.textContent = [yearName(fiscal_year), file && file.path.slice(file.path.lastIndexOf("/") + 1), part].filter(Boolean).join(" · ");
        row.append(marked(link, title, ranges), place, marked(element("p", "search-excerpt"), excerpt, ranges));
        return row;
      }));
      if (canPaint) CSS.highlights.set("search", new Highlight(...ranges));
    }

    // ---- The address: ?q=…&year=…; behind # where a browser does not let pages from disk change the rest ----

    function address() {
      const values = new URLSearchParams();
      for (const field of [box, ...filters]) if (field && field.value.trim()) values.set(field.name, field.value);
      return values.toString();
    }

    function restore(fields) {
      const values = new URLSearchParams(location.search.length > 1 ? location.search : location.hash.slice(1));
      for (const field of fields) if (field) field.value = values.get(field.name) || "";
    }

    function remember(how) {
      const values = address();
      try {
        history[how + "State"](null, "", values ? "?" + values : location.pathname);
      } catch {
        history[how + "State"](null, "", "#" + values);
      }
    }

    function changed(how) {
      limit = 20;
      remember(how);
      loadAll().then(show, noIndex);
    }

    const noIndex = () => { status.textContent = say(words.failed, { year: "" }); };

    box.addEventListener("focus", () => { loadAll().catch(noIndex); }, { once: true });
    box.addEventListener("input", () => {
      clearTimeout(timer);
      timer = setTimeout(() => changed("replace"), 80);
    });
    form.addEventListener("change", (event) => { if (event.target !== box) changed("push"); });
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      clearTimeout(timer);
      changed("push");
    });
    more.addEventListener("click", () => {
      const first = list.children.length;
      limit += 50;
      show();
      list.children[first]?.querySelector("a").focus();
    });
    window.addEventListener("popstate", () => {
      restore([box, ...filters]);
      limit = 20;
      loadAll().then(show, noIndex);
    });
    // Down and up go through the answers, Escape back to the box.
    document.addEventListener("keydown", (event) => {
      const links = [...list.querySelectorAll(".search-title")];
      const at = links.indexOf(document.activeElement);
      if (at < 0 && document.activeElement !== box) return;
      const next = { ArrowDown: at + 1, ArrowUp: at - 1, Escape: -1 }[event.key];
      if (next === undefined || (at < 0 && event.key !== "ArrowDown") || next >= links.length) return;
      event.preventDefault();
      (links[next] || box).focus();
    });

    engine.pages = (value) => scripts.bring("pages", value);
    engine.shard = (year, head, text) => scripts.bring(year || "site", typeof head === "string" ? head : { head, text });
    if (!box.value) restore([box]);
    if (box.value.trim()) loadAll().then(show, noIndex);
    else if (document.activeElement === box) loadAll().catch(noIndex);
  }

  if (typeof document !== "undefined") {
    const form = document.querySelector("form[data-search]");
    if (form) start(form);
  }
  return engine;
})();
