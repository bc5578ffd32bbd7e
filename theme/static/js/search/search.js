// Finds pages: what the words say first, then what the half-typed word may become, then what may have been meant.

import { isNear } from "./near.js";
import { isPrecise, parseQuery } from "./query.js";
import { rankPages } from "./rank.js";
import { FORM, formOf, openIndex } from "./shards.js";
import { createStemmer } from "./stemmer.js";

export const ENOUGH = 1; // with fewer results than these other ways to read the query are tried
const FEWEST_LETTERS = 2; // of a word that is completed

// `lang` ready to be searched; `table` is the file with its stemmer, when it is known before the manifest is.
export async function openLanguage(lang, read, table) {
  const early = table && read(table);
  const index = await openIndex(lang, read);
  const parsed = JSON.parse(await (early || read(index.manifest.table)));
  return { lang, index, table: parsed, stemmer: createStemmer(parsed) };
}

// Results for `text`, best first: { page, score, kind }. `more(language, clauses, text)` reads the query in other ways.
export async function search(language, text, { more, whole = false } = {}) {
  const clauses = parseQuery(text, language.stemmer);
  const pages = language.index.manifest.pages;
  const expanded = await Promise.all(clauses.map((clause) => expand(language, clause, whole)));
  const results = rankPages(expanded, pages).map((result) => ({ ...result, kind: "exact" }));
  if (isPrecise(clauses) || !text.trim()) return { results, clauses: expanded };
  const last = expanded[expanded.length - 1];
  const lists = [results];
  const before = expanded.slice(0, -1);
  if (last && before.every(({ lines }) => lines.length) && isHalfTyped(last, text, language.stemmer)) {
    const longer = await complete(language, last);
    // A word that nothing begins with has no list: what is left without it would be answers to another question.
    const completed = longer.lines.length ? rankPages([...before, longer], pages) : [];
    lists.splice(isWhole(last, language.stemmer) ? 1 : 0, 0, completed.map((result) => ({ ...result, kind: "completed" })));
  }
  const plain = joined(lists);
  if (plain.length >= ENOUGH || !more) return { results: plain, clauses: expanded };
  return { results: joined([plain, ...(await more(language, expanded, text))]), clauses: expanded };
}

// The clause with the lines of all terms that it stands for.
export async function expand({ index, stemmer }, clause, whole) {
  const { word, wildcard, edits } = clause;
  const lines = async () => {
    if (wildcard) {
      const fits = new RegExp(`^${word.replace(/[*]+/g, ".*")}$`);
      const infix = /\*./.test(word);
      return (await index.find(word.split("*")[0], (term) => fits.test(term), whole && infix)).sort(outermostLast);
    }
    const stems = stemmer.stems(word);
    const found = (await Promise.all(stems.map(index.get))).flat();
    if (!edits) return withForms(found, word, stemmer);
    const near = (stem) => index.find(stem.slice(0, 2), (term) => isNear(term, stem, edits), whole);
    return (await Promise.all((found.length ? found.map(([term]) => term) : stems).map(near))).flat();
  };
  return { ...clause, lines: await lines() };
}

// The lines of stems, and after each that of the very form that `word` is: pages with it are better.
export function withForms(found, word, stemmer) {
  return found.flatMap((line) => [line, ...formOf(line, stemmer.mark(word))]);
}

// A word at the very end of the text may go on.
function isHalfTyped({ word }, text, stemmer) {
  return stemmer.fold(word).length >= FEWEST_LETTERS && /[^\s.,!?]$/.test(text);
}

// Does the word stand somewhere as it is, without an ending? Then it is meant rather than what it may become.
function isWhole({ word, lines }, stemmer) {
  return lines.some(([term]) => term.startsWith(FORM + stemmer.fold(word)));
}

async function complete({ index, stemmer }, clause) {
  const prefix = stemmer.fold(clause.word);
  const longer = (await index.find(prefix, (term) => term.startsWith(prefix))).sort(outermostLast);
  const whole = clause.lines.some(([term]) => term.startsWith(FORM)) ? clause.lines : []; // it may be meant as it is
  const found = longer.length ? [...whole, ...longer] : [];
  return { ...clause, lines: [...new Map(found.map((line) => [line[0], line])).values()] };
}

// The order in which lunr meets the terms that a wildcard stands for; it decides between equal scores.
function outermostLast([left], [right]) {
  if (right.startsWith(left)) return -1;
  return left.startsWith(right) || left < right ? 1 : -1;
}

function joined(lists) {
  const seen = new Set();
  return lists.flat().filter(({ page, lang = "" }) => !seen.has(`${lang}${page}`) && seen.add(`${lang}${page}`));
}
