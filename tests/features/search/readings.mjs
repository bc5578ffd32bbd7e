// What is found for {"lang": …, "query": …}, a JSON line each, in whatever language: node
// readings.mjs FOLDER

import { readFile } from "node:fs/promises";
import path from "node:path";
import { createInterface } from "node:readline";
import { createFinder } from "../../../theme/static/js/search/finder.js";
import { helpful, needOf } from "../../../theme/static/js/search/help.js";
import { findMore, findSigned } from "../../../theme/static/js/search/readings.js";

const read = (name) => readFile(path.join(process.argv[2], "search", name), "utf-8");
for await (const line of createInterface({ input: process.stdin })) {
  const { lang, query } = JSON.parse(line);
  const others = ["ru", "be", "en"].filter((code) => code !== lang);
  const finder = createFinder({
    lang,
    others,
    read,
    loadMore: async () => ({ findMore, findSigned, helpful, needOf }),
  });
  const { results, readAs } = await finder.ask(query);
  const shown = await finder.show(results.slice(0, 3));
  console.log(JSON.stringify({ urls: shown.map(({ url }) => url), readAs }));
}
