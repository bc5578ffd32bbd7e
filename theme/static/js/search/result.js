// One result as it is shown: title, where and when, language, summary; what was asked for is marked.

import { marked, wantedStems } from "./words.js";

export function element(name, className, ...children) {
  const made = document.createElement(name);
  if (className) made.className = className;
  made.append(...children);
  return made;
}

// The text of a page in `lang` with <mark> around what was asked for.
export function markedNodes(text, answer, lang) {
  const { clauses, language } = answer.answers[lang];
  return marked(text, wantedStems(clauses), language.stemmer).map(([words, hit]) => (hit ? element("mark", "", words) : words));
}

// What stands below the title, as nodes: section, day, and the language when it is another one.
export function about(result, labels, lang) {
  const day = element("span", "", result.day);
  day.lang = result.lang;
  const said = [labels.sections[result.section], result.day && day, result.lang !== lang && labels.languages[result.lang]];
  return said.filter(Boolean).flatMap((part, at) => (at ? [" · ", part] : [part]));
}

export function resultTitle(result, answer) {
  const title = element("span", "search-result__title", ...markedNodes(result.title, answer, result.lang));
  title.lang = result.lang;
  return title;
}

export function summaryOf(result, answer) {
  const summary = element("p", "search-result__summary", ...markedNodes(result.summary, answer, result.lang));
  summary.lang = result.lang;
  return summary;
}

// One of the pages that the box offers, a link; `id` is that of their list.
export function option(result, at, answer, { root, labels, lang }, id) {
  const made = element("a", "search-box__option", resultTitle(result, answer), element("span", "search-box__about", ...about(result, labels, lang)));
  Object.assign(made, { id: `${id}-${at}`, href: root + result.url, tabIndex: -1 });
  made.setAttribute("role", "option");
  return made;
}

// Shows of the cards in `place` the one for `need`, or none.
export function showNeed(place, need) {
  for (const card of place.children) card.hidden = card.dataset.need !== need;
}
