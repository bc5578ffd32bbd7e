// The search box of every page: a combobox that offers pages while one types (WAI-ARIA, editable combobox with list).

import { option, showNeed } from "./result.js";
import { readSettings } from "./settings.js";
import { said } from "./words.js";

const OFFERED = 6;
const SAID_AFTER = 300; // ms after the list was shown: words for the number of results are slow to make
const PAUSE = 80; // ms without a key before an answer is looked for, when keys come faster than that
export const CARRIED = "search "; // window.name carries the query to the search page, so no address holds it

// Called once by the loader; `place` is where the search page shows results, else null.
export async function start(
  form,
  place,
  read,
  loadMore = () => import(new URL(form.dataset.more, document.baseURI)),
) {
  const settings = readSettings(form, read, loadMore);
  enhance(form, place, settings);
  if (place) (await loadMore()).enhancePage(form, place, settings);
  form.dataset.ready = "1";
}

function enhance(form, place, settings) {
  const [input, list, status, help] = ["input", "list", "status", "help"].map((name) =>
    form.querySelector(`.search-box__${name}`),
  );
  const state = { active: -1, asked: 0, timer: 0, key: -PAUSE };
  settings.finder.open(settings.lang);
  list.id = "search-box-list";
  const roles = {
    role: "combobox",
    "aria-autocomplete": "list",
    "aria-expanded": "false",
    "aria-controls": list.id,
  };
  for (const [name, value] of Object.entries(roles)) input.setAttribute(name, value);
  list.setAttribute("role", "listbox");

  const activate = (to) => {
    const options = [...list.children];
    state.active = options.length ? (to + options.length + 1) % (options.length + 1) : -1;
    if (state.active === options.length) state.active = -1;
    for (const [at, option] of options.entries())
      option.setAttribute("aria-selected", String(at === state.active));
    if (state.active < 0) input.removeAttribute("aria-activedescendant");
    else input.setAttribute("aria-activedescendant", options[state.active].id);
    options[state.active]?.scrollIntoView({ block: "nearest" });
  };
  const close = () => {
    state.asked += 1; // an answer that is on its way comes too late
    list.replaceChildren();
    list.hidden = true;
    showNeed(help, "", settings.cards);
    input.setAttribute("aria-expanded", "false");
    activate(-1);
  };
  const offer = async () => {
    const text = input.value;
    const turn = (state.asked += 1);
    const answer = await settings.finder.ask(text);
    const results = answer.results.slice(0, OFFERED);
    const offers = (from, to) =>
      settings.finder
        .show(results.slice(from, to))
        .then((shown) =>
          shown.map((result, at) => option(result, from + at, answer, settings, list.id)),
        );
    const first = offers(0, 1);
    await new Promise((rest) => setTimeout(rest)); // the first is shown before the others have all been asked for
    const others = offers(1);
    const begin = await first;
    if (turn !== state.asked) return;
    const meant = list.children[state.active]?.href;
    const keep = () =>
      state.active < 0 && activate([...list.children].findIndex(({ href }) => href === meant));
    if (!place)
      showNeed(help, answer.need || (results.length || !text.trim() ? "" : "none"), settings.cards); // that page has cards of its own
    activate(-1);
    list.replaceChildren(...begin);
    list.hidden = !results.length;
    input.setAttribute("aria-expanded", String(!list.hidden));
    keep();
    const end = await others;
    if (turn !== state.asked) return;
    list.append(...end);
    keep();
    setTimeout(
      () =>
        turn === state.asked &&
        (status.textContent = text.trim() && said(answer.results.length, settings)),
      SAID_AFTER,
    );
  };
  const fail = () => (close(), (status.textContent = settings.labels.offline));
  input.addEventListener("input", () => {
    clearTimeout(state.timer);
    const hurried = performance.now() - state.key < PAUSE;
    state.key = performance.now();
    state.timer = setTimeout(() => offer().catch(fail), hurried ? PAUSE : 0);
  });
  input.addEventListener("keydown", (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && !list.hidden) event.preventDefault(), activate(state.active + step);
    if (event.key === "Escape" && !list.hidden) event.preventDefault(), close();
    if (event.key === "Enter" && state.active >= 0)
      event.preventDefault(), list.children[state.active].click();
  });
  list.addEventListener("mousedown", (event) => event.preventDefault()); // the box keeps the focus, however slow the press
  form.addEventListener("submit", () => {
    clearTimeout(state.timer), close();
    window.name = CARRIED + input.value;
  });
  addEventListener("pagehide", () => {
    clearTimeout(state.timer), close();
    status.textContent = "";
  });
  if (input.value.trim() && !form.dataset.asked) offer().catch(fail); // typed while this module was on its way
  form.addEventListener(
    "focusout",
    ({ relatedTarget }) => form.contains(relatedTarget) || setTimeout(close, 200),
  );
}
