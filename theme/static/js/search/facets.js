// The choices that narrow results down; those that are there stay, so that the keyboard does not
// lose its place.

import { element } from "./result.js";

// Those of `results` that are in every chosen group, but for the facet that is left out.
export function kept(results, groups, chosen, but) {
  const wanted = Object.entries(chosen).filter(([facet]) => facet !== but);
  return results.filter(({ lang, page }) =>
    wanted.every(([facet, value]) => groups[lang][facet][value]?.includes(page)),
  );
}

// Shows a choice for each facet in which `results` differ; each counts what the others leave. Is
// there any?
export function drawFacets(place, groups, results, chosen, labels, draw) {
  const names = { section: labels.sections, topic: labels.topic };
  const facets = Object.keys(labels.facets).filter(
    (facet) => countsOf(facet, groups, results, {}).size > 1,
  );
  for (const facet of Object.keys(labels.facets)) {
    const old = place.querySelector(`[data-facet="${facet}"]`);
    if (!facets.includes(facet)) old?.remove();
    else if (!old) place.append(choice(facet, labels, chosen, draw));
  }
  for (const facet of facets) {
    const select = place.querySelector(`[data-facet="${facet}"] select`);
    const counts = countsOf(facet, groups, results, chosen);
    const options = [...counts].map(
      ([value, count]) => new Option(`${names[facet]?.[value] ?? value} (${count})`, value),
    );
    select.replaceChildren(new Option(labels.all, ""), ...options);
    select.value = chosen[facet] ?? "";
  }
  return facets.length > 0;
}

// How many of the results that the other choices leave have each value of `facet`; what is chosen
// is always named.
function countsOf(facet, groups, results, chosen) {
  const left = kept(results, groups, chosen, facet);
  const values = new Set(Object.values(groups).flatMap((of) => Object.keys(of[facet])));
  const counts = [...values].map((value) => [
    value,
    left.filter(({ lang, page }) => groups[lang][facet][value]?.includes(page)).length,
  ]);
  return new Map(counts.filter(([value, count]) => count || chosen[facet] === value));
}

function choice(facet, labels, chosen, draw) {
  const select = element("select", "search-page__choice");
  select.addEventListener("change", () => {
    if (select.value) chosen[facet] = select.value;
    else delete chosen[facet];
    draw();
  });
  const made = element("label", "search-page__facet", labels.facets[facet], " ", select);
  made.dataset.facet = facet;
  return made;
}
