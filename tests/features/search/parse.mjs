// The clauses of a query, {"lang": …, "query": …} a line in, [[sign, word, edits, boost], …] a line
// out.

import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { parseQuery } from "../../../theme/static/js/search/precise.js";
import { createStemmer } from "../../../theme/static/js/search/stemmer.js";

const table = (lang) =>
  JSON.parse(
    readFileSync(
      new URL(`../../../plugins/features/search/tables/${lang}.json`, import.meta.url),
      "utf-8",
    ),
  );
for await (const line of createInterface({ input: process.stdin })) {
  const { lang, query } = JSON.parse(line);
  const clauses = parseQuery(query, createStemmer(table(lang)));
  console.log(
    JSON.stringify(
      clauses.map(({ presence, word, edits, boost }) => [presence, word, edits, boost]),
    ),
  );
}
