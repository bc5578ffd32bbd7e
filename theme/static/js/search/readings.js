// What may have been meant where words are not known: another language, another keyboard, Latin letters, one slip.

import { joined } from "./order.js";
import { complete, isKnown, rank, readWords, telling } from "./search.js";
import { FORM } from "./shards.js";
import { likeliest, SHORTEST, withSlips } from "./slips.js";
import { inOrder, LATIN, readingsOf } from "./variants.js";

const SURE = 0.999;
const WORTH = { literal: 1, latin: 0.9, keyboard: 0.85 }; // of a word that is read so
const STEM = 0.9; // of a word whose very form stands nowhere
const HALF = 0.7; // of a word that something begins with
const FOREIGN = 0.8; // of a word with letters that the language does not have
const SHOWN_TOO = 0.3; // how much of a query the reader's own language must know to be shown after another

// Answers, each { language, clauses, ranked, readAs }: first that of the language that knows most of the words.
export async function findMore({ text, pieces, half, codes, open, read }) {
  const readings = [];
  for (const code of inOrder(text, codes)) {
    readings.push(await readIn(await open(code), pieces, half, read));
    if (readings[readings.length - 1].share > SURE) break;
  }
  const own = readings.find(({ language }) => language.lang === codes[0]);
  let best = readings.reduce((one, other) => (other.share > one.share + 1e-9 ? other : one));
  if (best.share < SURE)
    await forgive(best, best === own && LATIN.test(text.toLowerCase()) !== own.spelled);
  for (const other of readings) {
    if (best.share) break;
    if (other !== best) await forgive(other, false);
    if (other.share) best = other;
  }
  const shown = own && own !== best && own.share > SHOWN_TOO ? [best, own] : [best];
  return Promise.all(shown.map((reading) => answerOf(reading, half)));
}

// Every piece as the language would best read it, and how much of the text it knows that way.
async function readIn(language, pieces, half, read) {
  const variants = JSON.parse(await read(language.index.manifest.variants));
  const last = pieces[pieces.length - 1];
  const found = await Promise.all(
    pieces.map((piece) => readPiece(language, piece, variants, half && piece === last)),
  );
  return { language, pieces: found, share: shareOf(found), spelled: variants.latin.length > 0 };
}

const shareOf = (pieces) =>
  pieces.reduce((sum, { worth, size }) => sum + worth * size, 0) /
  (pieces.reduce((sum, { size }) => sum + size, 0) || 1);

async function readPiece(language, piece, variants, half) {
  const options = [];
  for (const { kind, text } of readingsOf(piece.text, variants)) {
    const clauses = await readWords(language, language.stemmer.words(text));
    const worths = await Promise.all(clauses.map((clause) => worthOf(language, clause, half)));
    const worth = worths.length ? Math.min(...worths) * WORTH[kind] || 0 : 0;
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
  return known * (language.foreign.test(word) ? FOREIGN : 1);
}

// Reads words that are not known as words with one slip; `far`: in the first letters too.
async function forgive(reading, far) {
  const { language } = reading;
  for (const piece of reading.pieces) {
    if (piece.worth || piece.size < SHORTEST) continue;
    const options =
      LATIN.test(piece.text) && piece.options[1]?.kind === "latin"
        ? [...piece.options.slice(1), piece.options[0]]
        : piece.options;
    for (const option of options) {
      const clauses = await Promise.all(
        option.clauses.map((clause) =>
          clause.lines.length ? clause : withSlips(language, clause, far),
        ),
      );
      if (!clauses.length || !clauses.every(({ lines }) => lines.length)) continue;
      Object.assign(piece, { ...option, kind: "slip", clauses, worth: 0.5 });
      break;
    }
  }
  reading.share = shareOf(reading.pieces);
}

async function answerOf({ language, pieces: read }, half) {
  const pieces = read.filter(({ clauses }) => clauses.length);
  const asked = pieces.flatMap(({ clauses }) => clauses);
  const all = telling(asked, language, half);
  const slipped = pieces.some(({ kind }) => kind === "slip");
  const goesOn = half && pieces[pieces.length - 1]?.worth === HALF;
  const lists = slipped ? [await rank(language, all.map(likeliest), false, asked)] : [];
  const words = pieces.map(({ kind, text, clauses }) =>
    kind === "slip" ? clauses.map(({ word, meant }) => meant ?? word).join(" ") : text,
  );
  const said = words.join(" ");
  const readAs = said === read.map(({ options: [{ text }] }) => text).join(" ") ? "" : said;
  return {
    language,
    clauses: all,
    ranked: joined([...lists, await rank(language, all, goesOn, asked)]),
    readAs,
  };
}
