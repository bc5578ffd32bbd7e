// BM25 as the Python package lunr computes it over the whole index: same scores, same order.

import { readPostings } from "./shards.js";

const BOOSTS = [8, 8, 3, 2, 1, 4]; // of plugins/features/search/fields.py, that of forms last
const WIDTH = BOOSTS.length;
const K1 = 1.2;

// Ranks `pages` pages for `clauses`, each { lines, fields, boost, presence }, where `lines` are the
// terms it stands for; of the pages those that are `allowed`.
export function rankPages(clauses, pages, allowed = () => true) {
  const terms = new Map();
  const matched = new Map(); // page * WIDTH + field, in the order in which lunr meets them
  for (const { lines, fields, boost, presence } of clauses) {
    if (presence === "-") continue;
    for (const line of lines) {
      const [name] = line;
      const term = terms.get(name) ?? readTerm(line, pages);
      terms.set(name, term);
      for (const field of fields ?? BOOSTS.keys()) {
        term.boosts[field] = (term.boosts[field] ?? 0) + boost;
        for (const [page, counts] of term.postings)
          if (counts[field]) matched.set(page * WIDTH + field, page);
      }
    }
  }
  const sorted = [...terms]
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .map(([, term]) => term);
  const scores = new Map();
  const add = (page, score) => allowed(page) && scores.set(page, (scores.get(page) ?? 0) + score);
  if (clauses.length && clauses.every(({ presence }) => presence === "-"))
    for (let page = 0; page < pages; page += 1) add(page, 0);
  const magnitudes = BOOSTS.map((_, field) =>
    Math.sqrt(sorted.reduce((sum, term) => sum + (term.boosts[field] ?? 0) ** 2, 0)),
  );
  for (const [place, page] of matched)
    add(page, similarity(sorted, page, place % WIDTH) / magnitudes[place % WIDTH] || 0);
  return [...scores]
    .map(([page, score]) => ({ page, score }))
    .sort((left, right) => right.score - left.score);
}

function readTerm(line, pages) {
  const postings = new Map(readPostings(line));
  return {
    postings,
    boosts: [],
    idf: Math.log(1 + (pages - postings.size + 0.5) / (postings.size + 0.5)),
    weights: {},
  };
}

function similarity(terms, page, field) {
  let sum = 0;
  for (const term of terms) {
    const count = term.boosts[field] && term.postings.get(page)?.[field];
    if (count) sum += term.boosts[field] * weigh(term, field, count);
  }
  return sum;
}

function weigh(term, field, count) {
  const score = ((term.idf * ((K1 + 1) * count)) / (K1 + count)) * BOOSTS[field];
  return (term.weights[field * 36 + count] ??= Number(score.toFixed(3)));
}
