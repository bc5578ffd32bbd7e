// What somebody in danger is offered, or who thinks of dying: which words ask for it, and the pages
// that help.

import { entryOf } from "./first.js";
import { createNeed } from "./need.js";
import { joined } from "./order.js";

const CARE = ["questions", "advice"]; // the sections shown to somebody who thinks of dying

// What `text`, or what it was `readAs`, asks for: "care", "danger" or ""; `need` is the file with words of need. A single word
// needs no phrases of several, which are a file of their own.
export async function needOf(text, { need, read, opened }, readAs = "") {
  const open = (name) => {
    opened[name] ??= read(name).then(JSON.parse);
    opened[name].catch(() => delete opened[name]); // what failed is asked for again
    return opened[name];
  };
  const words = await open(need);
  opened.word ??= createNeed(words);
  if (!opened.word.isPhrase(text)) return opened.word.of(text, readAs);
  opened.phrase ??= createNeed(withPhrases(words, await open(words.phrases)));
  return opened.phrase.of(text, readAs);
}

// The table of words of need with the phrases of several words too.
function withPhrases(table, { sets, ...phrases }) {
  const both = Object.keys(phrases).map((kind) => [kind, `${table[kind]}|${phrases[kind]}`]);
  return { ...table, sets, ...Object.fromEntries(both) };
}

// The pages that help are among the first, lessons and manuals come after them;
// about dying they are no answer at all.
export async function helpful(finder, results, need, { lang, rules }) {
  const help = (rules.need?.[need] ?? []).map((page) => ({ page, score: 0, lang }));
  const some = results.slice(0, need === "care" ? 40 : 12);
  const entries = await Promise.all(some.map((result) => entryOf(finder, result)));
  const caring = some.filter((_, at) => CARE.includes(entries[at].section));
  if (need === "care") return joined([help, caring]);
  return joined([caring.slice(0, 2), help, caring, results]);
}
