/* The exit link with JavaScript: the page is covered at once, its title and icon say nothing, and
   the target takes its place in the history. Shift pressed three times within five seconds does the
   same. Nothing is asked for but the target, and nothing is stored. Without this module it is a
   plain link. */

const PRESSES = 3;
const WITHIN = 5000; // ms
export const NOTHING = Object.freeze({ alone: false, times: [] });

/** What is known of the Shift key after an event. `times` are those (ms) at which it was pressed
    alone, lately. */
export function after(known, { type, key, time, repeat = false, modified = false }) {
  if (repeat) return known;
  if (key !== "Shift") return type === "keyup" ? known : NOTHING;
  if (type === "keydown") return { ...known, alone: !modified };
  if (!known.alone || modified) return NOTHING;
  return { alone: false, times: [...known.times.filter((before) => time - before < WITHIN), time] };
}

/** Whether it was pressed often enough to leave. */
export const enough = ({ times }) => times.length >= PRESSES;

/** What takes the place of the page: `leave` covers it and asks for the target of a link, `restore`
    shows it again. */
function cover(status, words) {
  const icon = document.querySelector('link[rel="icon"]');
  const before = { title: document.title, icon: icon?.href };
  const look = (title, image, leaving, said) => {
    document.title = title;
    if (icon) icon.href = image;
    document.body.classList.toggle("leaving", leaving);
    status.textContent = said;
  };
  return {
    leave({ href, hostname }) {
      look(hostname, "data:,", true, words.leaving);
      for (const form of document.forms) form.reset();
      window.name = ""; // may hold a query on its way to the search page
      location.replace(href);
    },
    restore: () => look(before.title, before.icon, false, ""),
  };
}

function listen(link, status, { leave, restore }) {
  let known = NOTHING;
  let timer = 0;
  const say = (words) => {
    status.textContent = words;
  };
  const hear = (event) => {
    const modified = event.ctrlKey || event.altKey || event.metaKey;
    const before = known.times.length;
    known = after(known, {
      type: event.type,
      key: event.key,
      time: event.timeStamp,
      repeat: event.repeat,
      modified,
    });
    if (enough(known)) return leave(link);
    if (known.times.length === before) return undefined;
    clearTimeout(timer);
    if (!known.times.length) return say("");
    timer = setTimeout(() => {
      known = NOTHING;
      say(link.dataset.over);
    }, WITHIN);
    return say(known.times.length === 1 ? link.dataset.first : link.dataset.second);
  };
  for (const type of ["keydown", "keyup", "pointerdown"]) addEventListener(type, hear, true);
  addEventListener("pageshow", () => {
    clearTimeout(timer);
    known = NOTHING;
    restore();
  });
}

function enhance(link) {
  const status = document.createElement("div");
  status.className = "exit-page";
  status.setAttribute("role", "status");
  document.body.append(status);
  const page = cover(status, link.dataset);
  for (const one of document.querySelectorAll('[data-module="exit-page"]')) {
    one.addEventListener("click", (event) => {
      event.preventDefault();
      page.leave(one);
    });
  }
  listen(link, status, page);
}

const link = globalThis.document?.querySelector('.exit-link[data-module="exit-page"]');
if (link) enhance(link);
