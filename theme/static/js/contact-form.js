/* A page with a form does not show what was written in it when it is shown again, by Back or after
   a restart: its fields are emptied when it is left, and put back to how they were made when it
   comes, since some browsers fill them in. */

const WRITTEN = "textarea, input:not([type=hidden], [type=radio], [type=checkbox])";

globalThis.addEventListener?.("pagehide", () => {
  for (const form of document.forms) {
    form.reset();
    for (const field of form.querySelectorAll(WRITTEN)) field.value = "";
  }
});
globalThis.addEventListener?.("pageshow", ({ persisted }) => {
  if (!persisted) for (const form of document.forms) form.reset();
});
