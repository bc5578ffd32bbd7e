// The index of a language as its files hold it; only those that a question needs are read.

const WIDEST = 24; // shards that one prefix may open
const LETTERS = { t: 4, e: 3, w: 4, f: 4 }; // of a hash in the manifest
const LINE = /^(.*?)([A-`]*) (.*)$/gm;
const POSTING = /([\da-z]+)(?::([\da-z]+))?([A-`]*)/g;
const ONCE = [0, 0, 0, 0, 0, 1]; // in the field of forms
const counts = {}; // by what stands for them in a posting
export const FORM = "=="; // before a form, so that no word is like it

// `read(name)` promises the text of a file of the folder search/.
export async function openIndex(lang, read) {
  const manifest = JSON.parse(await read(`${lang}.json`));
  const starts = manifest.starts.split(" ");
  const kept = {};
  const open = (kind, number, ending, parse) => {
    kept[kind + number] ??= read(fileName(lang, manifest, kind, number, ending)).then(parse);
    kept[kind + number].catch(() => delete kept[kind + number]); // what failed is asked for again
    return kept[kind + number];
  };
  const place = (term) => {
    let at = starts.length - 1;
    while (at > 0 && starts[at] > term) at -= 1;
    return at;
  };
  // Lines of all terms that begin with `prefix` and fit `test`; `whole` looks everywhere.
  const find = async (prefix, test, whole = false) => {
    const first = whole ? 0 : place(prefix);
    const last = whole ? starts.length - 1 : Math.min(place(`${prefix}\uffff`), first + WIDEST);
    const shards = [];
    for (let number = first; number <= last; number += 1)
      shards.push(open("t", number, "txt", readLines));
    return (await Promise.all(shards)).flatMap((lines) => lines.filter(([term]) => test(term)));
  };
  return {
    manifest,
    find,
    get: async (term) =>
      (await open("t", place(term), "txt", readLines)).filter(([known]) => known === term),
    entry: async (page) => {
      const entries = await open("e", Math.floor(page / manifest.together), "json", JSON.parse);
      return entries[page % manifest.together];
    },
    facets: () => open("f", 0, "json", JSON.parse),
    terms: () => open("w", 0, "txt", (text) => text.split("\n")),
  };
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

function fileName(lang, manifest, kind, number, ending) {
  return `${lang}/${kind}${number}-${manifest[kind].substr(LETTERS[kind] * number, LETTERS[kind])}.${ending}`;
}

function readLines(text) {
  return [...text.matchAll(LINE)].map(([, term, most, postings]) => [term, postings, most]);
}
