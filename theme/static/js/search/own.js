// A query as the index of the reader's own language reads it.

import { complete } from "./complete.js";
import { isPrecise, numberOf, piecesOf } from "./query.js";
import { isKnown, readWords } from "./search.js";

// What `text` says in the language of `finder`; `unread` where it may mean something else.
export async function readOwn({ lang, open, loadMore }, text, whole) {
  const language = await open(lang);
  if (isPrecise(text)) {
    const { findPrecise } = await loadMore();
    return { language, ...(await findPrecise(language, text, whole)), readAs: "" };
  }
  const pieces = await wholeNumber(language, text);
  const words = pieces.flatMap((piece) => piece.words);
  const clauses = await readWords(language, words);
  const half = /[^\s.,!?]$/.test(text);
  const unread = await isUnread(language, pieces, clauses, half);
  return { language, clauses, pieces, half, unread };
}

// The pieces of `text`; a number that some page has is one word.
async function wholeNumber(language, text) {
  const number = numberOf(text);
  if (number && (await language.index.get(number)).length)
    return [{ text: number, words: [number] }];
  return piecesOf(text, language.stemmer);
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
  if (!telling.length) return unknown.length === clauses.length;
  if (telling.length > 1 || !half || telling[0] !== clauses[clauses.length - 1]) return true;
  return !(await complete(language, telling[0])).lines.length;
}
