"use strict";
// Choosing a value and showing its words; serves the curator's page and the read-only report alike.

const proof = (() => {
  const record = document.getElementById("record");
  const sources = ["text", "pages"].map((id) => document.getElementById(id)).filter(Boolean);

  const rows = () => [...record.querySelectorAll(".row")];
  const now = () => record.querySelector(".row.now");
  const rowOf = (key) => rows().find((row) => row.dataset.key === key);

  function marksOf(row) {
    const name = row.dataset.out ? "data-out" : "data-items";
    return sources.flatMap((source) => [...source.querySelectorAll(`[${name}~="${row.dataset.number}"]`)]);
  }

  function bringIntoView(element, container) {
    if (!container || !container.clientHeight) return;
    const inside = element.getBoundingClientRect();
    const around = container.getBoundingClientRect();
    if (inside.top < around.top + 40 || inside.bottom > around.bottom - 40)
      container.scrollTo({ top: container.scrollTop + inside.top - around.top - container.clientHeight / 3, behavior: "instant" });
  }

  function choose(row, { focus = true, scroll = true } = {}) {
    for (const old of document.querySelectorAll("mark.chosen, rect.chosen")) old.classList.remove("chosen");
    for (const other of record.querySelectorAll(".row.now")) {
      if (other === row) continue;
      other.classList.remove("now");
      other.querySelector(".choose").setAttribute("aria-pressed", "false");
      other.querySelector(".more").hidden = true;
    }
    row.classList.add("now");
    row.querySelector(".choose").setAttribute("aria-pressed", "true");
    row.querySelector(".more").hidden = false;
    const marks = marksOf(row);
    for (const mark of marks) mark.classList.add("chosen");
    if (scroll)
      for (const source of sources) {
        const first = marks.find((mark) => source.contains(mark));
        if (first) {
          bringIntoView(first, source);
          // passages out of sight get their true height only now, so the words are looked for once more
          requestAnimationFrame(() => bringIntoView(first, source));
        }
      }
    if (focus) row.querySelector(".choose").focus({ preventScroll: true });
    if (getComputedStyle(record).overflowY === "visible") row.scrollIntoView({ block: "nearest" });
    else bringIntoView(row, record);
  }

  function step(by, wanted = () => true) {
    const all = rows();
    if (!all.length) return false;
    const here = all.indexOf(now());
    for (let moved = 1; moved <= all.length; moved++) {
      const start = here < 0 && by < 0 ? 0 : here;
      const row = all[(start + by * moved + all.length * 2) % all.length];
      if (wanted(row)) {
        choose(row);
        return true;
      }
    }
    return false;
  }

  record.addEventListener("click", (event) => {
    const button = event.target.closest(".choose");
    if (button) choose(button.closest(".row"));
  });

  for (const source of sources)
    source.addEventListener("click", (event) => {
      const mark = event.target.closest("[data-items], [data-out]");
      if (!mark || !getSelection().isCollapsed) return;
      const out = !mark.dataset.items;
      const numbers = (mark.dataset.items || mark.dataset.out).split(" ");
      const found = rows().filter((row) => numbers.includes(row.dataset.number) && Boolean(row.dataset.out) === out);
      // a second click on words that prove several values goes on to the next of them
      if (found.length) choose(found[(found.indexOf(now()) + 1) % found.length], { scroll: false });
    });

  const typing = (event) => event.target.closest("input, select, textarea, dialog");
  const enabled = () => localStorage.getItem("caseextract-single-keys") !== "off";

  document.addEventListener("keydown", (event) => {
    if (typing(event) || event.ctrlKey || event.metaKey || event.altKey) return;
    const inText = sources.includes(event.target);
    if ((event.key === "j" && enabled()) || (event.key === "ArrowDown" && !inText)) step(1);
    else if ((event.key === "k" && enabled()) || (event.key === "ArrowUp" && !inText)) step(-1);
    else return;
    event.preventDefault();
  });

  return { record, sources, rows, now, rowOf, choose, step, typing, enabled };
})();
