/* Buttons that copy: the whole text of a release, a citation, a quote with who said it. Without
   this module the page has the same text, files and citation; the buttons are shown only where the
   browser can copy. */

async function textOf(button) {
  if (button.dataset.copyFrom) return (await fetch(button.dataset.copyFrom)).text();
  return button.dataset.copyText;
}

/** A button below each quote of the text; what it copies, lists and all, is on the page ready made. */
function offerQuotes(buttons) {
  const quotes = [...document.querySelectorAll(".prose blockquote")];
  for (const [place, text] of JSON.parse(buttons.dataset.quotes ?? "[]").entries()) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "copy__button";
    button.textContent = buttons.dataset.quote;
    button.dataset.copyText = text;
    quotes[place].after(button);
    offer(button, buttons.dataset.done);
  }
}

function offer(button, done) {
  const label = button.textContent;
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(await textOf(button));
    button.textContent = done;
    setTimeout(() => {
      button.textContent = label;
    }, 2000);
  });
}

const buttons = globalThis.document?.querySelector('[data-module="copy"]');
if (buttons && navigator.clipboard) {
  buttons.hidden = false;
  for (const button of buttons.querySelectorAll("button")) offer(button, buttons.dataset.done);
  offerQuotes(buttons);
}
