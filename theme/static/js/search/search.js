// Finds pages in one language: what the words say first, then what the half-typed last word may
// become.

import { complete, isWhole } from "./complete.js";
import { joined, often, pinned, rareFirst, togetherFirst } from "./order.js";
import { plainClause } from "./query.js";
import { rankPages } from "./rank.js";
import { formOf, openIndex } from "./shards.js";
import { createStemmer } from "./stemmer.js";

const MOST_WORDS = 12;
const LEAST = 2; // characters of a term that is no more than the beginning of a verb
const FEW_WORDS = 4; // of a query in which every word counts
const FREQUENT = 0.5; // the share of the pages that a word has which says little

// `lang` ready to be searched; `table` is the file with its stemmer, when it is known before the
// manifest is.
export async function openLanguage(lang, read, table) {
  const early = table && read(table);
  const index = await openIndex(lang, read);
  const parsed = JSON.parse(await (early || read(index.manifest.table)));
  return {
    lang,
    index,
    rules: {}, // those of the editors, once a word has called for them
    stemmer: createStemmer(parsed),
    foreign: new RegExp(parsed.foreign ?? "(?!)"),
    spelled: Boolean(parsed.foreign), // such a language is written in Latin letters too
    small: new RegExp(parsed.small ?? "(?!)"),
  };
}

// The language knows the rules of the editors from now on.
export async function learnRules(language) {
  language.rules = await language.index.rules();
  language.ruled = new Set((language.rules.rules ?? []).flatMap(([phrase]) => phrase.flat()));
}

// Does some page, or some rule of the editors, have a form of the word? A stem of one letter is an
// accident of endings.
export const isKnown = ({ stemmer, ruled }, { word, lines }) =>
  lines.some(([term]) => term.length > LEAST || term === word) ||
  stemmer.stems(word).some((stem) => ruled?.has(stem));

// A clause for each of `words`, with the lines of the terms that it stands for.
export function readWords({ index, stemmer }, words) {
  return Promise.all(
    words.map(async (word) => {
      const found = await Promise.all(stemmer.stems(word).map(index.get));
      return { ...plainClause(word), lines: withForms(found.flat(), word, stemmer) };
    }),
  );
}

// The lines of stems, and after each that of the very form that `word` is: pages with it are
// better.
export function withForms(found, word, stemmer) {
  return found.flatMap((line) => [line, ...formOf(line, stemmer.mark(word))]);
}

// The words that say most: no single letters, of many words none that most pages have, and of the
// others the rarest.
export function telling(clauses, { index: { manifest } }, half) {
  const last = half ? clauses[clauses.length - 1] : null; // it may go on
  const most = clauses.length > FEW_WORDS ? FREQUENT * manifest.pages : Infinity;
  const rare = clauses.filter((clause) => often(clause) <= most && /..|\d/.test(clause.word));
  const some = rare.some(({ lines }) => lines.length)
    ? clauses.filter((clause) => clause === last || rare.includes(clause))
    : clauses;
  const known = some
    .filter(({ lines }) => lines.length)
    .sort((left, right) => often(left) - often(right));
  return some.length > MOST_WORDS
    ? some.filter((clause) => known.slice(0, MOST_WORDS).includes(clause))
    : some;
}

// Results for `clauses`, best first: { page, score }. `half`: the last word may go on; `asked` are
// all words of the query.
export async function rank(language, clauses, half, asked = clauses) {
  const lists = [inOrderOf(language, clauses)];
  const last = clauses[clauses.length - 1];
  const longer = half && last ? await complete(language, last) : null;
  // A word that nothing begins with has no list: what is left without it would be answers to
  // another question.
  if (longer?.lines.length) {
    const whole = [...clauses.slice(0, -1), longer];
    lists.splice(isWhole(last, language.stemmer) ? 1 : 0, 0, inOrderOf(language, whole));
  }
  return pinned(joined(lists), language, asked);
}

function inOrderOf({ index, small }, clauses) {
  const { pages } = index.manifest;
  const ranked = rareFirst(rankPages(clauses, pages), clauses, { pages, small });
  return togetherFirst(ranked, clauses);
}
