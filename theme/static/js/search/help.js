// What somebody in danger is offered, or who thinks of dying: which words ask for it, and the pages
// that help.

import { entryOf } from "./first.js";
import { createLearned } from "./learned.js";
import { createNeed } from "./need.js";
import { joined } from "./order.js";
import { learnRules } from "./search.js";

const LETTERS_OF = [
  [/[a-z]/i, ["en"]],
  [/[\u0400-\u04ff]/, ["be", "ru"]],
  [/[\u0600-\u06ff]/, ["ar"]],
];
const CARE = ["questions", "advice"]; // the sections shown to somebody who thinks of dying

// What `text`, or what it was `readAs`, asks for: "care", "danger" or ""; `need` is the file with words
// of need. A single word needs no phrases of several, which are a file of each script; `codes` are
// those that know the text.
export async function needOf(text, { need, read, opened }, { readAs, codes } = {}) {
  const open = (name) => {
    opened[name] ??= read(name).then(JSON.parse);
    opened[name].catch(() => delete opened[name]); // what failed is asked for again
    return opened[name];
  };
  const words = await open(need);
  opened.word ??= createNeed(words);
  if (!opened.word.isPhrase(text)) return opened.word.of(text, readAs);
  const names = new Set(
    asked(text, codes ?? Object.keys(words.phrases)).map((code) => words.phrases[code]),
  );
  names.delete(undefined);
  const key = `of ${[...names]}`;
  opened[key] ??= createNeed(withPhrases(words, await Promise.all([...names].map(open))));
  return opened[key].of(text, readAs);
}

// The languages whose phrases `text` may have: of its letters, and of what `codes` are written in.
const asked = (text, codes) => [
  ...codes,
  ...LETTERS_OF.filter(
    ([letters, those]) => letters.test(text) || those.some((code) => codes.includes(code)),
  ).flatMap(([, those]) => those),
];

// The table of words of need with the phrases of several words too, and what was learned of words.
function withPhrases(table, scripts) {
  const both = ["danger", "care", "never"].map((kind) => [
    kind,
    [table[kind], ...scripts.map(({ phrases }) => phrases[kind])].join("|"),
  ]);
  const sets = Object.assign({}, ...scripts.map((one) => one.sets));
  return { ...table, sets, learned: scripts.map(createLearned), ...Object.fromEntries(both) };
}

// The pages that help come after the best two answers and before lessons and manuals; about dying those are
// no answer at all.
export async function helpful(finder, results, need, language) {
  const { lang } = language;
  await learnRules(language);
  const help = (language.rules.need?.[need] ?? []).map((page) => ({ page, score: 0, lang }));
  const some = results.slice(0, need === "care" ? 40 : 12);
  const entries = await Promise.all(some.map((result) => entryOf(finder, result)));
  const caring = some.filter((_, at) => CARE.includes(entries[at].section));
  if (need === "care") return joined([help, caring]);
  return joined([results.slice(0, 2), caring.slice(0, 2), help, caring, results]);
}
