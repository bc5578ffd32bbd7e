// What may have been meant when little is found: another keyboard, Latin letters, one slip of a finger.

import { ENOUGH, withForms } from "./search.js";
import { FORM } from "./shards.js";
import { rankPages } from "./rank.js";

const SHORTEST = 4; // letters of a word in which a slip is looked for
const FIRST = 2; // letters that are taken for right at first: the words that begin with them are in one shard or two

// Lists of results, one for each way to read the query, until enough is found. `read` is that of the language.
export async function findMore(language, clauses, text, read) {
  const { index, stemmer } = language;
  const variants = JSON.parse(await read(index.manifest.variants));
  const lists = [];
  const add = (kind, expanded) => lists.push(rankPages(expanded, index.manifest.pages).map((result) => ({ ...result, kind })));
  const addSlips = (kind, expanded) => [expanded.map(likeliest), expanded].forEach((some) => add(kind, some));
  const enough = () => lists.flat().length >= ENOUGH;
  const readings = otherReadings(text, variants).map((reading) => plainClauses(stemmer.words(reading)));
  for (const [find, put] of [[withStems, add], [withSlips, addSlips]]) {
    for (const words of readings) {
      const found = enough() ? [] : await Promise.all(words.map((clause) => find(index, stemmer, clause)));
      if (found.every(({ lines }) => lines.length)) put("reading", found);
    }
  }
  const missing = clauses.filter(({ lines }) => !lines.length);
  if (!enough() && (missing.length || clauses.length === 1)) {
    const slips = (clause) => (clause.lines.length && clauses.length > 1 ? clause : withSlips(index, stemmer, clause));
    addSlips("slip", await Promise.all(clauses.map(slips)));
  }
  return lists;
}

// `text` as it would be on the keyboard of the language, and in its letters.
export function otherReadings(text, { keyboard, others, latin }) {
  const lower = text.normalize("NFC").toLowerCase();
  const typed = others.map((other) => Array.from(lower, (key) => keyboard[other.indexOf(key)] ?? key).join(""));
  const spelled = lower.replace(/\S+/g, (word) => latin.reduce((all, [found, put]) => all.replace(new RegExp(found, "g"), put), word));
  return [...new Set([...typed, spelled])].filter((reading) => reading !== lower);
}

// Every word that one letter more, less, other or in the other place makes of `word`; from `first` on.
export function slipsOf(word, letters, first, last = word.length) {
  const made = new Set();
  for (let at = first; at <= last; at += 1) {
    const [before, after] = [word.slice(0, at), word.slice(at)];
    made.add(before + after.slice(1));
    if (after.length > 1) made.add(before + after[1] + after[0] + after.slice(2));
    for (const letter of letters) made.add(before + letter + after).add(before + letter + after.slice(1));
  }
  made.delete(word);
  return made;
}

const plainClauses = (words) => words.map((word) => ({ word, fields: null, boost: 1, presence: "" }));

async function withStems(index, stemmer, clause) {
  const found = await Promise.all(stemmer.stems(clause.word).map(index.get));
  return { ...clause, lines: withForms(found.flat(), clause.word, stemmer) };
}

async function withSlips(index, stemmer, clause) {
  const { word } = clause;
  if (word.length < SHORTEST) return { ...clause, lines: [] };
  const near = new Map((await index.find(stemmer.fold(word).slice(0, FIRST), () => true)).map((line) => [line[0], line]));
  const letters = new Set([...near.keys()].join(""));
  const found = await linesOf(slipsOf(word, letters, FIRST), stemmer, (stem) => near.get(stem));
  if (found.length) return { ...clause, lines: found };
  const known = new Set(await index.terms());
  const early = slipsOf(word, new Set([...known].join("")), 0, FIRST);
  return { ...clause, lines: await linesOf(early, stemmer, async (stem) => (known.has(stem) ? (await index.get(stem))[0] : null)) };
}

// The lines of the stems of `words` and of the very forms, each once.
async function linesOf(words, stemmer, get) {
  const found = new Map();
  for (const word of words) {
    for (const stem of stemmer.stems(word)) {
      const line = await get(stem);
      if (line) for (const one of withForms([line], word, stemmer)) found.set(one[0], one);
    }
  }
  return [...found.values()];
}

// Words that stand somewhere as they are were meant rather than others, and of those the ones that keep most letters.
function likeliest(clause) {
  const forms = new Set(clause.lines.filter(([term]) => term.startsWith(FORM)).map(([term]) => term.slice(FORM.length, -1)));
  const among = forms.size ? clause.lines.filter(([term]) => forms.has(term)) : clause.lines;
  const longest = Math.max(...among.map(([term]) => term.length));
  const likely = new Set(among.map(([term]) => term).filter((term) => term.length === longest));
  return { ...clause, lines: clause.lines.filter(([term]) => likely.has(term) || likely.has(term.slice(FORM.length, -1))) };
}
