// A stemmer that is a table: the twin of plugins/features/search/stemmer.py, which says more.

const CLASS = /<([A-Z]+)>/g;
const MARKS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_`";
const LONGEST = 40; // letters; no language has longer words
// Where a word may be broken, and signs that nobody sees.
export const UNSEEN = /[\u00ad\u200b-\u200d\u2060\ufeff]/g;

export function createStemmer(table) {
  const filled = (pattern) => fill(pattern, table.classes);
  const compiled = ([before, endings, put = ""]) => [
    new RegExp(`^(${filled(before)})(?:${filled(endings)})$`),
    put,
  ];
  const letters = new RegExp(filled(table.word), "g");
  const folds = table.fold.map(([found, put]) => [new RegExp(filled(found), "g"), put]);
  const steps = table.steps.map((step) => step.map(compiled));
  const forms = new Map(Object.entries(table.forms));
  const stemsOf = new Map();
  const fold = (word) => folds.reduce((changed, [found, put]) => changed.replace(found, put), word);
  return {
    words: (text) => lettersOf(text, letters),
    fold,
    mark: (word) => markOf(fold(word)),
    stems: (word) => {
      if (!stemsOf.has(word)) stemsOf.set(word, stem(fold(word), steps, forms));
      return stemsOf.get(word);
    },
  };
}

// `pattern` with the letters of each class in the place of its name.
function fill(pattern, classes) {
  while (pattern !== (pattern = pattern.replace(CLASS, (_, name) => classes[name])));
  return pattern;
}

function lettersOf(text, letters) {
  const plain = text.normalize("NFC").replace(UNSEEN, "").toLowerCase();
  return plain.match(letters)?.map((word) => word.slice(0, LONGEST)) ?? [];
}

function markOf(word) {
  const add = (number, letter) => (number * 5 + letter.codePointAt(0)) % MARKS.length;
  return MARKS[Array.from(word).reduce(add, 0)];
}

function stem(word, steps, forms) {
  const first = forms.has(word) ? [word, forms.get(word)] : [word];
  const stems = steps.reduce((all, step) => all.flatMap((one) => change(one, step)), first);
  return [...new Set(stems)].filter(Boolean);
}

function change(word, step) {
  const added = [];
  for (const [pattern, put] of step) {
    const found = word.match(pattern);
    if (!found) continue;
    if (put[0] !== "+") return [found[1] + put, ...added];
    added.push(found[1] + put.slice(1));
  }
  return [word, ...added];
}
