// What somebody in danger is offered, or who thinks of dying: which words ask for it, and the pages
// that help.

import { entryOf } from "./first.js";
import { createNeed } from "./need.js";
import { joined } from "./order.js";
import { learnRules } from "./search.js";

const CARE = ["questions", "advice"]; // the sections shown to somebody who thinks of dying

// What `text`, or what it was `readAs`, asks for: "care", "danger" or ""; `need` is the file with words
// of need. A single word needs no phrases of several, which are a file of each script: those in which the
// text is written, and those of the languages that know it, `codes`. A word that may ask for something where
// nothing else is typed, as `single` says, needs a file of its own.
export async function needOf(text, { need, read, opened }, { readAs, codes, single } = {}) {
  const open = (name) => {
    opened[name] ??= read(name).then(JSON.parse);
    opened[name].catch(() => delete opened[name]); // what failed is asked for again
    return opened[name];
  };
  const words = await open(need);
  opened.word ??= createNeed(withMore(words, { never: words.harmless }));
  if (!opened.word.isPhrase(text)) {
    const anywhere = opened.word.of(text, readAs);
    if (anywhere || !single) return anywhere;
    opened.single ??= createNeed(withMore(words, await open(words.single)));
    return opened.single.of(text); // one slip from it is another word
  }
  const module = import("./several.js");
  const { phrases, scripts } = words;
  const written = Object.keys(scripts).filter((script) =>
    new RegExp(`\\p{Script=${script}}`, "u").test(text),
  );
  const all = { ...phrases, ...scripts };
  const wanted = [...written, ...(codes ?? Object.keys(all))].map((one) => all[one]);
  const names = [...new Set(wanted)].filter(Boolean);
  const files = names.map(open);
  const several = (opened[`of ${names}`] ??= (await module).needOfSeveral(
    createNeed,
    words,
    files,
  ));
  return (await several).of(text, readAs);
}

// The words of need, and `more` of each kind.
function withMore(words, more) {
  const both = Object.entries(more).map(([kind, some]) => [kind, `${words[kind]}|${some}`]);
  return { ...words, ...Object.fromEntries(both) };
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
