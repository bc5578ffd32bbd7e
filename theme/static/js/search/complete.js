// What a word that is half typed may become.

import { FORM } from "./shards.js";

const FEWEST_LETTERS = 2; // of a word that is completed

// Does the word stand somewhere as it is, without an ending? Then it is meant rather than what it
// may become.
export function isWhole({ word, lines }, stemmer) {
  return lines.some(([term]) => term.startsWith(FORM + stemmer.fold(word)));
}

export async function complete({ index, stemmer }, clause) {
  const prefix = stemmer.fold(clause.word);
  if (prefix.length < FEWEST_LETTERS) return { ...clause, lines: [] };
  const longer = (await index.find(prefix, (term) => term.startsWith(prefix))).sort(outermostLast);
  // It may be meant as it is.
  const whole = clause.lines.some(([term]) => term.startsWith(FORM)) ? clause.lines : [];
  const found = longer.length ? [...whole, ...longer] : [];
  return { ...clause, lines: [...new Map(found.map((line) => [line[0], line])).values()] };
}

// The order in which lunr meets the terms that a wildcard stands for; it decides between equal
// scores.
export function outermostLast([left], [right]) {
  if (right.startsWith(left)) return -1;
  return left.startsWith(right) || left < right ? 1 : -1;
}
