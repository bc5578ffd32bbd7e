// What a page says of its search: its language, its files, its words.

import { createFinder } from "./finder.js";

// What a form says of itself in its data-* attributes; `read` is that of search-box.js.
export function readSettings({ dataset, lang }, read, loadMore) {
  const { root, table, fallback = "", need, labels, cards, counts, none } = dataset;
  const others = fallback.split(" ").filter(Boolean);
  const finder = createFinder({ lang, table, read, others, need, loadMore });
  return {
    finder,
    root,
    lang,
    none,
    labels: JSON.parse(labels),
    cards: JSON.parse(cards),
    counts: JSON.parse(counts),
    locales: [lang, ...others],
  };
}
