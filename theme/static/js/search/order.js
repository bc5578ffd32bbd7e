// The order of what was found, above that of the scores.

import { readPostings } from "./shards.js";

const FEW_TOGETHER = 2;

// Of few words pages that have all of them come before those that have one, wherever that stands.
export function togetherFirst(ranked, clauses) {
  if (clauses.length < 2 || clauses.length > FEW_TOGETHER) return ranked;
  const having = clauses.map(
    ({ lines }) => new Set(lines.flatMap((line) => readPostings(line).map(([page]) => page))),
  );
  const all = ranked.filter(({ page }) => having.every((pages) => pages.has(page)));
  return joined([all, ranked]);
}

// The pages that a rule of the editors names for these words come first.
export function pinned(results, { rules: { rules = [] }, stemmer }, clauses) {
  const asked = new Set(
    clauses.flatMap(({ word, lines }) => [...stemmer.stems(word), ...lines.map(([term]) => term)]),
  );
  const met = rules.filter(([phrase]) =>
    phrase.every((stems) => stems.some((stem) => asked.has(stem))),
  );
  const closest = met.sort(([left], [right]) => right.length - left.length);
  return joined([closest.map(([, page]) => ({ page, score: Infinity })), results]);
}

export function joined(lists) {
  const seen = new Set();
  return lists
    .flat()
    .filter(({ page, lang = "" }) => !seen.has(`${lang}${page}`) && seen.add(`${lang}${page}`));
}
