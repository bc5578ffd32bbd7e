/* Nothing of the search is loaded until somebody goes to its box, or comes from it to the search
   page. A page that is left forgets what was typed, since browsers keep it as it was for whoever
   presses Back. */

const form = document.querySelector('[data-module="search-box"]');
const place = document.querySelector('[data-module="search-page"]');
// From now on Enter and Find send the question; before, it would have been lost.
form.querySelector("button").removeAttribute("form");
const { root, script, table } = form.dataset;
const files = {};

// The text of a file of the folder search/.
const read = (name) => {
  const text = async () => {
    const answer = await fetch(`${root}search/${name}`, {
      credentials: "omit",
      referrerPolicy: "no-referrer",
    });
    if (!answer.ok) throw new Error(name);
    return answer.text();
  };
  files[name] ??= text();
  files[name].catch(() => delete files[name]); // what failed is asked for again
  return files[name];
};

// What every answer needs is on its way while the script is.
let begun;
const begin = () => {
  for (const name of [`${form.lang}.json`, table]) read(name);
  begun ??= import(script).then(({ start }) => start(form, place, read));
  begun.catch(() => (begun = undefined)); // else the form leads to the index
};

// A question that is sent before the script has come waits for it: on the search page there, else
// in window.name.
form.addEventListener("submit", (event) => {
  if (form.dataset.ready) return;
  if (!place) return void (window.name = `search ${form.querySelector("input").value}`);
  event.preventDefault();
  form.dataset.asked = "1";
  begin();
});

if (place && window.name.startsWith("search ")) begin();
else form.addEventListener("focusin", begin);
if (form.contains(document.activeElement)) begin(); // typed in before this script had come
addEventListener("pagehide", () => form.reset());
