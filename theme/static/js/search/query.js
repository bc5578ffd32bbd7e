// What a reader typed becomes clauses: word, +word, -word, field:word, word^2, wor*, word~1, in any mixture.

export const FIELDS = ["title", "keywords", "headings", "summary", "body"];

// + and - are signs only at the beginning of what stands between spaces, and before a letter: anti-trafficking, +375 and
// 2026-07-15 have none. ~ and ^ are signs only at its end, with a number behind them.
const PIECE = /^(?:([+-])(?=(?:\w+:)?\p{L}))?(?:(\w+):(?=\S))?(.*?)((?:[~^]\d+)*)$/u;
const MOST_CLAUSES = 12;
const MOST_EDITS = 2;
const MOST_WILDCARDS = 3;

// Clauses of `text`: { word, fields, boost, presence, edits, wildcard }, the words folded but not stemmed.
export function parseQuery(text, stemmer) {
  const clauses = text.split(/\s+/).flatMap((piece) => {
    const [, presence = "", name, word, marks] = piece.match(PIECE);
    const known = FIELDS.indexOf(name);
    const words = known < 0 && name ? `${name} ${word}` : word;
    const shared = { presence, fields: known < 0 ? null : [known], ...readMarks(marks) };
    return wordsOf(words, stemmer).map((one) => ({ ...one, ...shared }));
  });
  return clauses.slice(0, MOST_CLAUSES);
}

// Does `text` use more than plain words? Then the reader knows what to ask for, and gets just that.
export function isPrecise(clauses) {
  return clauses.some(({ presence, fields, edits, wildcard, boost }) => presence || fields || edits || wildcard || boost !== 1);
}

function wordsOf(text, stemmer) {
  if (!text.includes("*")) return stemmer.words(text).map((word) => ({ word, wildcard: false }));
  const parts = text.split("*").slice(0, MOST_WILDCARDS + 1);
  const word = parts.map((part) => stemmer.fold(stemmer.words(part).join(""))).join("*");
  return [{ word, wildcard: true }];
}

function readMarks(marks) {
  const number = (mark, otherwise) => Number(marks.match(new RegExp(`\\${mark}(\\d+)(?!.*\\${mark}\\d)`))?.[1] ?? otherwise);
  return { boost: number("^", 1), edits: Math.min(number("~", 0), MOST_EDITS) };
}
