// Words of need in every language: what may be asked by somebody in danger, or who thinks of dying.

import { createCoarse } from "./coarse.js";

const BETWEEN = 3; // other words that may stand between those of a phrase
const FORGIVEN = 6; // letters of a word in which one slip is forgiven

// { of, isPhrase }: what a text asks for, "care", "danger" or "", and whether it may be more than
// one word; `table` is the file of words of need.
export function createNeed({ keys, ...table }) {
  const coarse = createCoarse(table);
  const [danger, care, never] = ["danger", "care", "never"].map((name) =>
    table[name]
      .split("|")
      .filter(Boolean)
      .map((phrase) => phrase.split(" ")),
  );
  const isPhrase = (text) => coarse(text).length > 1 || /\S\s+\S/.test(text);
  const of = (text) => {
    for (const reading of [text, ...otherKeyboards(text, keys)]) {
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
  return words.some((_, start) => {
    const near = words.slice(start, start + phrase.length + BETWEEN);
    let slips = forgiving ? 1 : 0;
    return phrase.every(
      (one) =>
        near.some((word) => fits(one, word)) ||
        (slips-- > 0 && near.some((word) => nearly(one, word))),
    );
  });
}

function fits(one, word) {
  return one.endsWith("*") ? word.startsWith(one.slice(0, -1)) : word === one;
}

// Is `word`, or its beginning where any ending will do, `one` but for a letter? The first is taken
// for right.
function nearly(one, word) {
  const open = one.endsWith("*");
  const wanted = open ? one.slice(0, -1) : one;
  if (wanted.length < FORGIVEN || wanted[0] !== word[0]) return false;
  const lengths = open ? [-1, 0, 1].map((more) => wanted.length + more) : [word.length];
  return lengths.some((length) => isOneSlip(wanted, word.slice(0, length)));
}

function isOneSlip(left, right) {
  if (Math.abs(left.length - right.length) > 1) return false;
  let at = 0;
  while (at < left.length && left[at] === right[at]) at += 1;
  const [rest, other] = [left.slice(at), right.slice(at)];
  if (left.length !== right.length) return rest.slice(1) === other || rest === other.slice(1);
  return (
    rest.slice(1) === other.slice(1) ||
    (rest[0] === other[1] && rest[1] === other[0] && rest.slice(2) === other.slice(2))
  );
}
