"use strict";
(() => {
  const root = document.documentElement;
  root.classList.remove("no-js");
  const form = document.querySelector(".filters");
  if (!form) return;
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  // Vowelled or not, with hamza or without: the same word.
  const folded = (text) => text.normalize("NFKD").replace(/[\u0640\u064b-\u065f\u0670]/g, "").toLowerCase();
  const notes = all(".note").map((node) => {
    const article = node.closest("article");
    return { node, article, number: node.id.slice(1), level: node.dataset.level, rule: node.dataset.rule,
      words: folded(`${article.querySelector("h2").textContent} ${node.querySelector(".what").textContent} ${node.querySelector(".message").textContent}`) };
  });
  const byNumber = new Map(notes.map((note) => [note.number, note]));
  const marks = all("mark[data-n]").map((node) => ({ node, numbers: node.dataset.n.split(" ") }));
  const marksOf = new Map();
  for (const mark of marks) for (const number of mark.numbers) marksOf.set(number, [...(marksOf.get(number) ?? []), mark.node]);
  const articles = all("article");
  const levels = ["error", "warning", "suggestion"];
  const digits = new Intl.NumberFormat(root.dataset.locale, { useGrouping: false });
  const output = form.querySelector("output");
  const search = form.elements.search;
  const rules = all("input[name=rule]", form);
  // On a phone the articles come first.
  if (matchMedia("(max-width: 52rem)").matches) form.querySelector(".chart").open = false;

  function filter() {
    const chosen = new Set(all("input:checked", form).map((input) => input.value));
    const wanted = folded(search.value.trim());
    let count = 0;
    const busy = new Set();
    for (const note of notes) {
      const there = chosen.has(note.level) && chosen.has(note.rule) && note.words.includes(wanted);
      note.node.hidden = !there;
      if (there) { count += 1; busy.add(note.article); }
    }
    for (const { node, numbers } of marks) {
      const seen = numbers.map((number) => byNumber.get(number)).filter((note) => !note.node.hidden).map((note) => note.level);
      node.classList.remove(...levels);
      node.classList.toggle("off", !seen.length);
      if (seen.length) node.classList.add(levels.find((level) => seen.includes(level)));
    }
    for (const article of articles) article.hidden = !busy.has(article);
    document.querySelector(".nothing").hidden = count > 0;
    output.value = output.dataset.template.replace("{0}", digits.format(count)).replace("{1}", digits.format(notes.length));
  }

  function light(node, on) {
    for (const mark of marksOf.get(node.id.slice(1)) ?? []) mark.classList.toggle("lit", on);
  }

  form.addEventListener("input", filter);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("click", ({ target }) => {
    if (target.type !== "button") return;
    for (const box of rules) box.checked = target.value === "all";
    filter();
  });
  for (const { node } of notes) {
    for (const name of ["mouseenter", "focusin"]) node.addEventListener(name, () => light(node, true));
    for (const name of ["mouseleave", "focusout"]) node.addEventListener(name, () => light(node, false));
    node.querySelector(".why").addEventListener("toggle", ({ target }) => {
      const about = document.querySelector(`#${CSS.escape(node.dataset.rule)} .about`);
      if (target.open && about && target.children.length < 3) target.append(about.cloneNode(true));
    });
  }
  for (const { node, numbers } of marks) {
    node.addEventListener("click", () => {
      const note = numbers.map((number) => byNumber.get(number)).find((one) => !one.node.hidden);
      if (note) note.node.focus();
    });
  }
  document.addEventListener("keydown", (event) => {
    const step = { KeyJ: 1, KeyK: -1 }[event.code];
    if (!step || event.ctrlKey || event.metaKey || event.altKey || event.target.matches("input[type=search]")) return;
    const shown = notes.filter((note) => !note.node.hidden);
    if (!shown.length) return;
    const at = shown.findIndex((note) => note.node.contains(document.activeElement));
    const next = shown[at < 0 ? (step > 0 ? 0 : shown.length - 1) : (at + step + shown.length) % shown.length];
    next.node.focus({ preventScroll: true });
    next.node.scrollIntoView({ block: "center" });
  });
  filter();
})();
