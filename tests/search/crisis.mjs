// Is it a call for help? {"lang": …, "text": …, "phrases": …} a line in, true or false a line out.

import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { createStemmer } from "../../theme/static/js/search/stemmer.js";
import { isCrisis } from "../../theme/static/js/search/words.js";

const table = (lang) => JSON.parse(readFileSync(new URL(`../../plugins/search/tables/${lang}.json`, import.meta.url), "utf-8"));
for await (const line of createInterface({ input: process.stdin })) {
  const { lang, text, phrases } = JSON.parse(line);
  console.log(isCrisis(text, phrases, createStemmer(table(lang))));
}
