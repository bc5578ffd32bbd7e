// The search box of every page: a combobox that offers pages while one types (WAI-ARIA, editable
// combobox with list).

import { activate, closeOffers, showOffers } from "./offers.js";
import { readSettings } from "./settings.js";

// Milliseconds without a key before an answer is looked for, when keys come faster than that.
const PAUSE = 80;
// `window.name` carries the query to the search page, so no address holds it.
export const CARRIED = "search ";

// Called once by the loader; `place` is where the search page shows results, else null.
export async function start(
  form,
  place,
  read,
  loadMore = (name) =>
    import(new URL((place ?? form).dataset[name] ?? form.dataset[name], document.baseURI)),
) {
  const settings = readSettings(form, read, loadMore);
  enhance(form, place, settings);
  if (place) (await loadMore("page")).enhancePage(form, place, settings);
  form.dataset.ready = "1";
}

function enhance(form, place, settings) {
  const [input, list, status, help] = ["input", "list", "status", "help"].map((name) =>
    form.querySelector(`.search-box__${name}`),
  );
  const box = { input, list, status, help, place, settings, active: -1, asked: 0, timer: 0 };
  settings.finder.open(settings.lang);
  list.id = "search-box-list";
  declareRoles(input, list);
  hearTyping(box);
  hearKeys(box);
  hearLeaving(box, form);
  if (input.value.trim() && !form.dataset.asked) offer(box); // typed while this was on its way
}

function declareRoles(input, list) {
  const roles = {
    role: "combobox",
    "aria-autocomplete": "list",
    "aria-expanded": "false",
    "aria-controls": list.id,
  };
  for (const [name, value] of Object.entries(roles)) input.setAttribute(name, value);
  list.setAttribute("role", "listbox");
}

function offer(box) {
  return showOffers(box).catch(() => {
    closeOffers(box);
    box.status.textContent = box.settings.labels.offline;
  });
}

function hearTyping(box) {
  let last = -PAUSE;
  box.input.addEventListener("input", () => {
    clearTimeout(box.timer);
    const hurried = performance.now() - last < PAUSE;
    last = performance.now();
    box.timer = setTimeout(() => offer(box), hurried ? PAUSE : 0);
  });
}

function hearKeys(box) {
  const { input, list } = box;
  input.addEventListener("keydown", (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && !list.hidden) event.preventDefault(), activate(box, box.active + step);
    if (event.key === "Escape" && !list.hidden) event.preventDefault(), closeOffers(box);
    if (event.key === "Enter" && box.active >= 0)
      event.preventDefault(), list.children[box.active].click();
  });
  // The box keeps the focus, however slow the press.
  list.addEventListener("mousedown", (event) => event.preventDefault());
}

function hearLeaving(box, form) {
  const leave = () => (clearTimeout(box.timer), closeOffers(box));
  form.addEventListener("submit", () => {
    leave();
    window.name = CARRIED + box.input.value;
  });
  addEventListener("pagehide", () => (leave(), (box.status.textContent = "")));
  form.addEventListener("focusout", ({ relatedTarget }) => {
    if (!form.contains(relatedTarget)) setTimeout(() => closeOffers(box), 200);
  });
}
