"use strict";
// Deciding on values: by mouse and by key; every decision goes to the server, which sends back what changed.

(() => {
  const desk = document.getElementById("desk");
  const said = document.getElementById("said");
  const adding = document.getElementById("adding");
  const offer = document.getElementById("offer");
  const text = document.getElementById("text");
  const address = `/articles/${desk.dataset.article}`;
  let words = null; // characters of the article's text that are chosen: { start, end, quote }
  const shown = new Map(); // the last HTML of each part, so that what did not change is left alone
  let busy = false;

  function say(message, wrong = false) {
    said.textContent = message;
    said.classList.toggle("wrong", wrong);
    clearTimeout(say.timer);
    say.timer = setTimeout(() => (said.textContent = ""), wrong ? 8000 : 4000);
  }

  // Characters as the record counts them: an emoji is one, where JavaScript counts two.
  const length = (part) => [...part].length;

  function placeOf(node, offset) {
    const inner = node.nodeType === Node.TEXT_NODE ? node.parentElement : node;
    const holder = inner.closest("[data-start]");
    if (!holder || !text.contains(holder)) return null;
    const before = document.createRange();
    before.setStart(holder, 0);
    before.setEnd(node, offset);
    return Number(holder.dataset.start) + length(before.toString());
  }

  function chosenWords() {
    const selection = getSelection();
    if (selection.isCollapsed || !selection.rangeCount) return null;
    const range = selection.getRangeAt(0);
    const start = placeOf(range.startContainer, range.startOffset);
    const end = placeOf(range.endContainer, range.endOffset);
    if (start === null || end === null) return null;
    const quote = selection.toString();
    const left = length(quote) - length(quote.trimStart());
    const right = length(quote) - length(quote.trimEnd());
    return end - right > start + left ? { start: start + left, end: end - right, quote: quote.trim() } : null;
  }

  document.addEventListener("selectionchange", () => {
    if (adding.open) return;
    words = chosenWords();
    offer.hidden = !words;
    if (!words) return;
    const box = getSelection().getRangeAt(0).getBoundingClientRect();
    offer.style.left = `${Math.max(8, Math.min(box.left, innerWidth - 240))}px`;
    offer.style.top = `${Math.max(8, Math.min(box.bottom + 6, innerHeight - 48))}px`;
  });
  offer.addEventListener("mousedown", (event) => event.preventDefault());

  async function post(asked) {
    if (busy) return null;
    busy = true;
    try {
      const answer = await fetch(`${address}/decisions`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify(asked),
      });
      const found = await answer.json();
      if (!answer.ok) return { refused: found.refused };
      show(found);
      return found;
    } catch {
      return { refused: "The program does not answer: is it still running?" };
    } finally {
      busy = false;
    }
  }

  function show({ said: message, key, parts }) {
    const was = proof.now()?.dataset.key;
    for (const [id, html] of Object.entries(parts)) {
      const part = document.getElementById(id);
      if (!part || shown.get(id) === html) continue;
      const top = part.scrollTop;
      part.innerHTML = html;
      part.scrollTop = top;
      shown.set(id, html);
    }
    say(message);
    const row = proof.rowOf(key ?? was) ?? proof.rowOf(was);
    if (row) proof.choose(row, { scroll: false });
  }

  async function act(action, row) {
    if (!row || row.dataset.out) return;
    if (action === "edit") return edit(row);
    const key = row.dataset.key;
    const done = await post({ action, key });
    if (done?.refused) say(done.refused, true);
    else if (done) proof.step(1);
  }

  async function accept_all() {
    const above = Number(document.getElementById("above").value);
    const done = await post({ action: "accept_all", above });
    if (done?.refused) say(done.refused, true);
  }

  async function undo() {
    const done = await post({ action: "undo" });
    if (done?.refused) say(done.refused, true);
  }

  async function fill(inputs, query) {
    const asked = new URLSearchParams(query).toString();
    inputs.dataset.asked = asked;
    const answer = await fetch(`${address}/form?${asked}`);
    const html = answer.ok ? await answer.text() : "";
    // an answer that came late must not wipe what is being typed into a later form
    if (inputs.dataset.asked !== asked) return;
    inputs.innerHTML = html;
    for (const input of inputs.querySelectorAll("[data-vocabulary]")) await offerWords(input);
  }

  const vocabularies = new Map();
  async function offerWords(input) {
    const name = input.dataset.vocabulary;
    if (!vocabularies.has(name)) vocabularies.set(name, await (await fetch(`/vocabularies/${name}`)).json());
    const list = document.createElement("datalist");
    list.id = `words-for-${input.id}`;
    document.getElementById(list.id)?.remove();
    const choices = (before) => list.replaceChildren(...vocabularies.get(name).map((word) => new Option("", before + word)));
    choices("");
    // of several names, the one after the last comma is being typed
    if (input.dataset.several)
      input.addEventListener("input", () => choices(input.value.includes(",") ? `${input.value.replace(/,[^,]*$/, "")}, ` : ""));
    document.getElementById("vocabularies").append(list);
    input.setAttribute("list", list.id);
  }

  const typed = (form) => Object.fromEntries([...form.querySelectorAll(".inputs [name]")].map((input) => [input.name, input.value]));

  async function edit(row) {
    if (row.querySelector("form.edit")) return;
    closeForms();
    if (proof.now() !== row) proof.choose(row);
    const form = document.getElementById("editing").content.cloneNode(true).firstElementChild;
    const chosen = words;
    if (chosen) {
      form.querySelector(".reproof").hidden = false;
      form.querySelector(".reproof span").textContent = chosen.quote;
    }
    row.append(form);
    await fill(form.querySelector(".inputs"), { key: row.dataset.key });
    form.querySelector(".inputs :is(input, select)")?.focus();
    form.addEventListener("submit", async (event) => {
      event.preventDefault();
      const asked = { action: "edit", key: row.dataset.key, typed: typed(form), why: form.elements.why.value };
      if (form.elements.reproof.checked) Object.assign(asked, { start: chosen.start, end: chosen.end });
      const done = await post(asked);
      if (done?.refused) form.querySelector(".refused").textContent = done.refused;
    });
  }

  function closeForms() {
    for (const form of proof.record.querySelectorAll("form.edit")) {
      const row = form.closest(".row");
      form.remove();
      row.querySelector(".choose").focus();
    }
  }

  // Adding: the words come from the selection, or are typed and found in the text.
  const quote = document.getElementById("quote");
  const found = document.getElementById("found");
  const parents = document.getElementById("parents");
  let proofWords = null;

  async function add() {
    proofWords = words;
    offer.hidden = true;
    quote.value = words ? words.quote : "";
    found.textContent = words ? "as chosen" : "";
    adding.querySelector(".refused").textContent = "";
    adding.querySelector("[name=why]").value = "";
    adding.showModal();
    (words ? parents : quote).focus();
    document.getElementById("inputs").dataset.asked = "";
    await inputsForNew();
  }

  async function inputsForNew() {
    const inputs = document.getElementById("inputs");
    const query = { field: parents.value.split("@")[0] };
    // the same kind of value for another course keeps what is typed
    if (inputs.dataset.asked !== new URLSearchParams(query).toString()) await fill(inputs, query);
  }
  parents.addEventListener("change", inputsForNew);

  function find() {
    const looked = quote.value.trim().toLowerCase();
    const from = proofWords ? proofWords.start + 1 : 0;
    const places = [];
    for (const passage of looked ? text.querySelectorAll(".passage") : []) {
      const whole = passage.textContent;
      for (let at = whole.toLowerCase().indexOf(looked); at >= 0; at = whole.toLowerCase().indexOf(looked, at + 1)) {
        const start = Number(passage.dataset.start) + length(whole.slice(0, at));
        const written = whole.slice(at, at + looked.length);
        places.push({ start, end: start + length(written), quote: written, passage });
      }
    }
    const next = places.find((place) => place.start >= from) ?? places[0];
    proofWords = next ?? null;
    found.textContent = next ? `${places.indexOf(next) + 1} of ${places.length}` : "not in the text";
    if (next) next.passage.scrollIntoView({ block: "center" });
    return next;
  }
  quote.addEventListener("input", () => {
    proofWords = null;
    found.textContent = "";
  });
  document.getElementById("find").addEventListener("click", find);

  adding.querySelector("form").addEventListener("submit", async (event) => {
    event.preventDefault();
    const refused = adding.querySelector(".refused");
    if (!proofWords && !find()) {
      refused.textContent = "Words: these do not stand in the text";
      return;
    }
    const [field, parent] = [parents.value.split("@")[0], parents.value.slice(parents.value.indexOf("@") + 1)];
    const form = event.target;
    const asked = { action: "add", field, parent, typed: typed(form), start: proofWords.start, end: proofWords.end };
    const done = await post({ ...asked, why: form.querySelector("[name=why]").value });
    if (done?.refused) refused.textContent = done.refused;
    else if (done) {
      adding.close();
      const row = proof.rowOf(done.key);
      if (row) proof.choose(row);
    }
  });

  const waits = (row) => row.classList.contains("doubtful");
  function doubtful() {
    if (!proof.step(1, waits)) say("No doubtful value is left in this article");
  }

  function keys() {
    const panel = document.getElementById("keys");
    panel.hidden = !panel.hidden;
    document.querySelector("[data-do=keys]").setAttribute("aria-expanded", String(!panel.hidden));
  }

  function showSource(what) {
    if (!document.querySelector("[data-show]")) return;
    desk.className = `desk show-${what}`;
    for (const button of document.querySelectorAll("[data-show]"))
      button.setAttribute("aria-pressed", String(button.dataset.show === what));
    if (proof.now()) proof.choose(proof.now());
  }

  function nextSource() {
    const order = ["text", "pages", "both"];
    showSource(order[(order.findIndex((what) => desk.classList.contains(`show-${what}`)) + 1) % 3]);
  }

  function close() {
    if (adding.open) adding.close();
    closeForms();
  }

  const doing = { doubtful, accept_all, undo, add, keys, close };
  document.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (!button) return;
    if (button.dataset.act) act(button.dataset.act, button.closest(".row"));
    else if (button.dataset.do) doing[button.dataset.do]();
    else if (button.dataset.show) showSource(button.dataset.show);
  });

  const pressed = {
    a: () => act("accept", proof.now()),
    e: () => act("edit", proof.now()),
    r: () => act("reject", proof.now()),
    n: doubtful,
    A: accept_all,
    u: undo,
    v: add,
    t: nextSource,
    g: () => (location.href = "/"),
    "]": () => document.getElementById("following")?.click(),
    "?": keys,
  };
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") closeForms();
    if (proof.typing(event) || event.ctrlKey || event.metaKey || event.altKey || !proof.enabled()) return;
    const run = pressed[event.key];
    if (!run) return;
    event.preventDefault();
    run();
  });

  const single = document.getElementById("single");
  single.checked = proof.enabled();
  single.addEventListener("change", () => localStorage.setItem("caseextract-single-keys", single.checked ? "on" : "off"));

  const wanted = new URLSearchParams(location.search).get("value");
  const first = wanted ? proof.rowOf(wanted) : (proof.rows().find(waits) ?? proof.rows()[0]);
  if (first) proof.choose(first, { focus: true });
})();
