// Begins the editor: our ways of writing files, our buttons, the site's stylesheet, then its forms.

import { component, names } from "./components.js";
import { dataFormat } from "./data-file.js";
import { format } from "./front-matter.js";
import { fromRoot, toPage } from "./media-links.js";
import { textPreview } from "./preview.js";

const PREFERENCES = "sveltia-cms.prefs";

// Formats of pages differ in how far a link to a picture climbs.
function registerPages(CMS, { fields, depths, unreadable }) {
  const { fromFile, toFile } = format(fields, unreadable);
  for (const name of depths) {
    const depth = Number(name.split("-")[1]);
    CMS.registerCustomFormat(name, "md", {
      fromFile: (text) => fromRoot(fromFile(text), depth),
      toFile: (values) => toFile(toPage(values, depth)),
    });
  }
}

function registerData(CMS, { data, unreadable }) {
  for (const [name, form] of Object.entries(data))
    CMS.registerCustomFormat(name, "toml", dataFormat(form, unreadable));
}

function registerButtons(CMS, { components, numbers }) {
  for (const name of names) CMS.registerEditorComponent(component(name, components[name], numbers));
}

function registerPreviews(CMS, { stylesheets, directions, cms }) {
  for (const address of stylesheets) CMS.registerPreviewStyle(address);
  CMS.registerPreviewStyle("preview.css");
  const preview = textPreview(directions);
  for (const { name, files } of cms.collections)
    if (name && !files) CMS.registerPreviewTemplate(name, preview);
    else
      for (const file of name === "pages" ? files : [])
        CMS.registerPreviewTemplate(file.name, preview);
}

// The words of the editor's own buttons, unless somebody has chosen others; it reads them as soon as
// it is loaded.
function chooseButtons({ buttons }) {
  const chosen = JSON.parse(localStorage.getItem(PREFERENCES) ?? "{}");
  if (!buttons || chosen.locale) return;
  localStorage.setItem(PREFERENCES, JSON.stringify({ ...chosen, locale: buttons }));
}

function load(address) {
  return new Promise((resolve, reject) => {
    const script = document.createElement("script");
    Object.assign(script, { src: address, onload: resolve, onerror: reject });
    document.head.append(script);
  });
}

async function begin() {
  const answer = await fetch("config.json");
  const config = await answer.json();
  document.documentElement.lang = config.language;
  document.documentElement.toggleAttribute("data-local", Boolean(config.local));
  chooseButtons(config);
  window.CMS_MANUAL_INIT = true;
  await load("sveltia-cms.js");
  const { CMS } = window;
  registerPages(CMS, config);
  registerData(CMS, config);
  registerButtons(CMS, config);
  registerPreviews(CMS, config);
  CMS.init({ config: config.cms });
}

begin();
