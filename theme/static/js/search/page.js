// The search page: all results with their passages, narrowed by section, year and topic.

import { CARRIED } from "./box.js";
import { drawFacets, kept } from "./facets.js";
import { showNeed } from "./result.js";
import { row, sayHowRead } from "./row.js";
import { said } from "./words.js";

const SHOWN = 10;
const PARTS = ["list", "status", "help", "retired", "read-as", "narrow", "facets", "more", "title"];

// `form` is the search box, `place` where the results go; `settings` are those of the box.
export function enhancePage(form, place, settings) {
  const part = (name) => [name, place.querySelector(`.search-page__${name}`)];
  const parts = Object.fromEntries(PARTS.map(part));
  settings.labels = { ...settings.labels, ...JSON.parse(place.dataset.labels) };
  const input = form.querySelector(".search-box__input");
  const page = { form, place, settings, parts, input, shown: SHOWN, chosen: {}, turn: 0 };
  hearPage(page);
  addEventListener("pagehide", () => leavePage(page));
  if (window.name.startsWith(CARRIED)) {
    input.value = window.name.slice(CARRIED.length);
    window.name = "";
    askPage(page);
  } else if (form.dataset.asked) askPage(page);
}

function hearPage(page) {
  page.parts.more.addEventListener("click", () => ((page.shown += SHOWN), drawResults(page)));
  page.place.querySelector(".search-page__all").addEventListener("click", (event) => {
    event.preventDefault();
    page.place.hidden = true;
  });
  page.form.addEventListener("submit", (event) => {
    event.preventDefault();
    window.name = ""; // the box has just put the query there, and it would outlive the page
    askPage(page);
  });
}

function leavePage(page) {
  page.turn += 1;
  page.place.hidden = true;
  clearPage(page);
}

function clearPage({ parts }) {
  for (const name of ["list", "facets", "read-as", "status"]) parts[name].replaceChildren();
}

async function askPage(page, options = {}) {
  const text = page.input.value;
  const turn = (page.turn += 1);
  page.place.hidden = !text.trim();
  if (page.place.hidden) return;
  try {
    const answer = await page.settings.finder.ask(text, options);
    if (turn !== page.turn) return;
    Object.assign(page, { answer, text, shown: SHOWN, chosen: {} });
    showAnswer(page);
    await drawResults(page);
  } catch {
    if (turn !== page.turn && page.text === text) return;
    showOffline(page);
  }
}

function showAnswer(page) {
  const { answer, text, parts, settings } = page;
  showNeed(parts.help, answer.need || (answer.results.length ? "" : "none"), settings.cards);
  if (parts.retired) parts.retired.hidden = !answer.retired;
  const askLiterally = () => askPage(page, { literal: true });
  sayHowRead(parts["read-as"], answer, text, settings.labels.said, askLiterally);
}

function showOffline(page) {
  const { parts, settings } = page;
  clearPage(page);
  showNeed(parts.help, "", settings.cards);
  parts.more.hidden = parts.narrow.hidden = true;
  parts.status.textContent = settings.labels.offline;
}

async function drawResults(page) {
  const turn = (page.turn += 1);
  const { answer, parts, settings, chosen } = page;
  const groups = await settings.finder.facets(answer.results);
  const left = kept(answer.results, groups, chosen);
  const results = await settings.finder.show(left.slice(0, page.shown));
  if (turn !== page.turn) return;
  parts.list.replaceChildren(...results.map((result) => row(result, answer, settings)));
  parts.status.textContent = said(left.length, settings);
  parts.more.hidden = left.length <= page.shown;
  const redraw = () => drawResults(page);
  const facets = [parts.facets, groups, answer.results, chosen, settings.labels];
  parts.narrow.hidden = !drawFacets(...facets, redraw);
}
