// What may have been meant where words are not known: another language, another keyboard, Latin
// letters, one slip.

import { joined } from "./order.js";
import { HALF, readIn, shareOf } from "./pieces.js";
import { saidAs } from "./read-as.js";
import { learnRules, rank, telling } from "./search.js";
import { likeliest, withSlips } from "./slips.js";
import { inOrder, LATIN } from "./variants.js";

const SURE = 0.999;
const MOST_FORGIVEN = 1; // languages, besides the likeliest, in which slips are looked for
const FEWEST = 3; // letters of a word that is looked up
const SLIP = 0.85; // what a word with a slip is worth
// How much of a query the reader's own language must know to be shown after another.
const SHOWN_TOO = 0.3;

// Answers, each { language, clauses, ranked, readAs }: first that of the language that knows most
// of the words.
export async function findMore({ text, pieces, half, codes, open, read }) {
  const readings = [];
  for (const code of inOrder(text, codes)) {
    readings.push(await readIn(await open(code), pieces, half, read));
    if (readings[readings.length - 1].share > SURE) break;
  }
  const own = readings.find(({ language }) => language.lang === codes[0]);
  let best = mostKnown(readings);
  let left = MOST_FORGIVEN;
  const typed = LATIN.test(text.toLowerCase()) !== own.spelled; // in the letters of the reader
  // What another language knows may be a word of the reader's own with a slip.
  const mine = typed && best !== own && !own.language.foreign.test(text.toLowerCase());
  if (best.share < SURE) await forgive(best, typed && best === own);
  for (const other of readings) {
    if (best.share && !(mine && other === own && best.share < SURE)) continue;
    if (other !== best && left-- > 0) await forgive(other, false);
    if (other.share) best = mostKnown([best, other]);
  }
  const shown = own && own !== best && own.share > SHOWN_TOO ? [best, own] : [best];
  return Promise.all(shown.map((reading) => answerOf(reading, text, half)));
}

const mostKnown = (readings) =>
  readings.reduce((one, other) => (other.share > one.share + 1e-9 ? other : one));

// Reads words that are not known as words with one slip; `far`: in the first letters too.
async function forgive(reading, far) {
  const { language } = reading;
  for (const piece of reading.pieces) {
    if (piece.worth || piece.size < FEWEST) continue;
    const latin = LATIN.test(piece.text) && reading.spelled;
    const options = piece.options.filter(({ kind }) =>
      latin ? kind === "latin" : kind === "literal" || kind === "apart",
    );
    for (const option of options) {
      const clauses = await Promise.all(
        option.clauses.map((clause) =>
          clause.lines.length ? clause : withSlips(language, clause, far),
        ),
      );
      if (!clauses.length || !clauses.every(isRead)) continue;
      const worth = clauses.some(({ slip }) => slip) ? SLIP : 1;
      Object.assign(piece, { ...option, kind: "slip", clauses, worth });
      break;
    }
  }
  reading.share = shareOf(reading.pieces);
}

// Is the word of a clause known, or one that may be meant?
const isRead = ({ lines, right, meant }) => lines.length || right || meant;

async function answerOf({ language, pieces: read }, text, half) {
  const pieces = read.filter(({ clauses }) => clauses.length);
  const asked = pieces.flatMap(({ clauses }) => clauses);
  const all = telling(asked, language, half);
  if (
    asked.some(({ right, lines }) => right || lines.some(({ calls = "" }) => calls.includes("?")))
  )
    await learnRules(language);
  const slipped = pieces.some(({ kind }) => kind === "slip");
  const goesOn = half && pieces[pieces.length - 1]?.worth === HALF;
  const lists = slipped ? [await rank(language, all.map(likeliest), false, asked)] : [];
  return {
    language,
    clauses: all,
    ranked: joined([...lists, await rank(language, all, goesOn, asked)]),
    readAs: saidAs(text, read),
  };
}

// Queries with signs are few, so what reads them is a file of its own.
export async function findSigned(...query) {
  const precise = await import("./precise.js");
  return precise.findPrecise(...query);
}
