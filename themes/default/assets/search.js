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
      .replace(/\u0e40\u0e40/g, "\u0e41")
      .replace(/\u0e33([\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]+)/g, "$1\u0e33");

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
    if (/^[\u2010-\u2015\u2212]$/.test(letter)) return "-";
    if (letter === "\u2018" || letter === "\u2019") return "'";
    const lower = letter.toLowerCase();
    return lower.length === 1 || [...lower].length === 1 ? lower : letter;
  }

  const folded = (text) => [...text].map(fold).join("");

  const NEVER_FIRST = /^[\u0e30-\u0e3a\u0e45\u0e47-\u0e4e]/;
  const isThaiMark = (letter) => /^[\u0e31\u0e33-\u0e3a\u0e47-\u0e4e]$/.test(letter);
  const isWordLetter = (letter) =>
    !/^[\0-\x2f:-@[-`{-\xbf\xd7\xf7\u0e2f\u0e3f\u0e46\u0e4f\u0e5a\u0e5b\u2000-\u2bff\u3000-\u303f]$/.test(letter);

  // ---- Queries: query.rs, abbreviations.rs, spellings.rs ----

  const bare = (text) => text.replace(/[. -]/g, "");

  function itemNumber(text) {
    const match = /^(?:oit|o)[ .-]?(\d{1,3})$/.exec(text) || /^0(\d\d)$/.exec(text);
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

  /** For a text that begins with a form: what it is with the other forms of the group instead. */
  function insteadOfStart(text, abbreviations) {
    let [longest, group] = ["", []];
    for (const forms of abbreviations) {
      for (const form of forms) {
        const isPlain = form.endsWith(".") || [...form].length >= 6;
        if (isPlain && text.startsWith(form) && form.length >= longest.length) [longest, group] = [form, forms];
      }
    }
    const rest = text.slice(longest.length).replace(/^ +/, "");
    return rest && !NEVER_FIRST.test(rest) ? group.flatMap((form) => [form + rest, form + " " + rest]) : [];
  }

  /** Other spellings: a blank between Thai letters and numbers and before \u0e46, commas in numbers. */
  function spellings(text) {
    const places = [...text.matchAll(/(?<=[\u0e01-\u0e4e]\.?)(?=[0-9])|(?<=[0-9])(?=[\u0e01-\u0e4e])|(?<=[^ ])(?=\u0e46)/g)].map(({ index }) => index);
    const choices = places.length > 3 ? [-1] : Array.from({ length: 2 ** places.length - 1 }, (_, choice) => choice + 1);
    const spelled = choices.map((choice) => [...text].reduce(([done, at], letter) => {
      const bit = places.indexOf(at);
      return [done + (bit >= 0 && (choice >> bit) & 1 ? " " : "") + letter, at + letter.length];
    }, ["", 0])[0]);
    const grouped = (number) => (/^[1-9][0-9]{4,}(\.[0-9]*)?$/.test(number) ? number.replace(/^[0-9]+/, (whole) => whole.replace(/\B(?=([0-9]{3})+$)/g, ",")) : "");
    const plain = text.replace(/,/g, "");
    if (grouped(text)) spelled.push(grouped(text));
    if (plain !== text && grouped(plain) === text) spelled.push(plain);
    return spelled;
  }

  function term(text, abbreviations) {
    const number = itemNumber(text);
    const codes = number ? ["o" + number, "oit " + number, "oit" + number] : [];
    if (number.length === 1) codes.push("o0" + number);
    const same = sameAs(text, abbreviations);
    const forms = [text, ...same, ...(same.length ? [] : insteadOfStart(text, abbreviations)), ...codes];
    return { forms: [...new Set([...forms, ...forms.flatMap(spellings)])], item: number ? "o" + number : "" };
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

  // ---- The texts of a shard: shard.rs, letters.rs ----

  /** Kinds of passages, best first: title, measure, heading, text, file. A passage begins with the code kind + 1, a page with its title. */
  const [HEADING, FILE] = [2, 4];
  const STARTS = ["\x01", "\x02", "\x03", "\x04", "\x05"];

  /** The codes in the order in which letters have them. */
  function* codes() {
    const ranges = [[0x20, 0x7f], [6, 8], [0xe, 0x1f], [0x80, 0xd7ff]];
    for (const [first, last] of ranges) {
      for (let code = first; code <= last; code++) if (code !== 0x24 && code !== 0x5c && code !== 0x60) yield code;
    }
  }

  function shardOf(year, head, text, names) {
    const letters = []; // by code
    const rank = []; // by code: the more the rarer
    const codeOf = new Map();
    const codesOf = new Map(); // by folded letter: all codes that are the same to whoever searches
    const add = (key, code) => codesOf.set(key, (codesOf.get(key) || "") + code);
    const code = codes();
    for (const letter of head.letters) {
      const next = code.next();
      if (next.done) break;
      letters[next.value] = letter;
      rank[next.value] = codeOf.size;
      codeOf.set(letter, String.fromCharCode(next.value));
      add(fold(letter), codeOf.get(letter));
    }
    // A phrase may go on in the next passage of the page, not in a file.
    add(" ", STARTS.slice(1, FILE).join(""));
    const classOf = new Uint16Array(letters.length);
    [...codesOf.values()].forEach((same, at) => { for (const code of same) classOf[code.charCodeAt(0)] = at; });
    const shard = {
      year, text, letters, rank, codesOf, classOf, items: new Map(head.pages.map(([, item]) => [item, item && itemKey(item)])),
      pages: head.pages, indicators: head.indicators, units: head.units, places: head.places.split("\n"),
      ...passagesIn(text, head.pages.length), trigrams: trigramsIn(text, classOf, head.pages.length),
      isWord: letters.map(isWordLetter), isMark: letters.map(isThaiMark),
      names: [], namesTo: new Map(), masks: new Map(), finders: new Map(), titles: null,
    };
    for (const name of names) {
      const inCodes = [...name].map((letter) => codeOf.get(letter)).join("");
      if (inCodes.length !== name.length) continue;
      shard.names.push([name, inCodes]);
      const end = lastTwo(inCodes, inCodes.length);
      shard.namesTo.set(end, [...(shard.namesTo.get(end) || []), inCodes]);
    }
    return shard;
  }

  const lastTwo = (codes, at) => codes.charCodeAt(at - 2) * 65536 + codes.charCodeAt(at - 1);

  /** For each passage where it starts, its kind and its page; for each page its first passage, the title. */
  function passagesIn(text, pages) {
    const found = [];
    STARTS.forEach((code, kind) => {
      for (let at = text.indexOf(code); at >= 0; at = text.indexOf(code, at + 1)) found.push(at * 8 + kind);
    });
    const sorted = Float64Array.from(found).sort();
    const starts = new Uint32Array(sorted.length + 1).fill(text.length);
    const kinds = new Uint8Array(sorted.length);
    const pageOf = new Uint32Array(sorted.length);
    const first = new Uint32Array(pages + 1).fill(sorted.length);
    let page = -1;
    sorted.forEach((value, at) => {
      starts[at] = Math.floor(value / 8);
      kinds[at] = value % 8;
      if (kinds[at] === 0) first[++page] = at;
      pageOf[at] = page;
    });
    return { starts, kinds, pageOf, first };
  }

  const TRIGRAMS = 16384;
  const trigram = (first, second, third) => (first * 7919 + second * 271 + third) % TRIGRAMS;

  /** For each hash of three letters the pages that may have them: a bit a page, so that most pages without a form are not read for it. */
  function trigramsIn(text, classOf, pages) {
    const length = (pages + 31) >>> 5;
    const bits = new Uint32Array(TRIGRAMS * length);
    let [page, first, second] = [-1, 0, 0];
    for (let at = 0; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (code === 1) page++;
      const third = classOf[code];
      bits[trigram(first, second, third) * length + (page >>> 5)] |= 1 << (page & 31);
      [first, second] = [second, third];
    }
    return { bits, length };
  }

  /** Those of `pages` that may have a form. */
  function mayHave({ codesOf, classOf, trigrams: { bits, length } }, form, pages) {
    const classes = [...form].map((letter) => classOf[codesOf.get(letter).charCodeAt(0)]);
    const rows = classes.slice(2).map((third, at) => trigram(classes[at], classes[at + 1], third) * length);
    return rows.length ? pages.map((isLeft, page) => isLeft && +rows.every((row) => (bits[row + (page >>> 5)] >>> (page & 31)) & 1)) : pages;
  }

  /** A function (text, from) that gives where a form occurs next in a text of this shard, -1 if nowhere; null if it cannot occur. */
  function finder(shard, form) {
    if (shard.finders.size > 100) shard.finders.clear();
    if (!shard.finders.has(form)) shard.finders.set(form, newFinder(shard, form));
    return shard.finders.get(form);
  }

  function newFinder(shard, form) {
    const choices = [...form].map((letter) => shard.codesOf.get(letter));
    if (choices.includes(undefined)) return null;
    // The rarest letter is looked for, one with a single code if there is one, and the rest compared: codes come in the order of their frequency.
    const rarity = (codes) => (codes.length === 1 ? shard.letters.length : 0) + Math.min(...Array.from(codes, (code) => shard.rank[code.charCodeAt(0)] || 0));
    const rarities = choices.map(rarity);
    const anchor = rarities.indexOf(Math.max(...rarities));
    let end = anchor + 1;
    while (end < choices.length && choices[end].length === 1) end++;
    const tail = choices.slice(anchor + 1, end).join("");
    const next = nextOf(Array.from(choices[anchor], (code) => code + tail));
    const rest = choices.map((codes, at) => [at, codes]).filter(([at]) => at < anchor || at >= end).reverse();
    return (text, from) => {
      for (let at = next(text, from + anchor); at >= 0; at = next(text, at + 1)) {
        const start = at - anchor;
        if (rest.every(([offset, codes]) => start + offset < text.length && codes.includes(text[start + offset]))) return start;
      }
      return -1;
    };
  }

  /** A function (text, from) that gives where one of several strings occurs next, -1 if none does. */
  function nextOf(strings) {
    if (strings.length === 1) return (text, from) => text.indexOf(strings[0], from);
    const places = strings.map(() => 0); // of each string, in the text that was asked last; none: Infinity
    let [known, since] = ["", 0];
    return (text, from) => {
      const isOther = text !== known || from < since;
      [known, since] = [text, from];
      for (let which = 0; which < places.length; which++) {
        if (!isOther && places[which] >= from) continue;
        const at = text.indexOf(strings[which], from);
        places[which] = at < 0 ? Infinity : at;
      }
      const nearest = Math.min(...places);
      return nearest === Infinity ? -1 : nearest;
    };
  }

  /** Whether a word begins at a place; `names`, in codes: those that may begin there. */
  function beginsWord({ text, isWord, namesTo }, at, names) {
    if (!isWord[text.charCodeAt(at - 1)]) return true;
    for (const name of names) if (text.startsWith(name, at)) return true;
    const ending = namesTo.get(lastTwo(text, at));
    return ending !== undefined && ending.some((name) => text.endsWith(name, at));
  }

  /** Where the passages of a page after the title stand: anchors; for files path and part. */
  function placesOf(shard, page) {
    let path = "";
    return shard.places[page].split("\t").map((place) => {
      const [before, part] = place.split("\x1f");
      if (part === undefined) return { anchor: before };
      path = before || path;
      return { path, part };
    });
  }

  function fileKind(path) {
    const name = path.slice(path.lastIndexOf("/") + 1);
    const dot = name.lastIndexOf(".");
    return dot < 0 ? "" : name.slice(dot + 1).toLowerCase();
  }

  /** 1 for each passage that is searched: all, those of pages, or those of files of a kind. */
  function maskOf(shard, within) {
    if (!shard.masks.has(within)) {
      const mask = shard.kinds.map((kind) => (!within || (within === "page" && kind !== FILE) ? 1 : 0));
      if (within && within !== "page") {
        shard.pages.forEach((_, page) => {
          placesOf(shard, page).forEach(({ path }, at) => { if (path && fileKind(path) === within) mask[shard.first[page] + 1 + at] = 1; });
        });
      }
      mask.pages = new Uint8Array(shard.pages.length);
      mask.forEach((isSearched, passage) => { if (isSearched) mask.pages[shard.pageOf[passage]] = 1; });
      shard.masks.set(within, mask);
    }
    return shard.masks.get(within);
  }

  // ---- Searching: candidate.rs, answers.rs ----

  const NEVER = 255;
  const SCORES = 11;

  /** 1 for each page that passes the filters. */
  function allowed(shard, filters, mask) {
    const pages = Uint8Array.from(mask.pages);
    if (!filters.item && !filters.indicator && !filters.unit) return pages;
    shard.pages.forEach(([, item, indicator, units], page) => {
      const passes =
        (!filters.item || item === filters.item) &&
        (!filters.indicator || shard.indicators[indicator] === filters.indicator) &&
        (!filters.unit || units.some((unit) => shard.units[unit] === filters.unit));
      if (!passes) pages[page] = 0;
    });
    return pages;
  }

  /** Lowers the scores of pages where a form is found, the less the better, as far as it is less than `enough` of the page. */
  function score(shard, form, { pages: asked, mask, scores, enough }) {
    const { text, starts, first } = shard;
    const find = finder(shard, form);
    if (!find) return;
    const names = shard.names.filter(([name]) => name.startsWith(form) || form.startsWith(name)).map(([, inCodes]) => inCodes);
    const pages = mayHave(shard, form, asked);
    const search = { find, length: [...form].length, pages, mask, scores, enough, names, mayBegin: !NEVER_FIRST.test(form) };
    let left = 0;
    for (const isLeft of pages) left += isLeft;
    // Few pages are looked at one by one.
    if (left * 4 > pages.length) return scorePart(shard, text, 0, 0, shard.kinds.length, search);
    for (let page = pages.indexOf(1); page >= 0; page = pages.indexOf(1, page + 1)) {
      const start = starts[first[page]];
      scorePart(shard, text.slice(start, starts[first[page + 1]]), start, first[page], first[page + 1], search);
    }
  }

  /** The same for a part of the text, which begins at `start` of it with the passage `passage` and ends before the passage `end`. */
  function scorePart(shard, part, start, passage, end, { find, length, pages, mask, scores, enough, names, mayBegin }) {
    const { starts, kinds, pageOf, first } = shard;
    const best = mayBegin ? 1 : 2; // in a title; in other kinds by 2 more each
    const isOfUse = (passage) => {
      const page = pageOf[passage];
      return mask[passage] && pages[page] && scores[page] > Math.max(best + 2 * kinds[passage], enough[page]);
    };
    const isDone = (page) => !pages[page] || scores[page] <= Math.max(best + 2, enough[page]);
    const after = (passage) => (isDone(pageOf[passage]) ? first[pageOf[passage] + 1] : passage + 1);
    // Where it occurs next in what is of use: of a page that has it only the passages that would make it better are read.
    const next = () => {
      for (; passage < end; passage = after(passage)) {
        if (!isOfUse(passage)) continue;
        const from = starts[passage] - start;
        if (scores[pageOf[passage]] === NEVER || kinds[passage] > HEADING) return find(part, from);
        const at = find(part.slice(from, starts[passage + 1] - start + length - 1), 0);
        if (at >= 0) return from + at;
      }
      return -1;
    };
    for (let at = find(part, 0); at >= 0; ) {
      while (starts[passage + 1] <= at + start) passage++;
      if (isOfUse(passage)) {
        const isStart = mayBegin && beginsWord(shard, at + start, names);
        scores[pageOf[passage]] = Math.min(scores[pageOf[passage]], (isStart ? 1 : 2) + 2 * kinds[passage]);
        if (mayBegin && !isStart) {
          at = find(part, at + 1);
          continue;
        }
      }
      passage = after(passage);
      at = next();
    }
  }

  /** The pages of a shard that match, by score: lists of their numbers. Only those of `among`, such a result too, if there is one. */
  function found(shard, query, filters, among = null) {
    const byScore = Array.from({ length: SCORES }, () => []);
    if (!query.length || (filters.year && filters.year !== shard.year)) return byScore;
    const mask = maskOf(shard, filters.within || "");
    const pages = among ? new Uint8Array(shard.pages.length) : allowed(shard, filters, mask);
    for (const page of among ? among.flat() : []) pages[page] = 1;
    const worst = new Uint8Array(pages.length);
    // A page is as good as its worst term: of the others it need not be known how much better they are. Long ones leave fewer pages.
    const ordered = [...query].sort((a, b) => b.forms[0].length - a.forms[0].length);
    for (const { forms, item } of ordered) {
      const scores = new Uint8Array(pages.length).fill(NEVER);
      if (item) shard.pages.forEach((head, page) => { if (shard.items.get(head[1]) === item) scores[page] = 0; });
      for (const form of forms) score(shard, form, { pages, mask, scores, enough: worst });
      for (let page = 0; page < pages.length; page++) {
        if (scores[page] === NEVER) pages[page] = 0;
        else worst[page] = Math.max(worst[page], scores[page]);
      }
    }
    pages.forEach((isFound, page) => { if (isFound) byScore[worst[page]].push(page); });
    return byScore;
  }

  /** Whether what matches `query` also matches `before`: each form of a term holds one of the former term. */
  function refines(query, before) {
    const isWithin = (term, former) =>
      (!term.item || term.item === former.item) && term.forms.every((form) => former.forms.some((part) => form.includes(part)));
    return before.length > 0 && before.every((former) => query.some((term) => isWithin(term, former)));
  }

  const decoded = (shard, codes) => Array.from(codes, (code) => shard.letters[code.charCodeAt(0)] || "\ufffd");

  /** Where forms of a term occur in a part of the text, also within each other. */
  function occurrences(shard, from, to, { forms }) {
    const part = shard.text.slice(from, to);
    const ranges = [];
    for (const form of forms) {
      const find = finder(shard, form);
      const length = [...form].length;
      for (let at = find ? find(part, 0) : -1; at >= 0; at = find(part, at + 1)) ranges.push([at, at + length]);
    }
    return ranges;
  }

  /** Ranges widened to whole clusters of Thai letters and marks, joined where they touch. */
  function marksOf(shard, codes, ranges) {
    const isMark = (at) => at < codes.length && shard.isMark[codes.charCodeAt(at)];
    const wide = ranges.map(([start, end]) => {
      while (start > 0 && isMark(start)) start--;
      while (isMark(end)) end++;
      return [start, end];
    });
    wide.sort((a, b) => a[0] - b[0] || a[1] - b[1]);
    const joined = [];
    for (const [start, end] of wide) {
      const last = joined[joined.length - 1];
      if (last && start <= last[1]) last[1] = Math.max(last[1], end);
      else joined.push([start, end]);
    }
    return joined;
  }

  /** Some 160 letters from a little before the first mark: excerpt.rs. */
  function excerptOf(shard, codes, ranges) {
    const marks = marksOf(shard, codes, ranges);
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

  /** How many terms begin in each passage of a page. */
  function termsBegun(shard, page, query) {
    const passages = shard.starts.subarray(shard.first[page], shard.first[page + 1] + 1);
    const text = shard.text.slice(passages[0], passages[passages.length - 1]);
    const counts = new Uint8Array(passages.length - 1);
    for (const { forms } of query) {
      const begun = new Uint8Array(counts.length);
      for (const find of forms.map((form) => finder(shard, form)).filter(Boolean)) {
        let passage = 0;
        for (let at = find(text, 0); at >= 0; at = passage < counts.length ? find(text, passages[passage] - passages[0]) : -1) {
          while (passages[passage + 1] - passages[0] <= at) passage++;
          begun[passage++] = 1;
        }
      }
      begun.forEach((isBegun, passage) => { counts[passage] += isBegun; });
    }
    return counts;
  }

  /** What is shown of a page: the passage in which most terms begin, of several the one of the best kind, the first of these; if none, the first text. */
  function shown(shard, page, score, query, filters) {
    const within = filters.within || "";
    const inTitle = (!within || within === "page") && score <= 2;
    const mask = maskOf(shard, within);
    const [from, to] = [shard.starts[shard.first[page]], shard.starts[shard.first[page + 1]]];
    const counts = termsBegun(shard, page, query);
    let best = null;
    for (let passage = shard.first[page] + 1; passage < shard.first[page + 1]; passage++) {
      const kind = shard.kinds[passage];
      if (!mask[passage] || (inTitle && kind === FILE)) continue;
      const count = counts[passage - shard.first[page]];
      const rank = count ? kind : kind > 2 ? 0 : 1;
      if (!best || count > best.count || (count === best.count && rank < best.rank)) best = { passage, count, rank };
    }
    if (!best) return { place: null, excerpt: { text: "", marks: [] } };
    const { passage } = best;
    const [start, end] = [shard.starts[passage] + 1, shard.starts[passage + 1]];
    // A phrase may begin before the passage and go on behind it.
    const longest = Math.max(...query.flatMap(({ forms }) => forms.map((form) => form.length)));
    const [before, after] = [Math.max(from, start - longest), Math.min(to, end + longest)];
    const inside = query.flatMap((term) => occurrences(shard, before, after, term))
      .map(([at, to]) => [Math.max(before + at, start) - start, Math.min(before + to, end) - start]).filter(([at, to]) => at < to);
    return {
      place: inTitle ? null : placesOf(shard, page)[passage - shard.first[page] - 1],
      excerpt: excerptOf(shard, shard.text.slice(start, end), inside),
    };
  }

  /** Where the title of a page begins and ends in the text. */
  function titleOf({ first, starts }, page) {
    return [starts[first[page]] + 1, starts[first[page] + 1]];
  }

  function answer(shard, page, score, query, filters) {
    const [url, item] = shard.pages[page];
    const { place, excerpt } = shown(shard, page, score, query, filters);
    const [from, to] = titleOf(shard, page);
    const codes = shard.text.slice(from, to);
    const file = place && place.path ? place : null;
    let target = url;
    if (file) target = file.path + (fileKind(file.path) === "pdf" && /^\d+$/.test(file.part) ? "#page=" + file.part : "");
    else if (place && place.anchor) target = url + "#" + place.anchor;
    return {
      page: url, url: target,
      title: { text: decoded(shard, codes).join(""), marks: marksOf(shard, codes, query.flatMap((term) => occurrences(shard, from, to, term))) },
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

  /** How many of the trigrams the title of each page has. */
  function sharedWithTitles(shard, trigrams) {
    if (!shard.titles) {
      const titles = shard.pages.map((_, page) => shard.text.slice(...titleOf(shard, page)));
      const ends = [];
      titles.forEach((title, page) => ends.push((page ? ends[page - 1] : 0) + title.length + 1));
      shard.titles = { text: titles.join("\0"), ends };
    }
    const { text, ends } = shard.titles;
    const shared = new Uint16Array(ends.length);
    for (const find of trigrams.map((trigram) => newFinder(shard, trigram)).filter(Boolean)) {
      let page = 0;
      for (let at = find(text, 0); at >= 0; at = find(text, ends[page])) {
        while (ends[page] <= at) page++;
        shared[page]++;
        if (page + 1 === ends.length) break;
      }
    }
    return shared;
  }

  /** The nearest title, and other years that have answers. */
  function suggestions(shards, query, filters) {
    const letters = [...query.map(({ forms }) => forms[0]).join(" ")];
    const trigrams = [...new Set(letters.slice(2).map((letter, at) => letters[at] + letters[at + 1] + letter))];
    let [nearest, most, length] = [null, 0, 0];
    for (const shard of shards) {
      sharedWithTitles(shard, trigrams).forEach((shared, page) => {
        const [from, to] = titleOf(shard, page);
        if (shared && shared * 3 >= trigrams.length && (shared > most || (shared === most && to - from < length))) {
          nearest = { url: shard.pages[page][0], title: decoded(shard, shard.text.slice(from, to)).join("") };
          [most, length] = [shared, to - from];
        }
      });
    }
    const counts = new Map(); // by year
    for (const shard of filters.year ? shards.filter(({ year }) => year !== filters.year) : []) {
      const more = count(found(shard, query, { ...filters, year: 0 }));
      if (more) counts.set(shard.year || null, (counts.get(shard.year || null) || 0) + more);
    }
    return { nearest, other_years: [...counts] };
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

  const engine = { normalised, folded, parsed, shardOf, unpacked, answers, suggestions, found, refines };

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
    const filters = ["year", "item", "indicator", "unit", "within"].map((name) => form.elements.namedItem(name)); // `elements.item` is a method
    const box = form.elements.q;
    const scripts = loader(words.base || "");
    const loaded = []; // by place in the index
    let shards = []; // those of them that are there
    let index = null;
    let loading = null;
    const failed = [];
    let limit = 20;
    let last = { key: "", query: [], filters: "", found: new Map() }; // what was asked last, and what was found, by shard
    let timer = 0;

    const digits = (value) => (document.body.dataset.digits === "thai" ? String(value).replace(/\d/g, (d) => String.fromCharCode(+d + 0xe50)) : String(value));
    const say = (text, values) => (text || "").replace(/\{(\w+)\}/g, (_, name) => digits(values[name] ?? ""));
    const yearName = (year) => (year ? say(words.year, { year }) : words.site || "");
    // Names of files may have signs that mean something in an address.
    const href = (url, file) => {
      const path = file ? file.path : url.replace(/#.*/, "");
      const page = path === "" || path.endsWith("/") ? "index.html" : "";
      return root + path.split("/").map(encodeURIComponent).join("/") + page + url.slice(path.length);
    };

    function loadAll() {
      loading ||= scripts.load("pages").then((brought) => {
        index = brought;
        fillFilters();
        restore(filters);
        for (const part of form.querySelectorAll("details")) part.open = filters.some((select) => select && select.value);
        loadShards();
      }, (error) => {
        loading = null;
        throw error;
      });
      return loading;
    }

    // One after the other, so that the newest is there first; unpacking goes on meanwhile.
    async function loadShards() {
      for (const [at, { name, year }] of index.shards.entries()) {
        const brought = scripts.load(name);
        await brought.catch(() => {});
        brought.then((packed) => (typeof packed === "string" ? unpacked(packed) : packed)).then(
          ({ head, text }) => { loaded[at] = shardOf(year, head, text, index.names); },
          () => failed.push(year),
        ).then(() => {
          shards = loaded.filter(Boolean);
          show();
        });
      }
    }

    function fillFilters() {
      const values = {
        year: [...new Set(index.shards.map(({ year }) => year))].filter(Boolean).map((year) => [year, yearName(year)]),
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
      const result = answers(shards, query, filters, limit, lookup(query, filters));
      draw(result.answers);
      more.hidden = result.total <= result.answers.length;
      tell(result, query, filters);
    }

    /** Looks up only what was not looked up before; who types on looks only at what was found last. */
    function lookup(query, filters) {
      const next = { key: JSON.stringify(query), query, filters: JSON.stringify(filters), found: new Map() };
      const isSame = next.key === last.key && next.filters === last.filters;
      const before = next.filters === last.filters && refines(query, last.query) ? last.found : new Map();
      if (!isSame) last = next;
      const known = last.found;
      return (shard) => {
        if (!known.has(shard)) known.set(shard, found(shard, query, filters, before.get(shard)));
        return known.get(shard);
      };
    }

    function tell({ total }, query, filters) {
      const done = shards.length + failed.length;
      const isComplete = done === index.shards.length;
      const parts = [total || isComplete ? say(total ? words.count : words.none, { count: total.toLocaleString("en") }) : ""];
      if (!isComplete) parts.push(say(words.loading, { done, all: index.shards.length }));
      for (const year of new Set(failed)) parts.push(say(words.failed, { year: yearName(year) }));
      status.textContent = parts.filter(Boolean).join(" ");
      if (total || !isComplete) return;
      const { nearest, other_years } = suggestions(shards, query, filters);
      for (const [year, count] of other_years) {
        const button = document.createElement("button");
        button.type = "button";
        button.textContent = say(words.otherYear, { year: yearName(year), count });
        button.onclick = () => { filters[0].value = year || ""; chosen(); };
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
          ranges.push([node, offset(from), offset(to)]);
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
      list.replaceChildren(...found.map(({ url, title, fiscal_year, item, file, excerpt }) => {
        const row = document.createElement("li");
        const link = element("a", "search-title");
        link.href = href(url, file);
        const place = element("p", "search-place");
        const part = file && file.part && say(/\.pdf$/i.test(file.path) ? words.filePage : words.filePart, { part: file.part });
        place.textContent = [yearName(fiscal_year), item, file && file.path.slice(file.path.lastIndexOf("/") + 1), part].filter(Boolean).join(" · ");
        row.append(marked(link, title, ranges), place, marked(element("p", "search-excerpt"), excerpt, ranges));
        return row;
      }));
      if (!canPaint) return;
      // Only now that the texts are in the page: Firefox does not paint ranges that were made before.
      const highlight = new Highlight();
      for (const [node, from, to] of ranges) {
        const range = new Range();
        range.setStart(node, from);
        range.setEnd(node, to);
        highlight.add(range);
      }
      CSS.highlights.set("search", highlight);
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

    // What is being typed is one entry of the history, until it is sent; every choice of a filter is one.
    let remembered = "";
    let isTyping = false;
    function remember() {
      const values = address();
      if (values === remembered) return;
      remembered = values;
      const how = isTyping ? "replaceState" : "pushState";
      try {
        history[how](null, "", values ? "?" + values : location.pathname);
      } catch {
        history[how](null, "", "#" + values);
      }
    }

    function changed() {
      limit = 20;
      remember();
      loadAll().then(show, noIndex);
    }

    function typed() {
      clearTimeout(timer);
      changed();
      isTyping = true;
    }

    function chosen() {
      isTyping = false;
      changed();
    }

    const noIndex = () => { status.textContent = say(words.failed, { year: "" }); };

    box.addEventListener("focus", () => { loadAll().catch(noIndex); }, { once: true });
    box.addEventListener("input", () => {
      clearTimeout(timer);
      timer = setTimeout(typed, 80);
    });
    form.addEventListener("change", (event) => { if (event.target !== box) chosen(); });
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      typed();
      isTyping = false;
    });
    more.addEventListener("click", () => {
      const first = list.children.length;
      limit += 50;
      show();
      list.children[first]?.querySelector("a").focus();
    });
    window.addEventListener("popstate", () => {
      restore([box, ...filters]);
      remembered = address();
      isTyping = false;
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
    engine.shard = (name, head, text) => scripts.bring(name, typeof head === "string" ? head : { head, text });
    if (!box.value) restore([box]);
    remembered = new URLSearchParams(location.search.length > 1 ? location.search : location.hash.slice(1)).toString();
    if (box.value.trim()) loadAll().then(show, noIndex);
    else if (document.activeElement === box) loadAll().catch(noIndex);
  }

  if (typeof document !== "undefined") {
    const form = document.querySelector("form[data-search]");
    if (form) start(form);
  }
  return engine;
})();
