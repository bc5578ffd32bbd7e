// A result on the search page, and in which words its query was read.

import { findPassage } from "./passage.js";
import { about, element, markedNodes, resultTitle, summaryOf } from "./result.js";

// "Results for …", when words were read as others, and a way back to those that were typed.
export function sayHowRead(place, { readAs }, text, { read_as: said, literal }, askLiterally) {
  place.hidden = !readAs;
  if (!readAs) return place.replaceChildren();
  const button = Object.assign(
    element(
      "button",
      "search-page__literal",
      literal.replace("{query}", () => text),
    ),
    { type: "button" },
  );
  button.addEventListener("click", askLiterally);
  place.replaceChildren(
    said.replace("{query}", () => readAs),
    " ",
    button,
  );
}

export function row(result, answer, { root, labels, lang }) {
  const link = element("a", "", resultTitle(result, answer));
  link.href = root + result.url;
  const summary = summaryOf(result, answer);
  const made = element(
    "li",
    "search-result",
    link,
    element("p", "search-result__about", ...about(result, labels, lang)),
    summary,
  );
  findPassage(
    made,
    link,
    answer.answers[result.lang],
    (text) =>
      summary.querySelector("mark") ||
      summary.replaceChildren(...markedNodes(text, answer, result.lang)),
  );
  return made;
}
