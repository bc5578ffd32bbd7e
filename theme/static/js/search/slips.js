// One slip of a finger in a word: a letter more, less, another or in the other place.

import { withForms } from "./search.js";
import { FORM, shardOf } from "./shards.js";

export const SHORTEST = 4; // letters of a word in which a slip is looked for
// Letters that are taken for right at first: the words that begin with them are in one shard or
// two.
const FIRST = 2;
const MOST_FILES = 8; // of all terms that are read

// The clause with the lines of all words that one slip makes of it, and `meant`, the likeliest;
// `far`: in the first letters too, where nothing else is found.
export async function withSlips({ index, stemmer }, clause, far) {
  const { word } = clause;
  if (word.length < SHORTEST) return { ...clause, lines: [] };
  const near = new Map(
    (await index.find(stemmer.fold(word).slice(0, FIRST), () => true)).map((line) => [
      line[0],
      line,
    ]),
  );
  const letters = new Set([...near.keys()].join(""));
  const found = await linesOf(slipsOf(word, letters, FIRST), stemmer, (stem) => near.get(stem));
  // A word that stands nowhere as it is may be an accident of endings.
  if (found.meant || !far) return { ...clause, ...found, slip: true };
  const more = await farSlips(index, stemmer, word);
  const lines = [
    ...new Map([...more.lines, ...found.lines].map((line) => [line[0], line])).values(),
  ];
  return { ...clause, slip: true, lines, meant: more.meant };
}

// One slip in the first letters: such words are in many shards, so all terms that end like them are
// read first.
async function farSlips(index, stemmer, word) {
  const all = await index.words();
  const starts = all.starts.split(" ");
  const early = [...slipsOf(word, all.letters, 0, FIRST)];
  const places = new Set(
    early.flatMap(stemmer.stems).map((stem) => shardOf([...stem].reverse().join(""), starts)),
  );
  const files = [...places].slice(0, MOST_FILES).map((number) => index.wordsIn(all, number));
  const known = new Set((await Promise.all(files)).flat());
  return linesOf(early, stemmer, async (stem) =>
    known.has(stem) ? (await index.get(stem))[0] : null,
  );
}

// Every word that one slip makes of `word`; from letter `first` on.
export function slipsOf(word, letters, first, last = word.length) {
  const made = new Set();
  for (let at = first; at <= last; at += 1) {
    const [before, after] = [word.slice(0, at), word.slice(at)];
    made.add(before + after.slice(1));
    if (after.length > 1) made.add(before + after[1] + after[0] + after.slice(2));
    for (const letter of letters)
      made.add(before + letter + after).add(before + letter + after.slice(1));
  }
  made.delete(word);
  return made;
}

// The lines of the stems of `words` and of the very forms, each once; `meant` is a word whose very
// form stands somewhere.
async function linesOf(words, stemmer, get) {
  const found = new Map();
  let meant;
  for (const word of words) {
    for (const stem of stemmer.stems(word)) {
      const line = await get(stem);
      const some = line ? withForms([line], word, stemmer) : [];
      if (some.length > 1 && !(meant?.length >= word.length)) meant = word;
      for (const one of some) found.set(one[0], one);
    }
  }
  return { lines: [...found.values()], meant };
}

// Words that stand somewhere as they are were meant rather than others, and of those the ones that
// keep most letters.
export function likeliest(clause) {
  if (!clause.slip) return clause;
  const forms = new Set(
    clause.lines
      .filter(([term]) => term.startsWith(FORM))
      .map(([term]) => term.slice(FORM.length, -1)),
  );
  const among = forms.size ? clause.lines.filter(([term]) => forms.has(term)) : clause.lines;
  const longest = Math.max(...among.map(([term]) => term.length));
  const likely = new Set(among.map(([term]) => term).filter((term) => term.length === longest));
  return {
    ...clause,
    lines: clause.lines.filter(
      ([term]) => likely.has(term) || likely.has(term.slice(FORM.length, -1)),
    ),
  };
}
