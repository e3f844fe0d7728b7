"use strict";
(() => {
  const box = document.getElementById("find"), asked = box.querySelector("input"), told = box.querySelector("output");
  const plain = words => words.normalize("NFKD").replace(/[\p{M}\u0640]/gu, "").toLowerCase();
  const group = row => row.closest("tbody")?.querySelector("[scope=rowgroup]")?.textContent ?? "";
  const entries = [...document.querySelectorAll(".finding, tbody tr, .plain li")]
    .filter(one => !one.querySelector("[scope=rowgroup]"))
    .map(one => [one, plain(group(one) + " " + one.textContent)]);
  const left = ".finding:not([hidden]), tbody:not([hidden]) > tr:not([hidden]), .plain li:not([hidden])";
  const folds = [...document.querySelectorAll("details.all")], opened = new Set();
  function show() {
    const words = plain(asked.value).split(/\s+/).filter(Boolean);
    let count = 0;
    for (const [one, text] of entries) {
      one.hidden = !words.every(word => text.includes(word));
      count += !one.hidden;
    }
    for (const body of document.querySelectorAll("#facts tbody")) body.hidden = [...body.rows].slice(1).every(row => row.hidden);
    for (const fold of folds) {
      const found = words.length && fold.querySelector(left);
      if (found && !fold.open) { fold.open = true; opened.add(fold); }
      if (!found && opened.delete(fold)) fold.open = false;
    }
    for (const part of document.querySelectorAll("section.part")) part.hidden = words.length > 0 && !part.querySelector(left);
    told.textContent = words.length ? `${count} of ${entries.length} entries` : "";
  }
  function follow() {
    const aim = document.getElementById(location.hash.slice(1)), fold = aim?.closest("details:not([open])");
    if (aim?.closest("[hidden]")) { asked.value = ""; show(); }
    if (fold) fold.open = true;
    aim?.scrollIntoView();
  }
  box.hidden = false;
  asked.addEventListener("input", show);
  addEventListener("hashchange", follow);
  if (asked.value) show();
  follow();
})();
