/* Nothing of the search is loaded until somebody goes to its box, or comes from it to the search page. A page that is
   left forgets what was typed, since browsers keep it as it was for whoever presses Back. */

const form = document.querySelector('[data-module="search-box"]');
const place = document.querySelector('[data-module="search-page"]');
const begin = () => import(form.dataset.script).then(({ start }) => start(form, place), () => undefined); // else the form leads to the index

if (place && window.name.startsWith("search ")) begin();
else form.addEventListener("focusin", begin, { once: true });
addEventListener("pagehide", () => form.reset());
