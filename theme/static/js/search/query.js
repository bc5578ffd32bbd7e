// What a reader typed, taken apart: the pieces between spaces, and the words of each.

import { UNSEEN } from "./stemmer.js";

const MOST_PIECES = 60; // of a text that are looked at, half of them at its end
const LONGEST_PIECE = 80; // letters of a piece
const SIGNS =
  /(?:^|\s)[+-](?:\w+:)?\p{L}|[~^]\d+(?:\s|$)|\*|(?:^|\s)(?:title|keywords|headings|summary|body):\S/u;
const NUMBER = /^[\s\d()+.–-]*\d[\s\d()+.–-]*$/;

// Does `text` use signs? Then the reader knows what to ask for, and gets just that.
export const isPrecise = (text) => SIGNS.test(text);

// The pieces of `text`, { text, words }, each piece once. A number is one word, however it is
// parted.
export function piecesOf(text, stemmer) {
  const all = text
    .replace(UNSEEN, "")
    .split(/\s+/)
    .filter(Boolean)
    .map((piece) => piece.slice(0, LONGEST_PIECE));
  const some =
    all.length > MOST_PIECES
      ? [...all.slice(0, MOST_PIECES / 2), ...all.slice(-MOST_PIECES / 2)]
      : all;
  return [...new Set(some)].map((piece) => ({ text: piece, words: stemmer.words(piece) }));
}

// The digits of `text` when it is nothing but a number; else nothing.
export const numberOf = (text) =>
  text.length < LONGEST_PIECE && NUMBER.test(text) ? text.replace(/\D/g, "") : "";

export const plainClause = (word) => ({ word, fields: null, boost: 1, presence: "" });
