// Queries with signs: +word, -word, field:word, word^2, wor*, word~1, in any mixture, as lunr reads
// them.

import { outermostLast } from "./complete.js";
import { isNear } from "./near.js";
import { plainClause } from "./query.js";
import { rankPages } from "./rank.js";
import { withForms } from "./search.js";
import { readPostings } from "./shards.js";

export const FIELDS = ["title", "keywords", "headings", "summary", "body"];

// + and - are signs only at the beginning of what stands between spaces, and before a letter:
// anti-trafficking, +375 and 2026-07-15 have none. ~ and ^ are signs only at its end, with a number
// behind them.
const PIECE = /^(?:([+-])(?=(?:\w+:)?\p{L}))?(?:(\w+):(?=\S))?(.*?)((?:[~^]\d+)*)$/u;
const MOST_CLAUSES = 12;
const MOST_EDITS = 2;
const MOST_WILDCARDS = 3;

// Clauses of `text`: { word, fields, boost, presence, edits, wildcard }, the words folded but not
// stemmed.
export function parseQuery(text, stemmer) {
  const clauses = text.split(/\s+/).flatMap((piece) => {
    const [, presence = "", name, word, marks] = piece.match(PIECE);
    const known = FIELDS.indexOf(name);
    const words = known < 0 && name ? `${name} ${word}` : word;
    const shared = { presence, fields: known < 0 ? null : [known], ...readMarks(marks) };
    return wordsOf(words, stemmer).map((one) => ({ ...one, ...shared }));
  });
  return clauses.slice(0, MOST_CLAUSES);
}

function wordsOf(text, stemmer) {
  if (!text.includes("*"))
    return stemmer.words(text).map((word) => ({ ...plainClause(word), wildcard: false }));
  const parts = text.split("*").slice(0, MOST_WILDCARDS + 1);
  const word = parts.map((part) => stemmer.fold(stemmer.words(part).join(""))).join("*");
  return [{ ...plainClause(word), wildcard: true }];
}

function readMarks(marks) {
  const number = (mark, otherwise) =>
    Number(marks.match(new RegExp(`\\${mark}(\\d+)(?!.*\\${mark}\\d)`))?.[1] ?? otherwise);
  return { boost: number("^", 1), edits: Math.min(number("~", 0), MOST_EDITS) };
}

// { clauses, ranked } of a query with signs; `whole` looks everywhere for what a sign stands for.
export async function findPrecise(language, text, whole) {
  const clauses = parseQuery(text, language.stemmer);
  const expanded = await Promise.all(clauses.map((clause) => expand(language, clause, whole)));
  const ranked = rankPages(expanded, language.index.manifest.pages, readPresence(expanded));
  return { clauses: expanded, ranked };
}

// The clause with the lines of all terms that it stands for.
async function expand({ index, stemmer }, clause, whole) {
  const { word, wildcard, edits } = clause;
  const lines = async () => {
    if (wildcard) {
      const fits = new RegExp(`^${word.replace(/[*]+/g, ".*")}$`);
      const infix = /\*./.test(word);
      return (await index.find(word.split("*")[0], (term) => fits.test(term), whole && infix)).sort(
        outermostLast,
      );
    }
    const stems = stemmer.stems(word);
    const found = (await Promise.all(stems.map(index.get))).flat();
    if (!edits) return withForms(found, word, stemmer);
    const near = (stem) => index.find(stem.slice(0, 2), (term) => isNear(term, stem, edits), whole);
    return (
      await Promise.all((found.length ? found.map(([term]) => term) : stems).map(near))
    ).flat();
  };
  return { ...clause, lines: await lines() };
}

// May a page be shown? Every + must stand somewhere in it, in the fields asked for; no - may.
function readPresence(clauses) {
  const standing = ({ lines, fields }) => {
    const postings = lines.flatMap(readPostings);
    return new Set(
      postings
        .filter(([, counts]) =>
          (fields ?? counts.map((_, field) => field)).some((field) => counts[field]),
        )
        .map(([page]) => page),
    );
  };
  const required = clauses.filter(({ presence }) => presence === "+").map(standing);
  const prohibited = clauses.filter(({ presence }) => presence === "-").map(standing);
  return (page) =>
    required.every((set) => set.has(page)) && !prohibited.some((set) => set.has(page));
}
