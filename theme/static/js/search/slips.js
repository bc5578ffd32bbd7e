// One slip of a finger in a word: a letter more, less, another or in the other place.

import { isNearlyRight, rightPart, wordsFrom, wordsTo } from "./dictionary.js";
import { isOneSlip, slipsOf } from "./one-slip.js";
import { readWords } from "./search.js";

const SHORTEST = 4; // letters of a word in which a slip is looked for
// Letters that are taken for right at first: the words that begin with them are in few files.
const FIRST = 2;
const NEED = "!"; // the sign of a word of need
const APOSTROPHE = /[’ʼ`]/g;
const FEW = 5; // words of which one may be a form
const LONGER = 7; // letters of a word that may have both a slip and an ending that no page has
const KEPT_LETTERS = 5; // letters at its beginning that must be there, but for the slip
const ENDING = 4; // letters that an ending may have

// The clause with the lines of the words that one slip makes of it, and `meant`, the likeliest of
// them; `right` where it is a word of need itself. `far`: in the first letters too, where nothing
// else is found.
export async function withSlips(language, clause, far) {
  const word = clause.word.replace(APOSTROPHE, "'");
  const { index } = language;
  const start = word.slice(0, FIRST);
  const starts = [...new Set([start, language.stemmer.fold(start)])].filter(Boolean);
  const near = (await Promise.all(starts.map((one) => wordsFrom(index, one)))).flat();
  const longer = near.filter(({ word: one, sign }) => !sign && one.startsWith(word));
  if (longer.length) {
    // What it begins, where stems do not begin so; of many the shortest.
    const some = longer.map((one) => one.word).sort((left, right) => left.length - right.length);
    const { lines } = await withWords(language, clause, some.slice(0, FEW));
    return { ...clause, lines };
  }
  const right = rightPart(near, word);
  if (right === undefined && word.length < SHORTEST) return { ...clause, lines: [] };
  const found = right === word ? [] : meantBy(near, word, language, right);
  if (found.length) return withWords(language, clause, found);
  if (right !== undefined || isNearlyRight(near, word)) return { ...clause, right: true };
  const early = far ? meantBy(await wordsTo(index, word.slice(FIRST + 1)), word, language) : [];
  return early.length ? withWords(language, clause, early) : ofOneStem(language, clause, near);
}

// Those of `words` that one slip makes `word` of, the likeliest first: words of need, then those that
// keep most letters. Of four letters little is left when one of them is wrong.
// Where its beginning is `right` they have it too.
function meantBy(words, word, { small, stemmer: { fold } }, right = "") {
  const folded = fold(word);
  const longer = word.length > SHORTEST ? 0 : word.length + 1;
  const some = words.filter(
    ({ word: one, sign }) =>
      one.startsWith(right) &&
      (sign === NEED || (!sign && one.length >= longer && !small.test(one))) &&
      (isOneSlip(one, word) || isOneSlip(fold(one), folded)),
  );
  const likely = ({ word: one, sign }) => one.length + (sign === NEED ? word.length : 0);
  return some.sort((left, right) => likely(right) - likely(left)).map(({ word: one }) => one);
}

async function withWords(language, clause, words) {
  const read = await readWords(language, words);
  const lines = [
    ...new Map(read.flatMap((one) => one.lines).map((line) => [line[0], line])).values(),
  ];
  return { ...clause, slip: true, meant: words[0], lines, likely: read[0].lines };
}

// A form that no page has, with a slip: the words of which it may be a form. In a short word a slip
// and an ending leave too little.
async function ofOneStem(language, clause, near) {
  const { stemmer } = language;
  const { word } = clause;
  if (word.length < LONGER) return { ...clause, lines: [] };
  const size = Math.max(KEPT_LETTERS, word.length - ENDING);
  const alike = ({ word: one, sign }) =>
    (!sign || sign === NEED) &&
    one.length >= size &&
    [-1, 0, 1].some((more) => isOneSlip(one.slice(0, size), word.slice(0, size + more)));
  const words = near.filter(alike).map((one) => one.word);
  const stems = new Set([...slipsOf(word, FIRST, words.join(""))].flatMap(stemmer.stems));
  const some = words.filter((one) => stemmer.stems(one).some((stem) => stems.has(stem)));
  const found = some.slice(0, FEW);
  return found.length ? withWords(language, clause, found) : { ...clause, lines: [] };
}

// The clause as it would be had the likeliest word been typed.
export const likeliest = (clause) => (clause.slip ? { ...clause, lines: clause.likely } : clause);
