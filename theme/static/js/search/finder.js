// Asks the index of the reader's language; what it does not know is read in other ways, and in
// other languages.

import { entryOf, titledFirst } from "./first.js";
import { readOwn } from "./own.js";
import { numberOf } from "./query.js";
import { openLanguage, rank, telling } from "./search.js";

// `read(name)` promises the text of a file of the folder search/; `loadMore(name)` promises one of the
// modules that few queries need, "more" or "help"; `others` are the other languages of the site,
// `need` is the file with words of need.
export function createFinder({ lang, table, others = [], need, read, loadMore }) {
  const open = opener(lang, table, read);
  const finder = { lang, others, need, opened: {}, open, read, loadMore };
  return {
    open,
    ask: (text, options) => answerTo(finder, text, options),
    facets: (results) => facetsOf(finder, results),
    show: (results) => Promise.all(results.map((result) => described(finder, result))),
  };
}

// A function that opens a language once; what failed is asked for again.
function opener(lang, table, read) {
  const languages = {};
  return (code) => {
    languages[code] ??= openLanguage(code, read, code === lang ? table : null);
    languages[code].catch(() => delete languages[code]);
    return languages[code];
  };
}

// { results, answers, need, readAs, retired }: results best first, { page, score, lang }; `answers`
// has the clauses of each language; `literal` reads the text as it stands.
async function answerTo(finder, text, { literal = false, whole = false } = {}) {
  const own = await readOwn(finder, text, whole);
  const read = await rankedReadings(finder, text, own, literal);
  const readAs = read[0].readAs ?? "";
  const asks = finder.need && (own.calls || readAs);
  const help = asks && (await finder.loadMore("help"));
  const found = read.flatMap(({ language: { lang }, ranked }) =>
    ranked.map((result) => ({ ...result, lang })),
  );
  const known = [finder.lang, ...read.map(({ language: { lang } }) => lang)];
  const codes = found.length ? known : undefined; // else those of all languages
  const single = (own.unread && found.length) || [own, ...read].some(asksBySingleWord);
  const need = help ? await help.needOf(text, finder, { readAs, codes, single }) : "";
  const answers = { [finder.lang]: own };
  for (const answer of read) answers[answer.language.lang] = answer;
  const some = need ? await help.helpful(finder, found, need, own.language) : found;
  const results = await titledFirst(finder, some, text);
  const retired = (own.language.rules.retired ?? []).includes(numberOf(text));
  return { results, answers, need, readAs, retired };
}

// May a word of an answer ask for something by itself? Those that no page has are known to be right.
const asksBySingleWord = ({ clauses = [] }) =>
  clauses.some(({ right, lines }) => right || lines.some(({ calls = "" }) => /[1!]/.test(calls)));

// The answers to `text`: of the reader's own language, or where it is unread, of what may be meant.
async function rankedReadings({ lang, others, open, read, loadMore }, text, own, literal) {
  const { language, clauses, pieces, half } = own;
  if (own.ranked) return [own];
  if (own.unread && !literal && loadMore) {
    const { findMore } = await loadMore("more");
    return findMore({ text, pieces, half, codes: [lang, ...others], open, read });
  }
  const some = telling(clauses, language, half);
  return [{ language, clauses: some, ranked: await rank(language, some, half, clauses) }];
}

// The groups of pages in each language of `results`.
async function facetsOf({ open }, results) {
  const codes = [...new Set(results.map(({ lang }) => lang))];
  const groups = codes.map(async (code) => [code, await (await open(code)).index.facets()]);
  return Object.fromEntries(await Promise.all(groups));
}

// A result with what there is to say of its page.
async function described(finder, result) {
  return { ...result, ...(await entryOf(finder, result)) };
}
