/* A page with a form does not show what was written in it when it is shown again, by Back or after
   a restart: its fields are emptied when it is left, and put back to how they were made when it
   comes, since some browsers fill them in. And it sends the form itself: where no answer comes, the
   text stays where it is. Without this module the browser sends it. */

const WRITTEN = "textarea, input:not([type=hidden], [type=radio], [type=checkbox])";
const LONGEST = 60000; // ms

globalThis.addEventListener?.("pagehide", () => {
  for (const form of document.forms) {
    form.reset();
    for (const field of form.querySelectorAll(WRITTEN)) field.value = "";
  }
});
globalThis.addEventListener?.("pageshow", ({ persisted }) => {
  if (!persisted) for (const form of document.forms) form.reset();
});

/** What to do with an answer: `"go"` where it leads; let the browser send the form and `"show"` what
    comes, a page that has the text in it; or `"keep"` the text here, since whoever answered (a host
    without an endpoint, a server in front of one that is down) has lost it. */
export function next({ redirected, ok }, text) {
  if (redirected && ok) return "go";
  return text.includes("<textarea") ? "show" : "keep";
}

/** A form that was made while the endpoint was down has no id, by which a second try is the same
    message; the page that is there now may have one. */
async function identify({ elements }) {
  if (elements.id.value) return;
  const page = await (await fetch(location.pathname)).text();
  elements.id.value = /name="id" value="([^"]*)"/.exec(page)?.[1] ?? "";
}

/** What a browser would send: line breaks are those of HTML (4.10.22.7). */
function written(form) {
  const fields = [...new FormData(form)];
  return new URLSearchParams(
    fields.map(([name, value]) => [name, value.replace(/\r\n?|\n/g, "\r\n")]),
  );
}

async function send(form) {
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(), LONGEST);
  try {
    await identify(form);
    const body = written(form);
    const answer = await fetch(form.action, { method: "POST", body, signal: stop.signal });
    return [next(answer, await answer.text()), answer.url];
  } catch {
    return ["keep", ""];
  } finally {
    clearTimeout(timer);
  }
}

function enhance(form) {
  const button = form.querySelector(".contact-form__send");
  const failed = form.querySelector(".contact-form__failed");
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    if (button.disabled) return;
    button.disabled = true;
    failed.hidden = true;
    const [what, url] = await send(form);
    button.disabled = false;
    if (what === "go") location.assign(url);
    else if (what === "show") HTMLFormElement.prototype.submit.call(form);
    else failed.hidden = false;
  });
}

/* Where forms are sent to another name of the site their address is whole: its answers, and where
   they lead, cannot be read from here, so the browser sends them, as without this module. */
const form = globalThis.document?.querySelector(".contact-form");
if (form?.getAttribute("action").startsWith("/")) enhance(form);
