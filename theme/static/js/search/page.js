// The search page: all results with their passages, narrowed by section, year and topic.

import { CARRIED } from "./box.js";
import { drawFacets, kept } from "./facets.js";
import { findPassage } from "./passage.js";
import { about, element, markedNodes, resultTitle, showNeed, summaryOf } from "./result.js";
import { said } from "./words.js";

const SHOWN = 10;
const PARTS = ["list", "status", "help", "retired", "read-as", "narrow", "facets", "more", "title"];

// `form` is the search box, `place` where the results go; `settings` are those of the box.
export function enhancePage(form, place, settings) {
  const parts = Object.fromEntries(
    PARTS.map((name) => [name, place.querySelector(`.search-page__${name}`)]),
  );
  settings.labels = { ...settings.labels, ...JSON.parse(place.dataset.labels) };
  const input = form.querySelector(".search-box__input");
  const state = { answer: null, text: "", shown: SHOWN, chosen: {}, turn: 0 };

  const clear = () => {
    for (const name of ["list", "facets", "read-as"]) parts[name].replaceChildren();
  };
  const draw = async () => {
    const turn = (state.turn += 1);
    const { answer } = state;
    const groups = await settings.finder.facets(answer.results);
    const chosen = kept(answer.results, groups, state.chosen);
    const results = await settings.finder.show(chosen.slice(0, state.shown));
    if (turn !== state.turn) return;
    parts.list.replaceChildren(...results.map((result) => row(result, answer, settings)));
    parts.status.textContent = said(chosen.length, settings);
    parts.more.hidden = chosen.length <= state.shown;
    parts.narrow.hidden = !drawFacets(
      parts.facets,
      groups,
      answer.results,
      state.chosen,
      settings.labels,
      draw,
    );
  };
  const ask = async (options = {}) => {
    const text = input.value;
    const turn = (state.turn += 1);
    place.hidden = !text.trim();
    if (place.hidden) return;
    try {
      const answer = await settings.finder.ask(text, options);
      if (turn !== state.turn) return;
      Object.assign(state, { answer, text, shown: SHOWN, chosen: {} });
      showNeed(parts.help, answer.need || (answer.results.length ? "" : "none"), settings.cards);
      if (parts.retired) parts.retired.hidden = !answer.retired;
      sayHowRead(parts["read-as"], answer, text, settings.labels.said, () =>
        ask({ literal: true }),
      );
      await draw();
    } catch {
      if (turn !== state.turn && state.text === text) return;
      clear(),
        showNeed(parts.help, "", settings.cards),
        (parts.more.hidden = parts.narrow.hidden = true);
      parts.status.textContent = settings.labels.offline;
    }
  };
  parts.more.addEventListener("click", () => ((state.shown += SHOWN), draw()));
  place
    .querySelector(".search-page__all")
    .addEventListener("click", (event) => (event.preventDefault(), (place.hidden = true)));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    window.name = ""; // the box has just put the query there, and it would outlive the page
    ask();
  });
  addEventListener("pagehide", () => {
    state.turn += 1;
    place.hidden = true;
    clear(), (parts.status.textContent = "");
  });
  if (window.name.startsWith(CARRIED)) {
    input.value = window.name.slice(CARRIED.length);
    window.name = "";
    ask();
  } else if (form.dataset.asked) ask();
}

// "Results for …", when words were read as others, and a way back to those that were typed.
function sayHowRead(place, { readAs }, text, { read_as: said, literal }, askLiterally) {
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

function row(result, answer, { root, labels, lang }) {
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
