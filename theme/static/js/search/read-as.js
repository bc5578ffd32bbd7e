// In which words a text was read, in the order in which it was typed.

import { UNSEEN } from "./stemmer.js";

// The words of `text` as its `pieces` were read; nothing where all of them were read as they stand.
export function saidAs(text, pieces) {
  const said = new Map(pieces.map((piece) => [piece.options[0].text, wordsAsRead(piece)]));
  const typed = text
    .replace(UNSEEN, "")
    .normalize("NFC")
    .toLowerCase()
    .split(/\s+/)
    .filter(Boolean);
  const words = typed.map((word) => said.get(word) ?? word);
  return words.join(" ") === typed.join(" ") ? "" : words.join(" ");
}

function wordsAsRead({ kind, text, clauses }) {
  if (kind !== "slip") return text;
  return clauses.map(({ word, meant }) => meant ?? word).join(" ");
}
