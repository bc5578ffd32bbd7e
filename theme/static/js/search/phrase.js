// Does a text have a phrase of need? A phrase is a list of lists: a word is any of its list, and one
// that ends in * has any ending.

import { isOneSlip } from "./one-slip.js";

const BETWEEN = 3; // other words that may stand between those of a phrase
const FARTHER = 6; // where the phrase has a word of a set, such as a relative
const FORGIVEN = 6; // letters of a word in which one slip is forgiven
const FORGIVEN_START = 9; // of the beginning of one

// Does `phrase` begin at `place`, or end there?
export function stands(phrase, words, place) {
  return phrase.some(
    (_, at) =>
      place >= at && phrase.every((one, step) => fits(one, words[place - at + step] ?? "")),
  );
}

// Do all words of `phrase` stand close together in `words`, with one slip at most?
export function has(phrase, words, forgiving) {
  const between = phrase.some((meant) => meant.length > 1) ? FARTHER : BETWEEN;
  return words.some((_, start) => {
    const near = words.slice(start, start + phrase.length + between);
    let slips = forgiving ? 1 : 0;
    return phrase.every(
      (one) =>
        near.some((word) => fits(one, word)) ||
        (slips-- > 0 && near.some((word) => nearly(one, word))),
    );
  });
}

function fits(meant, word) {
  return meant.some((one) =>
    one.endsWith("*") ? word.startsWith(one.slice(0, -1)) : word === one,
  );
}

// Is `word`, or its beginning where any ending will do, `one` but for a letter? The first is taken
// for right.
function nearly([one, ...others], word) {
  if (others.length) return false; // of many words one is always near
  const open = one.endsWith("*");
  const wanted = open ? one.slice(0, -1) : one;
  if (wanted.length < (open ? FORGIVEN_START : FORGIVEN) || wanted[0] !== word[0]) return false;
  const lengths = open ? [-1, 0, 1].map((more) => wanted.length + more) : [word.length];
  return lengths.some((length) => isOneSlip(wanted, word.slice(0, length)));
}
