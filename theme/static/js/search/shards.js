// The index of a language as its files hold it; only those that a question needs are read.

const WIDEST = 24; // shards that one prefix may open
const LETTERS = 4; // of a hash in the manifest

// `read(name)` promises the text of a file of the folder search/.
export async function openIndex(lang, read) {
  const manifest = JSON.parse(await read(`${lang}.json`));
  const starts = manifest.starts.split(" ");
  const kept = {};
  const open = (kind, number, ending, parse) =>
    (kept[kind + number] ??= read(fileName(lang, manifest, kind, number, ending)).then(parse));
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
    for (let number = first; number <= last; number += 1) shards.push(open("t", number, "txt", readLines));
    return (await Promise.all(shards)).flatMap((lines) => lines.filter(([term]) => test(term)));
  };
  return {
    manifest,
    find,
    get: async (term) => (await open("t", place(term), "txt", readLines)).filter(([known]) => known === term),
    entry: async (page) => {
      const entries = await open("e", Math.floor(page / manifest.together), "json", JSON.parse);
      return entries[page % manifest.together];
    },
    facets: () => open("f", 0, "json", JSON.parse),
    terms: () => open("w", 0, "txt", (text) => text.split("\n")),
  };
}

// The postings of a line: each page with how often the term stands in each field.
export function readPostings(line) {
  let page = -1;
  return line.split(",").map((part) => {
    const [distance, code = "1"] = part.split(":");
    page += parseInt(distance, 36) + 1;
    return [page, Array.from(code.padStart(5, "0"), (digit) => parseInt(digit, 36))];
  });
}

function fileName(lang, manifest, kind, number, ending) {
  return `${lang}/${kind}${number}-${manifest[kind].substr(LETTERS * number, LETTERS)}.${ending}`;
}

function readLines(text) {
  return text.split("\n").slice(0, -1).map((line) => line.split(" "));
}
