// The passage of a page that holds what was asked for, from the page itself: its bytes serve again
// when it is opened.

import { wantedStems } from "./words.js";

const AROUND = 80; // letters before and after

// Calls `put` with the passage once `row` is in view, and lets `link` lead to the heading that it
// stands under; never where the reader saves data, or in a folder (`file:`). `answer` has the
// clauses of the language of the page.
export function findPassage(row, link, { clauses, language }, put) {
  if (
    navigator.connection?.saveData ||
    !window.IntersectionObserver ||
    location.protocol === "file:"
  )
    return;
  const seen = new IntersectionObserver(async ([{ isIntersecting }]) => {
    if (!isIntersecting) return;
    seen.disconnect();
    const text = (await readPage(link.href))?.querySelector(".prose");
    const wanted = wantedStems(clauses);
    const part = text && bestPart(partsOf(text), wanted, language.stemmer);
    if (!part) return;
    if (part.anchor) link.hash = part.anchor;
    const passage = passageOf(part.text, wanted, language.stemmer);
    if (passage) put(passage);
  });
  seen.observe(row);
}

// The parts of a text, each with the anchor of its heading; the first has none.
function partsOf(text) {
  const parts = [{ anchor: "", text: "" }];
  for (const child of text.children) {
    if (/^H[2-4]$/.test(child.tagName) && child.id) parts.push({ anchor: child.id, text: "" });
    parts[parts.length - 1].text += ` ${child.textContent}`;
  }
  return parts;
}

// The part with most of the wanted stems, the first of those that have as many; none when no part
// has any.
export function bestPart(parts, wanted, stemmer) {
  const had = (text) =>
    new Set(
      stemmer
        .words(text)
        .flatMap(stemmer.stems)
        .filter((stem) => wanted.has(stem)),
    ).size;
  const counted = parts.map((part) => ({ ...part, had: had(part.text) }));
  const best = counted.reduce((most, part) => (part.had > most.had ? part : most));
  return best.had ? best : null;
}

// The page at `address`, read by the browser itself: the policy of the site lets no script turn
// text into a document.
function readPage(address) {
  return new Promise((resolve) => {
    const request = Object.assign(new XMLHttpRequest(), {
      onloadend: () => resolve(request.status === 200 ? request.responseXML : null),
    });
    request.open("GET", address);
    request.responseType = "document";
    request.send();
  });
}

// The words around the first one in `text` with a stem in `wanted`; empty when there is none.
export function passageOf(text, wanted, stemmer) {
  const plain = text.replace(/\s+/g, " ").trim();
  const lower = plain.toLowerCase();
  const word = stemmer
    .words(plain)
    .find((one) => stemmer.stems(one).some((stem) => wanted.has(stem)));
  const at = word ? lower.indexOf(word) : -1;
  if (at < 0) return "";
  const from = at > AROUND ? plain.indexOf(" ", at - AROUND) + 1 : 0;
  const to =
    at + word.length + AROUND < plain.length
      ? plain.lastIndexOf(" ", at + word.length + AROUND)
      : plain.length;
  return `${from ? "… " : ""}${plain.slice(from, to)}${to < plain.length ? " …" : ""}`;
}
