// The stems of words, one JSON string a line in, one JSON list a line out: node stems.mjs TABLE

import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { createStemmer } from "../../../theme/static/js/search/stemmer.js";

const { stems } = createStemmer(JSON.parse(readFileSync(process.argv[2], "utf-8")));
const answers = [];
for await (const line of createInterface({ input: process.stdin }))
  answers.push(JSON.stringify(stems(JSON.parse(line))));
console.log(answers.join("\n"));
