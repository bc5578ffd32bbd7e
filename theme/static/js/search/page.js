// The search page: all results with their passages, narrowed by section, year and topic.

import { CARRIED } from "./box.js";
import { about, element, markedNodes, resultTitle, summaryOf } from "./result.js";
import { findPassage } from "./passage.js";
import { said } from "./words.js";

const SHOWN = 10;

// `form` is the search box, `place` where the results go; `settings` are those of the box.
export function enhancePage(form, place, settings) {
  const [list, status, help, facets, more] = ["list", "status", "help", "facets", "more"].map((name) => place.querySelector(`.search-page__${name}`));
  settings.labels = { ...settings.labels, ...JSON.parse(place.dataset.labels) };
  const input = form.querySelector(".search-box__input");
  const state = { answer: null, shown: SHOWN, chosen: {}, turn: 0 };

  const draw = async () => {
    const turn = (state.turn += 1);
    const { answer } = state;
    const groups = await answer.language.index.facets();
    const kept = answer.results.filter(({ page }) => Object.entries(state.chosen).every(([facet, value]) => groups[facet][value]?.includes(page)));
    const results = await settings.finder.show(kept.slice(0, state.shown));
    if (turn !== state.turn) return;
    list.replaceChildren(...results.map((result) => row(result, answer, settings)));
    status.textContent = said(kept.length, settings);
    more.hidden = kept.length <= state.shown;
    facets.replaceChildren(...choices(groups, answer.results, state, settings.labels, draw));
  };
  const ask = async () => {
    const text = input.value;
    place.hidden = !text.trim();
    if (place.hidden) return;
    const answer = await settings.finder.ask(text);
    if (text !== input.value) return;
    Object.assign(state, { answer, shown: SHOWN, chosen: {} });
    help.hidden = !answer.need;
    await draw();
  };
  more.addEventListener("click", () => ((state.shown += SHOWN), draw()));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    window.name = ""; // the box has just put the query there, and it would outlive the page
    ask();
  });
  addEventListener("pagehide", () => {
    state.turn += 1;
    place.hidden = true;
    for (const part of [list, facets, status]) part.replaceChildren();
  });
  if (window.name.startsWith(CARRIED)) {
    input.value = window.name.slice(CARRIED.length);
    window.name = "";
    ask();
  }
}

function row(result, answer, { root, labels, lang }) {
  const link = element("a", "", resultTitle(result, answer));
  link.href = root + result.url;
  const summary = summaryOf(result, answer);
  const made = element("li", "search-result", link, element("p", "search-result__about", ...about(result, labels, lang)), summary);
  if (!summary.querySelector("mark")) findPassage(made, link.href, answer, (text) => summary.replaceChildren(...markedNodes(text, answer)));
  return made;
}

// A choice for each facet in which the results differ.
function choices(groups, results, state, labels, draw) {
  const found = new Set(results.map(({ page }) => page));
  const names = { section: labels.sections, topic: labels.topic };
  return Object.entries(groups).flatMap(([facet, values]) => {
    const there = Object.entries(values).map(([value, pages]) => [value, pages.filter((page) => found.has(page)).length]).filter(([, count]) => count);
    if (there.length < 2) return [];
    const select = element("select", "search-page__choice", new Option(labels.all, ""), ...there.map(([value, count]) => new Option(`${names[facet]?.[value] ?? value} (${count})`, value)));
    select.value = state.chosen[facet] ?? "";
    select.addEventListener("change", () => {
      if (select.value) state.chosen[facet] = select.value;
      else delete state.chosen[facet];
      draw();
    });
    return [element("label", "search-page__facet", labels.facets[facet], " ", select)];
  });
}
