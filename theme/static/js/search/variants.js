// In what other letters, on what other keyboard and in which languages a text may have been typed.

export const LATIN = /[a-z]/;

// Letters, and the languages of those who type them, the likeliest first.
const WRITTEN = [
  [LATIN, ["en", "ru", "be"]],
  [/[\u0600-\u06ff]/, ["ar"]],
  [/[іў]/, ["be", "ru"]],
  [/./s, ["ru", "be", "en"]],
];

// What no English word becomes on a Russian or Belarusian keyboard: one with a letter that is a sign
// on the other, without a vowel, or with five consonants in a row.
const NO_ENGLISH = /[хъжбюёў].|^э|^[^фушщгн]{2,}$|[^фушщгн]{5}/;

// What no Russian or Belarusian word becomes in Latin letters.
const NO_SLAVIC = /[qx]|[tprg]h|ee|oo|ea|oa|ff|wh|[aeo]w|ing$|tion|^\p{L}{1,3}$/u;

// The languages of the site, the reader's first; then those that are written in the letters of
// `text`, or that it may be on another keyboard.
export function inOrder(text, [own, ...others]) {
  const lower = text.toLowerCase();
  const [, likely] = WRITTEN.find(([letters]) => letters.test(lower));
  const words = lower.split(/[^\p{L}]+/u).filter(Boolean);
  const foreign = words.some((word) => NO_ENGLISH.test(word));
  if (
    own === "en" &&
    words.some((word) => word.length > 3) &&
    words.every((word) => NO_SLAVIC.test(word))
  )
    return [own];
  const asked = likely.filter((code) => code !== "en" || LATIN.test(lower) || !foreign);
  return [own, ...asked.filter((code) => others.includes(code))];
}

// `text` as it stands, in the letters of the language, and as it would be on its keyboard; the
// likeliest first.
export function readingsOf(text, { keyboard, others, latin }) {
  const lower = text.normalize("NFC").toLowerCase();
  const typed = others.map((other) => ({
    kind: "keyboard",
    text: Array.from(lower, (key) => keyboard[other.indexOf(key)] ?? key).join(""),
  }));
  const put = (all, [found, letters]) => all.replace(new RegExp(found, "g"), letters);
  const inLetters = LATIN.test(lower) && latin.length ? latin.reduce(put, lower) : "";
  // Who writes in Latin letters leaves out what makes the last consonant soft.
  const soft = /[бвдзлмнпрстц]$/.test(inLetters) ? [`${inLetters}ь`] : [];
  const spelled = (inLetters ? [inLetters, ...soft] : []).map((one) => ({
    kind: "latin",
    text: one,
  }));
  const apart = /^н[ея](?=....)/.test(lower)
    ? [{ kind: "apart", text: `${lower.slice(0, 2)} ${lower.slice(2)}` }]
    : [];
  return [
    { kind: "literal", text: lower },
    ...[...spelled, ...apart, ...typed].filter((other) => other.text !== lower),
  ];
}
