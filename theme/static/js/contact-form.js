/* A page with a form that is shown again, by Back or after a restart, does not show what was written in it. */

globalThis.addEventListener?.("pageshow", () => {
  for (const form of document.forms) form.reset();
});
