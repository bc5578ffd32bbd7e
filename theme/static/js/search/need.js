// Words of need in every language: what may be asked by somebody in danger, or who thinks of dying.

import { createCoarse } from "./coarse.js";
import { isOneSlip } from "./one-slip.js";

const BETWEEN = 3; // other words that may stand between those of a phrase
const FARTHER = 6; // where the phrase has a word of a set, such as a relative
const FORGIVEN = 6; // letters of a word in which one slip is forgiven

// { of, isPhrase }: what a text asks for, "care", "danger" or "", as it stands or as it was `readAs`,
// and whether it may be more than one word; `table` is the file of words of need.
export function createNeed({ keys, sets = [], ...table }) {
  const coarse = createCoarse(table);
  // A word of a phrase is any of these.
  const meant = (word) => (word[0] === "<" ? sets[word.slice(1)].split("|") : [word]);
  const [danger, care, never] = ["danger", "care", "never"].map((name) =>
    table[name]
      .split("|")
      .filter(Boolean)
      .map((phrase) => phrase.split(" ").map(meant)),
  );
  const isPhrase = (text) => coarse(text).length > 1 || /\S\s+\S/.test(text);
  const of = (text, readAs) => {
    for (const reading of [text, readAs, ...otherKeyboards(text, keys)].filter(Boolean)) {
      const words = coarse(reading);
      const left = words.filter(
        (_, place) => !never.some((phrase) => stands(phrase, words, place)),
      );
      for (const [need, phrases] of [
        ["care", care],
        ["danger", danger],
      ]) {
        if (phrases.some((phrase) => has(phrase, left, reading === text))) return need;
      }
      // What only looks like need as it was typed is none in other letters either.
      if (left.length < words.length) break;
    }
    return "";
  };
  return { of, isPhrase };
}

// `text` as it would be had another keyboard been meant, each once.
function otherKeyboards(text, keys) {
  const lower = text.slice(0, 600).toLowerCase();
  const typed = (from, to) => Array.from(lower, (key) => to[from.indexOf(key)] ?? key).join("");
  return new Set(
    keys.flatMap((from) => keys.map((to) => typed(from, to))).filter((other) => other !== lower),
  );
}

// Does `phrase` begin at `place`, or end there?
function stands(phrase, words, place) {
  return phrase.some(
    (_, at) =>
      place >= at && phrase.every((one, step) => fits(one, words[place - at + step] ?? "")),
  );
}

// Do all words of `phrase` stand close together in `words`, with one slip at most?
function has(phrase, words, forgiving) {
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
  if (wanted.length < FORGIVEN || wanted[0] !== word[0]) return false;
  const lengths = open ? [-1, 0, 1].map((more) => wanted.length + more) : [word.length];
  return lengths.some((length) => isOneSlip(wanted, word.slice(0, length)));
}
