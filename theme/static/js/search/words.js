// What is said about results, in the words of the page.

const LETTER = /[\p{L}\p{N}]/u;

// The text for `number`, from texts by sample numbers: {"1": "{number} result", "2": …}. Not every
// browser knows the plural of every language; then that of the next of `locales` serves: Russian
// counts as Belarusian does. Browsers are slow to learn how a language counts, so nothing that is
// in a hurry may wait for it.
export function counted(texts, number, locales) {
  const rules = new Intl.PluralRules(locales);
  const plural = rules.select(number);
  const sample = Object.keys(texts).find((one) => rules.select(Number(one)) === plural);
  return (texts[sample] ?? Object.values(texts).pop()).replace(
    "{number}",
    new Intl.NumberFormat(locales).format(number),
  );
}

// How many results there are, in words.
export function said(number, { counts, locales, none }) {
  return number ? counted(counts, number, locales) : none;
}

// `text` in parts, [words, whether they were asked for], by the stems in `wanted`.
export function marked(text, wanted, stemmer) {
  const parts = [];
  let rest = text;
  for (const word of stemmer.words(text)) {
    const at = placeOf(word, rest.normalize("NFC").toLowerCase());
    if (at < 0 || !stemmer.stems(word).some((stem) => wanted.has(stem))) continue;
    parts.push([rest.slice(0, at), false], [rest.slice(at, at + word.length), true]);
    rest = rest.slice(at + word.length);
  }
  return [...parts, [rest, false]].filter(([words]) => words);
}

// Where `word` stands in `text` as a whole word; -1 when it does not.
function placeOf(word, text) {
  let at = text.indexOf(word);
  while (at >= 0 && (LETTER.test(text[at - 1] ?? "") || LETTER.test(text[at + word.length] ?? "")))
    at = text.indexOf(word, at + 1);
  return at;
}

// The stems that the clauses of an answer stand for.
export function wantedStems(clauses) {
  return new Set(clauses.flatMap(({ lines }) => lines.map(([term]) => term)));
}
