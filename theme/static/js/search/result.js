// One result as it is shown: title, where and when, language, summary; what was asked for is
// marked.

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
  return marked(text, wantedStems(clauses), language.stemmer).map(([words, hit]) =>
    hit ? element("mark", "", words) : words,
  );
}

// What stands below the title, as nodes: section, day, and the language when it is another one.
export function about(result, labels, lang) {
  const day = element("span", "", result.day);
  day.lang = result.lang;
  const said = [
    labels.sections[result.section],
    result.day && day,
    result.lang !== lang && labels.languages[result.lang],
  ];
  return said.filter(Boolean).flatMap((part, at) => (at ? [" · ", part] : [part]));
}

export function resultTitle(result, answer) {
  const title = element(
    "span",
    "search-result__title",
    ...markedNodes(result.title, answer, result.lang),
  );
  title.lang = result.lang;
  return title;
}

export function summaryOf(result, answer) {
  const summary = element(
    "p",
    "search-result__summary",
    ...markedNodes(result.summary, answer, result.lang),
  );
  summary.lang = result.lang;
  return summary;
}

// One of the pages that the box offers, a link; `id` is that of their list.
export function option(result, at, answer, { root, labels, lang }, id) {
  const made = element(
    "a",
    "search-box__option",
    resultTitle(result, answer),
    element("span", "search-box__about", ...about(result, labels, lang)),
  );
  Object.assign(made, { id: `${id}-${at}`, href: root + result.url, tabIndex: -1 });
  made.setAttribute("role", "option");
  return made;
}

// Shows in `place` the one of the `cards` that is for `need`, or none; the one that stands there
// stays.
export function showNeed(place, need, cards) {
  if ((place.firstChild?.dataset.need ?? "") === need) return;
  const parts = (cards[need] ?? []).map((part) =>
    typeof part === "string" ? element("p", "", part) : numbers(part),
  );
  place.replaceChildren(...(parts.length ? [element("div", "danger-card", ...parts)] : []));
  if (parts.length) place.firstChild.dataset.need = need;
}

// Numbers by place, each of which can be dialled.
function numbers(rows) {
  const items = rows.map(([where, number, dial, doubt]) => {
    if (!number) return element("li", "", where);
    const link = element("a", "number", Object.assign(element("bdi", "", number), { dir: "ltr" }));
    link.href = `tel:${dial}`;
    return element("li", "", `${where}: `, link, doubt ? ` (${doubt})` : "");
  });
  return element("ul", "danger-card__numbers", ...items);
}
