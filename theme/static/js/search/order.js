// The order of what was found, above that of the scores.

import { readPostings } from "./shards.js";

const FEW_TOGETHER = 2;
const RARER = 4; // times as many pages as the rarest word of a query has: such a word says little
const COMMON = 0.08; // of all pages; a word that fewer have says something

// On how many pages the word of a clause stands.
export const often = ({ lines }) => Math.max(0, ...lines.map((line) => readPostings(line).length));

const pagesWith = ({ lines }) =>
  new Set(lines.flatMap((line) => readPostings(line).map(([page]) => page)));

// Pages that have one of the telling words come before those that have only small words, or frequent
// ones, wherever those stand: "for" in a title says less than "contract" in a text.
export function rareFirst(ranked, clauses, { pages, small }) {
  const known = clauses.filter(({ lines }) => lines.length);
  const large = known.filter(({ word }) => !small.test(word));
  const most = Math.max(RARER * Math.min(...large.map(often)), COMMON * pages);
  const rare = large.filter((clause) => often(clause) <= most).map(pagesWith);
  return joined([ranked.filter(({ page }) => rare.some((having) => having.has(page))), ranked]);
}

// Of few words pages that have all of them come before those that have one, wherever that stands.
export function togetherFirst(ranked, clauses) {
  if (clauses.length < 2 || clauses.length > FEW_TOGETHER) return ranked;
  const having = clauses.map(pagesWith);
  const all = ranked.filter(({ page }) => having.every((pages) => pages.has(page)));
  return joined([all, ranked]);
}

// The pages that a rule of the editors names for these words come first.
export function pinned(results, { rules: { rules = [] }, stemmer }, clauses) {
  const asked = new Set(
    clauses.flatMap(({ word, lines }) => [...stemmer.stems(word), ...lines.map(([term]) => term)]),
  );
  const met = rules.filter(
    ([phrase, , alone]) =>
      (!alone || phrase.length === clauses.length) &&
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
