/* Buttons that copy: the whole text of a release, a citation, a quote with who said it. Without
   this module the page has the same text, files and citation; the buttons are shown only where the
   browser can copy. */

/** What a quote says when it stands alone: its words, then its last paragraph as the speaker. */
export function quotation(paragraphs) {
  const [speaker, ...said] = [...paragraphs.map((text) => text.trim())].reverse();
  return said.length ? `${said.reverse().join("\n")}\n— ${speaker}` : speaker;
}

async function textOf(button) {
  if (button.dataset.copyFrom) return (await fetch(button.dataset.copyFrom)).text();
  return button.dataset.copyText;
}

function offerQuotes(buttons) {
  for (const quote of document.querySelectorAll(".prose blockquote")) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "copy__button";
    button.textContent = buttons.dataset.quote;
    button.dataset.copyText = quotation(
      [...quote.querySelectorAll("p")].map((part) => part.textContent),
    );
    quote.after(button);
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
