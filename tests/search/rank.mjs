// Pages and scores for {"lang": …, "query": …}, a JSON line each, over the whole index: node rank.mjs FOLDER
// With "other": true: all pages that a reader is offered, in order, and how many files were opened.

import { readFile } from "node:fs/promises";
import path from "node:path";
import { createInterface } from "node:readline";
import { createFinder } from "../../theme/static/js/search/finder.js";
import { parseQuery } from "../../theme/static/js/search/query.js";
import { rankPages } from "../../theme/static/js/search/rank.js";
import { expand } from "../../theme/static/js/search/search.js";
import * as variants from "../../theme/static/js/search/variants.js";

const opened = new Set();
const read = (name) => opened.add(name) && readFile(path.join(process.argv[2], "search", name), "utf-8");
const finders = {};

for await (const line of createInterface({ input: process.stdin })) {
  const { lang, query, other } = JSON.parse(line);
  const finder = (finders[lang] ??= createFinder({ lang, read, loadMore: async () => variants }));
  if (other) {
    opened.clear();
    const { results } = await finder.ask(query);
    console.log(JSON.stringify({ pages: results.map(({ page }) => page), opened: opened.size }));
  } else {
    const language = await finder.open(lang);
    const clauses = await Promise.all(parseQuery(query, language.stemmer).map((clause) => expand(language, clause, true)));
    const ranked = rankPages(clauses, language.index.manifest.pages);
    console.log(JSON.stringify(ranked.map(({ page, score }) => [page, score])));
  }
}
