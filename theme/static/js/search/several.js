// What texts of several words ask for: by phrases, and by what was learned from examples. Few need it, so
// it is a script of its own.

import { createJudge } from "./learned.js";

// The needs by the `table` and by the phrases of several words in `files` too, one for each script.
export async function needOfSeveral(createNeed, table, files) {
  const scripts = await Promise.all(files);
  const both = ["danger", "care", "never"].map((kind) => [
    kind,
    [table[kind], ...scripts.map(({ phrases }) => phrases[kind])].join("|"),
  ]);
  const sets = Object.assign({}, ...scripts.map((one) => one.sets));
  return createNeed({ ...table, sets, ...Object.fromEntries(both) }, createJudge(scripts));
}
