// A query as the index of the reader's own language reads it.

import { complete } from "./complete.js";
import { isPrecise, numberOf, piecesOf } from "./query.js";
import { isKnown, learnRules, readWords } from "./search.js";

// What `text` says in the language of `finder`; `unread` where it may mean something else, and
// `calls` where it may be words of need.
export async function readOwn({ lang, open, loadMore }, text, whole) {
  const language = await open(lang);
  if (isPrecise(text)) {
    const { findSigned } = await loadMore("more");
    await learnRules(language);
    return { language, calls: true, ...(await findSigned(language, text, whole)), readAs: "" };
  }
  const pieces = await wholeNumber(language, text);
  const words = pieces.flatMap((piece) => piece.words);
  const clauses = await readWords(language, words);
  const half = /[^\s.,!?]$/.test(text);
  const number = numberOf(text);
  const { need, rules } = number ? { rules: true } : await callsOf(language, clauses, half);
  if (rules) await learnRules(language);
  const unread = await isUnread(language, pieces, clauses, half);
  return { language, clauses, pieces, half, unread, calls: need || (unread && !number) };
}

// The pieces of `text`; a number that some page has is one word.
async function wholeNumber(language, text) {
  const number = numberOf(text);
  if (number && (await language.index.get(number)).length)
    return [{ text: number, words: [number] }];
  return piecesOf(text, language.stemmer);
}

// Which of the files that few queries need do the words call for, as far as the index can say? One
// that it does not know may be a word of need, unless it goes on to words that are none; rules are
// read for it when the dictionary has it.
async function callsOf(language, clauses, half) {
  const [last] = clauses.slice(-1);
  const longer = half && last && !last.lines.length ? await complete(language, last) : last;
  const signs = clauses.flatMap((clause) => {
    const { lines } = clause === last ? longer : clause;
    return lines.length ? [...new Set(lines.map(({ calls = "" }) => calls).join(""))] : ["!"];
  });
  const together = (sign, at) => /\w/.test(sign) && signs.indexOf(sign) < at;
  const told = signs.includes(clauses.length > 1 ? "0" : "1"); // by examples
  return { rules: signs.includes("?"), need: told || signs.includes("!") || signs.some(together) };
}

// Is there a word that the index does not know, or letters that the language does not have?
async function isUnread(language, pieces, clauses, half) {
  if (
    pieces.some(
      ({ text, words }) =>
        language.foreign.test(text.toLowerCase()) || (!words.length && /\p{L}/u.test(text)),
    )
  )
    return true;
  const unknown = clauses.filter((clause) => !isKnown(language, clause));
  const telling = unknown.filter(({ word }) => !/^\d+$/.test(word));
  if (!telling.length) return clauses.length > 0 && unknown.length === clauses.length;
  if (telling.length > 1 || !half || telling[0] !== clauses[clauses.length - 1]) return true;
  return !(await complete(language, telling[0])).lines.length;
}
