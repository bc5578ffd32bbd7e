// The pieces of a text as one language reads them, and how much of the text it knows that way.

import { complete } from "./complete.js";
import { isKnown, readWords } from "./search.js";
import { FORM } from "./shards.js";
import { LATIN, readingsOf } from "./variants.js";

const WORTH = { literal: 1, latin: 0.9, apart: 0.9, keyboard: 0.85 }; // of a word that is read so
const STEM = 0.9; // of a word whose very form stands nowhere
export const HALF = 0.7; // of a word that something begins with
const AS_TYPED = { keyboard: "", others: [], latin: [] };
const FOREIGN = 0.8; // of a word with letters that the language does not have, or a single Latin one

// Every piece as the language would best read it, and how much of the text it knows that way.
export async function readIn(language, pieces, half, read) {
  const text = pieces.map((piece) => piece.text.toLowerCase()).join(" ");
  const { spelled, foreign } = language;
  const plain = spelled && !LATIN.test(text) && !foreign.test(text); // in its own letters
  const variants = plain ? AS_TYPED : JSON.parse(await read(language.index.manifest.variants));
  const last = pieces[pieces.length - 1];
  const found = await Promise.all(
    pieces.map((piece) => readPiece(language, piece, variants, half && piece === last)),
  );
  return { language, pieces: found, share: shareOf(found), spelled };
}

export const shareOf = (pieces) =>
  pieces.reduce((sum, { worth, size }) => sum + worth * size, 0) /
  (pieces.reduce((sum, { size }) => sum + size, 0) || 1);

async function readPiece(language, piece, variants, half) {
  const { stemmer } = language;
  const options = [];
  for (const { kind, text } of readingsOf(piece.text, variants)) {
    // Letters of another keyboard that are taken for those of the language anyhow.
    if (options.length && stemmer.fold(text) === stemmer.fold(options[0].text)) continue;
    const clauses = await readWords(language, stemmer.words(text));
    const worths = await Promise.all(clauses.map((clause) => worthOf(language, clause, half)));
    const least = worths.length ? Math.min(...worths) : 0;
    // Two words that were typed as one must both stand somewhere as they are.
    const worth = kind === "apart" && least < 1 ? 0 : least * WORTH[kind];
    options.push({
      kind,
      text,
      clauses,
      worth,
      size: /^\d*$/.test(text) ? 0 : Math.min(text.length, 10),
    });
    if (kind === "literal" && worth >= STEM) break;
  }
  const best = options.reduce((one, other) => (other.worth > one.worth ? other : one));
  return { ...best, options };
}

async function worthOf(language, clause, half) {
  const { word, lines } = clause;
  const known = lines.some(([term]) => term.startsWith(FORM))
    ? 1
    : isKnown(language, clause)
      ? STEM
      : half && (await complete(language, clause)).lines.length
        ? HALF
        : 0;
  const strange = language.foreign.test(word) || (language.spelled && /^[a-z]$/.test(word));
  return known * (strange ? FOREIGN : 1);
}
