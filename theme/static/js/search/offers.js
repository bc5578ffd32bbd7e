// The list under the search box: the pages it offers, and which of them is chosen.

import { option, showNeed } from "./result.js";
import { said } from "./words.js";

const OFFERED = 6;
const SAID_AFTER = 300; // ms after the list was shown: words for a number are slow to make

// Chooses the option at `to`, or none: before the first and after the last is the box itself.
export function activate(box, to) {
  const options = [...box.list.children];
  const places = options.length + 1;
  const at = (to + places) % places;
  box.active = at === options.length ? -1 : at;
  for (const [place, option] of options.entries())
    option.setAttribute("aria-selected", String(place === box.active));
  if (box.active < 0) box.input.removeAttribute("aria-activedescendant");
  else box.input.setAttribute("aria-activedescendant", options[box.active].id);
  options[box.active]?.scrollIntoView({ block: "nearest" });
}

export function closeOffers(box) {
  box.asked += 1; // an answer that is on its way comes too late
  box.list.replaceChildren();
  box.list.hidden = true;
  showNeed(box.help, "", box.settings.cards);
  box.input.setAttribute("aria-expanded", "false");
  activate(box, -1);
}

// Shows the first option before the others have all been asked for.
export async function showOffers(box) {
  const text = box.input.value;
  const turn = (box.asked += 1);
  const answer = await box.settings.finder.ask(text);
  const first = optionsOf(box, answer, 0, 1);
  await new Promise((rest) => setTimeout(rest));
  const others = optionsOf(box, answer, 1, OFFERED);
  const begin = await first;
  if (turn !== box.asked) return;
  const chosen = box.list.children[box.active]?.href;
  showHelp(box, answer, text);
  showFirst(box, begin, answer);
  chooseAgain(box, chosen);
  const end = await others;
  if (turn !== box.asked) return;
  box.list.append(...end);
  chooseAgain(box, chosen);
  setTimeout(() => turn === box.asked && sayNumber(box, answer, text), SAID_AFTER);
}

async function optionsOf({ list, settings }, answer, from, to) {
  const shown = await settings.finder.show(answer.results.slice(from, to));
  return shown.map((result, at) => option(result, from + at, answer, settings, list.id));
}

// The search page has cards of its own.
function showHelp({ place, help, settings }, { need, results }, text) {
  if (place) return;
  showNeed(help, need || (results.length || !text.trim() ? "" : "none"), settings.cards);
}

function showFirst(box, options, { results }) {
  activate(box, -1);
  box.list.replaceChildren(...options);
  box.list.hidden = !results.length;
  box.input.setAttribute("aria-expanded", String(!box.list.hidden));
}

// The option that leads to `address` is chosen once more, unless another has been since.
function chooseAgain(box, address) {
  if (box.active < 0)
    activate(
      box,
      [...box.list.children].findIndex(({ href }) => href === address),
    );
}

function sayNumber({ status, settings }, { results }, text) {
  status.textContent = text.trim() && said(results.length, settings);
}
