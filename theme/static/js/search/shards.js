// The index of a language as its files hold it; only those that a question needs are read.

import { openFiles } from "./files.js";

const WIDEST = 24; // shards that one prefix may open
const LINE = /^(.*?)([A-`]*)((?:[!?.][?a-zA-Z\d]*)?) (.*)$/gm;
const POSTING = /([\da-z]+)(?::([\da-z]+))?([A-`]*)/g;
const ONCE = [0, 0, 0, 0, 0, 1]; // in the field of forms
const counts = {}; // by what stands for them in a posting
export const FORM = "=="; // before a form, so that no word is like it

// `read(name)` promises the text of a file of the folder search/.
export async function openIndex(lang, read) {
  const manifest = JSON.parse(await read(`${lang}.json`));
  const starts = manifest.starts.split(" ");
  const open = openFiles(lang, read);
  const shard = (number) => open(manifest, "t", number, "txt", readLines);
  // Lines of all terms that begin with `prefix` and fit `test`; `whole` looks everywhere.
  const find = async (prefix, test, whole = false) => {
    const first = whole ? 0 : shardOf(prefix, starts);
    const end = Math.min(shardOf(`${prefix}\uffff`, starts), first + WIDEST);
    const last = whole ? starts.length - 1 : end;
    const shards = Array.from({ length: last - first + 1 }, (_, at) => shard(first + at));
    return (await Promise.all(shards)).flatMap((lines) => lines.filter(([term]) => test(term)));
  };
  return {
    manifest,
    find,
    get: async (term) => (await shard(shardOf(term, starts))).filter(([known]) => known === term),
    entry: (page) => open(manifest, "e", page, "txt", (text) => readEntry(text, lang)),
    facets: () => open(manifest, "f", 0, "json", JSON.parse),
    rules: () => open(manifest, "r", 0, "json", JSON.parse),
    words: () => open(manifest, "v", 0, "json", JSON.parse),
    // Words that there are, from a file of kind "d" or "w"; `places` says where each begins.
    wordsIn: (places, kind, number) =>
      open(places, kind, number, "txt", (text) => text.split("\n")),
  };
}

// Which of the files that begin at `starts` a term is in.
export function shardOf(term, starts) {
  let at = starts.length - 1;
  while (at > 0 && starts[at] > term) at -= 1;
  return at;
}

// The postings of a line: each page with how often the term stands in each field; for a form those
// where it does. A word half typed stands for many terms, so what was read of a line is kept.
export function readPostings(line) {
  const [, text, most, form] = line;
  if (form)
    return readPostings(line.of)
      .filter(([, , marks]) => marks.includes(form))
      .map(([page, , marks]) => [page, ONCE, marks]);
  if (line.postings) return line.postings;
  let page = -1;
  line.postings = [];
  for (const found of text.matchAll(POSTING)) {
    page += parseInt(found[1], 36) + 1;
    line.postings.push([page, readCounts(found[2] ?? "1"), found[3] || most]);
  }
  return line.postings;
}

// How often a term stands in each field, from digits of which the first that are 0 are left out.
function readCounts(code) {
  return (counts[code] ??= Array.from(code.padStart(5, "0"), (digit) => parseInt(digit, 36)));
}

// The line of a form of the term of `line`, by its mark, when there is one: a term of its own.
export function formOf(line, mark) {
  const [term, text, most] = line;
  const form = Object.assign([FORM + term + mark, text, most, mark], { of: line });
  return readPostings(form).length ? [form] : [];
}

// What a result shows of a page; of its address language and section are left out.
function readEntry(text, lang) {
  const [address, title, summary = "", section = "", day = ""] = text.split("\n");
  const folder = section ? `${lang}/${section}/` : `${lang}/`;
  const url = address[0] === "/" ? address.slice(1) : folder + address;
  return { url, title, summary, section, day };
}

function readLines(text) {
  return [...text.matchAll(LINE)].map(([, term, most, calls, postings]) =>
    Object.assign([term, postings, most], { calls }),
  );
}
