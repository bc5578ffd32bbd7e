// Pages and scores for {"lang": …, "query": …}, a JSON line each, over the whole index:
// node rank.mjs FOLDER
// With "other": true: all pages that a reader is offered, in order, and how many files were opened.

import { readFile } from "node:fs/promises";
import path from "node:path";
import { createInterface } from "node:readline";
import { createFinder } from "../../../theme/static/js/search/finder.js";
import { helpful, needOf } from "../../../theme/static/js/search/help.js";
import { findPrecise } from "../../../theme/static/js/search/precise.js";
import { findMore, findSigned } from "../../../theme/static/js/search/readings.js";

const opened = new Set();
const read = (name) =>
  opened.add(name) && readFile(path.join(process.argv[2], "search", name), "utf-8");
const finders = {};

for await (const line of createInterface({ input: process.stdin })) {
  const { lang, query, other } = JSON.parse(line);
  const finder = (finders[lang] ??= createFinder({
    lang,
    read,
    loadMore: async () => ({ findMore, findSigned, helpful, needOf }),
  }));
  if (other) {
    opened.clear();
    const { results } = await finder.ask(query);
    console.log(JSON.stringify({ pages: results.map(({ page }) => page), opened: opened.size }));
  } else {
    const { ranked } = await findPrecise(await finder.open(lang), query, true);
    console.log(JSON.stringify(ranked.map(({ page, score }) => [page, score])));
  }
}
