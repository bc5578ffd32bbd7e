// A stemmer that is a table: the twin of plugins/features/search/stemmer.py, which says more.

const CLASS = /<([A-Z]+)>/g;
const MARKS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_`";
const LONGEST = 40; // letters; no language has longer words
export const UNSEEN = /[\u00ad\u200b-\u200d\u2060\ufeff]/g; // where a word may be broken, and signs that nobody sees

export function createStemmer(table) {
  const filled = (pattern) => {
    while (pattern !== (pattern = pattern.replace(CLASS, (_, name) => table.classes[name])));
    return pattern;
  };
  const rule = ([before, endings, put = ""]) => [
    new RegExp(`^(${filled(before)})(?:${filled(endings)})$`),
    put,
  ];
  const letters = new RegExp(filled(table.word), "g");
  const folds = table.fold.map(([found, put]) => [new RegExp(filled(found), "g"), put]);
  const steps = table.steps.map((step) => step.map(rule));
  const forms = new Map(Object.entries(table.forms));
  const known = new Map();
  const fold = (word) => folds.reduce((changed, [found, put]) => changed.replace(found, put), word);
  return {
    words: (text) =>
      text
        .normalize("NFC")
        .replace(UNSEEN, "")
        .toLowerCase()
        .match(letters)
        ?.map((word) => word.slice(0, LONGEST)) ?? [],
    fold,
    mark: (word) =>
      MARKS[
        Array.from(fold(word)).reduce(
          (number, letter) => (number * 5 + letter.codePointAt(0)) % MARKS.length,
          0,
        )
      ],
    stems: (word) => {
      if (known.has(word)) return known.get(word);
      const folded = fold(word);
      const first = forms.has(folded) ? [folded, forms.get(folded)] : [folded];
      const readings = steps.reduce(
        (all, step) => all.flatMap((reading) => change(reading, step)),
        first,
      );
      known.set(word, [...new Set(readings)].filter(Boolean));
      return known.get(word);
    },
  };
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
