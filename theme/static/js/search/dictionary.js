// The words of a language, whole: those of its pages and those of need.

import { isOneSlip } from "./one-slip.js";
import { shardOf } from "./shards.js";

const LONG = 6; // letters of the beginning of a word of need in which a slip is forgiven
const CERTAIN = 5; // letters of one that says enough
const AFTER = 4; // letters that may follow one that does not
const SIGN = /[!.*]$/; // a word of need, one that is right but never meant, a beginning

// The words that begin with `start`, { word, sign } each.
export async function wordsFrom(index, start) {
  const places = await index.words();
  return wordsWith(index, places, "d", places.starts, start);
}

// The words that end with `end`.
export async function wordsTo(index, end) {
  const places = await index.words();
  const found = await wordsWith(index, places, "w", places.ends, turned(end));
  return found.map(({ word, sign }) => ({ word: turned(word), sign }));
}

async function wordsWith(index, places, kind, starts, prefix) {
  const all = starts.split(" ");
  const [first, last] = [prefix, `${prefix}\uffff`].map((term) => shardOf(term, all));
  const numbers = Array.from({ length: last - first + 1 }, (_, at) => first + at);
  const files = await Promise.all(numbers.map((number) => index.wordsIn(places, kind, number)));
  return files
    .flat()
    .filter((line) => line.startsWith(prefix))
    .map((line) => ({ word: line.replace(SIGN, ""), sign: line.match(SIGN)?.[0] ?? "" }));
}

const turned = (word) => [...word].reverse().join("");

// The beginning that makes `word` one that need not be read as another: the whole of a word of need
// or of one that editors know, or a beginning that may have any ending.
export const rightPart = (words, word) =>
  words.find((one) => (one.sign === "*" ? begins(one.word, word) : one.sign && one.word === word))
    ?.word;

const begins = (start, word) => start.length >= CERTAIN && word.startsWith(start);

// May `word` be a word of need that may end in anything, with a slip?
export const isNearlyRight = (words, word) =>
  words.some(
    ({ word: { length }, word: start, sign }) =>
      sign === "*" &&
      ((word.startsWith(start) && word.length <= length + AFTER) ||
        (length >= LONG &&
          [-1, 0, 1].some((more) => isOneSlip(start, word.slice(0, length + more))))),
  );
