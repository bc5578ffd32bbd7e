// What somebody in danger is offered, or who thinks of dying: which words ask for it, and the pages
// that help.

import { entryOf } from "./first.js";
import { createNeed } from "./need.js";
import { joined } from "./order.js";

const CARE = ["questions", "advice"]; // the sections shown to somebody who thinks of dying
const needs = {}; // by the name of the file with words of need

// What `text` asks for, "care", "danger" or ""; `name` is the file with words of need.
export async function needOf(text, name, read) {
  needs[name] ??= read(name).then((file) => createNeed(JSON.parse(file)));
  needs[name].catch(() => delete needs[name]); // what failed is asked for again
  return (await needs[name])(text);
}

// The pages that help are among the first, lessons and manuals come after them;
// about dying they are no answer at all.
export async function helpful(finder, results, need, { lang, rules }) {
  const help = (rules.need?.[need] ?? []).map((page) => ({ page, score: 0, lang }));
  const some = results.slice(0, need === "care" ? 40 : 12);
  const entries = await Promise.all(some.map((result) => entryOf(finder, result)));
  const caring = some.filter((_, at) => CARE.includes(entries[at][3]));
  if (need === "care") return joined([help, caring]);
  return joined([caring.slice(0, 2), help, caring, results]);
}
