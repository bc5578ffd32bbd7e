/* A jump within the page, and the same page in another language, take the place of the entry that
   the page has in the history: Back after the exit link then shows neither. Links to other pages
   make an entry as ever. */

/** Whether a click on the link to `href` only moves the reader on the page at `here`. */
export function stays(href, here) {
  const [target, page] = [new URL(href), new URL(here)];
  const jumps = target.hash !== "";
  target.hash = "";
  page.hash = "";
  return jumps && target.href === page.href;
}

const plain = ({ button, ctrlKey, metaKey, shiftKey, altKey }) =>
  !(button || ctrlKey || metaKey || shiftKey || altKey);

globalThis.document?.addEventListener("click", (event) => {
  const link = event.target.closest("a[href]");
  if (!link || event.defaultPrevented || !plain(event)) return;
  if (!stays(link.href, location.href) && !link.matches(".language-menu a")) return;
  event.preventDefault();
  location.replace(link.href);
});
