"use strict";
(() => {
  const ROW = 78; // pixels, as in the style sheet
  const SPARE = 6; // rows kept drawn above and below the window of the list
  const SHOWN_PER_STEP = 5;
  const MOST_ON_PAPER = 500;
  const CASE = "#case="; // begins the address of a case
  const WORST_FIRST = ["HARNESS_ERROR", "CRASH", "HANG", "FAIL", "UNRESOLVED", "UNTESTED", "UNSUPPORTED", "WARN", "OBSERVED", "PASS"];
  const SIGN = { PASS: "✓", OBSERVED: "○", WARN: "!", UNSUPPORTED: "–", UNTESTED: "–", UNRESOLVED: "?", FAIL: "✗", HANG: "✗", CRASH: "✗", HARNESS_ERROR: "‼" };
  const RIGHTS = ["---", "--x", "-w-", "-wx", "r--", "r-x", "rw-", "rwx"];

  const byId = (id) => document.getElementById(id);
  const facts = JSON.parse(byId("facts-data").textContent);
  const cases = facts.cases;
  const assertions = new Map(facts.assertions.map((a) => [a.id, a]));
  const format = new Intl.NumberFormat("en").format;

  // Text goes in as text only: nothing of the implementation under test is ever read as markup.
  function make(tag, attributes, ...children) {
    const element = document.createElement(tag);
    return furnish(element, attributes, children);
  }

  function draw(tag, attributes, ...children) {
    return furnish(document.createElementNS("http://www.w3.org/2000/svg", tag), attributes, children);
  }

  function furnish(element, attributes, children) {
    for (const [name, value] of Object.entries(attributes ?? {})) {
      if (typeof value === "function") element.addEventListener(name, value);
      else if (value !== null && value !== undefined && value !== false) element.setAttribute(name, value === true ? "" : value);
    }
    element.append(...children.flat().filter((child) => child !== null && child !== undefined));
    return element;
  }

  const badge = (verdict) => make("span", { class: `badge ${verdict}` }, verdict.replace("_", " "));

  const addressOf = (one) => `${CASE}${encodeURIComponent(one.id)}`;

  function plural(count, noun) {
    return `${format(count)} ${noun}${count === 1 ? "" : "s"}`;
  }

  function duration(us) {
    if (us >= 1e6) return `${(us / 1e6).toFixed(2)} s`;
    return us >= 1e3 ? `${(us / 1e3).toFixed(1)} ms` : `${Math.round(us)} µs`;
  }

  function worst(verdicts) {
    return WORST_FIRST.find((verdict) => verdicts.includes(verdict)) ?? null;
  }

  function tally(items) {
    const counts = new Map();
    for (const item of items) counts.set(item, (counts.get(item) ?? 0) + 1);
    return counts;
  }

  // ---- theme

  function setUpTheme() {
    const button = byId("theme");
    const isDark = () => {
      const chosen = document.documentElement.dataset.theme;
      return chosen ? chosen === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
    };
    const show = () => { button.textContent = isDark() ? "Light theme" : "Dark theme"; };
    button.addEventListener("click", () => {
      document.documentElement.dataset.theme = isDark() ? "light" : "dark";
      show();
    });
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", show);
    show();
  }

  // ---- summary

  const verdictCounts = tally(cases.map((c) => c.verdict));
  const verdictsPresent = WORST_FIRST.filter((verdict) => verdictCounts.has(verdict));

  function showSummary() {
    byId("headline").classList.add(facts.standing);
    byId("notes").append(...facts.notes.map((note) => make("li", null, note)));
    const words = verdictsPresent.map((verdict) => `${format(verdictCounts.get(verdict))} ${verdict}`);
    byId("share").setAttribute("aria-label", `Share of the verdicts: ${words.join(", ") || "none"}`);
    for (const verdict of verdictsPresent) {
      const part = make("span", { class: verdict });
      part.style.flexGrow = verdictCounts.get(verdict);
      byId("share").append(part);
      byId("tiles").append(make("li", null, make("button", {
        type: "button",
        class: verdict,
        title: "Show these cases",
        click: () => showOnly({ verdicts: [verdict] }),
      }, make("b", null, format(verdictCounts.get(verdict))), ` ${SIGN[verdict]} ${verdict.replace("_", " ")}`)));
    }
    const planned = [["planned", format(facts.planned)], ["exit code", facts.exit]];
    byId("facts").append(...pairs([...facts.facts, ...planned]));
    if (facts.excluded.length > 0) {
      byId("excluded").hidden = false;
      byId("excluded").querySelector("dl").append(...pairs(facts.excluded));
    }
  }

  function pairs(entries) {
    return entries
      .filter(([, value]) => value !== null && value !== undefined && value !== "")
      .flatMap(([name, value]) => [make("dt", null, name), make("dd", null, value instanceof Node ? value : String(value))]);
  }

  // ---- filters

  const functionOf = cases.map((c) => assertions.get(c.assertions[0] ?? c.id.split("/")[0])?.function ?? c.id.split(".")[0]);
  let searched = null; // what words are looked for in, of each case; made when there is time, or need
  const chosen = { verdicts: new Set(), field: null };
  let view = [];

  function haystack() {
    searched ??= cases.map((c) =>
      [c.id, c.purpose, c.reason, c.words, c.assertion, c.step, c.permitted?.join(" "), c.observed, c.deviations?.join(" ")]
        .join(" ").toLowerCase());
    return searched;
  }

  function setUpFilters() {
    const fill = (id, values) => byId(id).append(...values.map((value) => make("option", { value }, value)));
    fill("function", [...new Set(functionOf)].sort());
    fill("disposition", [...new Set(cases.map((c) => c.disposition))].sort());
    fill("assertion-names", facts.assertions.map((a) => a.id));
    for (const verdict of verdictsPresent) {
      byId("chips").append(make("button", {
        type: "button", class: verdict, "aria-pressed": "false", "data-verdict": verdict,
        click: () => {
          if (!chosen.verdicts.delete(verdict)) chosen.verdicts.add(verdict);
          filter();
        },
      }, `${verdict.replace("_", " ")} ${format(verdictCounts.get(verdict))}`));
    }
    const form = byId("filters");
    form.addEventListener("input", filter);
    form.addEventListener("submit", (event) => event.preventDefault());
    byId("clear").addEventListener("click", () => {
      clearFilters();
      filter();
    });
    byId("field").addEventListener("click", () => {
      chosen.field = null;
      filter();
      byId("text").focus();
    });
  }

  function clearFilters() {
    byId("filters").reset();
    chosen.verdicts.clear();
    chosen.field = null;
  }

  function showOnly({ verdicts = [], assertion = "", field = null }) {
    clearFilters();
    verdicts.forEach((verdict) => chosen.verdicts.add(verdict));
    chosen.field = field;
    byId("assertion").value = assertion;
    filter();
    byId("cases").scrollIntoView();
    byId("list").focus({ preventScroll: true });
  }

  function filter() {
    const start = performance.now();
    const words = byId("text").value.toLowerCase().split(/\s+/).filter(Boolean);
    const wanted = { function: byId("function").value, disposition: byId("disposition").value, assertion: byId("assertion").value.trim() };
    const texts = words.length > 0 ? haystack() : null;
    view = [];
    for (let i = 0; i < cases.length; i++) {
      if (chosen.verdicts.size > 0 && !chosen.verdicts.has(cases[i].verdict)) continue;
      if (chosen.field && !chosen.field.cases.has(i)) continue;
      if (wanted.function && functionOf[i] !== wanted.function) continue;
      if (wanted.disposition && cases[i].disposition !== wanted.disposition) continue;
      if (wanted.assertion && !bearsOn(cases[i], wanted.assertion)) continue;
      if (words.every((word) => texts[i].includes(word))) view.push(i);
    }
    for (const chip of byId("chips").children) chip.setAttribute("aria-pressed", chosen.verdicts.has(chip.dataset.verdict));
    byId("field").hidden = !chosen.field;
    byId("field").textContent = chosen.field ? `✕ ${chosen.field.name}` : "";
    byId("count").textContent = view.length === cases.length
      ? plural(cases.length, "case") : `${format(view.length)} of ${plural(cases.length, "case")}`;
    byId("list").scrollTop = 0;
    drawList();
    performance.measure("filter", { start, end: performance.now() });
  }

  // An assertion by its name, or all whose names begin so.
  function bearsOn(one, name) {
    return one.assertions.some((a) => a === name || (!assertions.has(name) && a.startsWith(name)));
  }

  // ---- list: only the rows in the window exist

  let selected = -1;

  function setUpList() {
    const list = byId("list");
    let waiting = false;
    list.addEventListener("scroll", () => {
      if (waiting) return;
      waiting = true;
      requestAnimationFrame(() => {
        waiting = false;
        drawList();
      });
    });
    list.addEventListener("keydown", moveByKey);
    new ResizeObserver(drawList).observe(list);
  }

  function drawList() {
    const list = byId("list");
    const first = Math.max(0, Math.floor(list.scrollTop / ROW) - SPARE);
    const last = Math.min(view.length, Math.ceil((list.scrollTop + list.clientHeight) / ROW) + SPARE);
    const spacer = make("div", { class: "spacer", role: "presentation" });
    spacer.style.height = `${view.length * ROW}px`;
    for (let at = first; at < last; at++) spacer.append(makeRow(at));
    list.replaceChildren(view.length > 0 ? spacer : make("p", { class: "empty" }, "No case matches these filters."));
    const at = view.indexOf(selected);
    if (at >= first && at < last) list.setAttribute("aria-activedescendant", `row-${selected}`);
    else list.removeAttribute("aria-activedescendant");
  }

  function makeRow(at) {
    const i = view[at];
    const one = cases[i];
    const row = make("div", {
      class: `row ${one.verdict}`, role: "option", id: `row-${i}`, "aria-selected": String(i === selected),
      "aria-posinset": at + 1, "aria-setsize": view.length, click: () => select(i),
    },
    make("span", { class: "about" }, one.id.slice(0, one.id.indexOf("/") + 1)),
    badge(one.verdict),
    make("span", { class: "id", title: one.id }, one.id.slice(one.id.indexOf("/") + 1)),
    make("span", { class: "about" }, brief(one)));
    row.style.top = `${at * ROW}px`;
    return row;
  }

  function brief(one) {
    const how = one.disposition === "ok" || one.disposition === "regression" ? "" : `${one.disposition}: `;
    if (one.step && one.observed) return `${how}${one.step}: saw ${one.observed}, permitted ${one.permitted?.join(" or ") ?? "otherwise"}`;
    return how + (one.words ?? one.purpose ?? "");
  }

  function moveByKey(event) {
    const page = Math.max(1, Math.floor(byId("list").clientHeight / ROW) - 1);
    const at = view.indexOf(selected);
    const target = {
      ArrowDown: at + 1, ArrowUp: at < 0 ? 0 : at - 1, PageDown: at + page, PageUp: at - page, Home: 0, End: view.length - 1,
    }[event.key];
    if (event.key === "Enter" || event.key === " ") {
      event.preventDefault();
      if (selected >= 0) byId("detail").focus();
    } else if (target !== undefined && view.length > 0) {
      event.preventDefault();
      const next = Math.min(view.length - 1, Math.max(0, target));
      reveal(next);
      select(view[next]);
    }
  }

  function reveal(at) {
    const list = byId("list");
    if (at * ROW < list.scrollTop) list.scrollTop = at * ROW;
    else if ((at + 1) * ROW > list.scrollTop + list.clientHeight) list.scrollTop = (at + 1) * ROW - list.clientHeight;
  }

  function select(i) {
    selected = i;
    drawList();
    history.replaceState(null, "", addressOf(cases[i]));
    return showDetail(i);
  }

  // ---- details: beside the page, or packed in it

  const chunks = new Map();

  async function detailOf(i) {
    const plain = byId(`case-${i}`);
    if (plain) return JSON.parse(plain.textContent);
    const number = Math.floor(i / facts.chunkSize);
    if (!chunks.has(number)) chunks.set(number, unpack(byId(`chunk-${number}`).textContent));
    return (await chunks.get(number))[i % facts.chunkSize];
  }

  async function unpack(base64) {
    const bytes = Uint8Array.from(atob(base64), (c) => c.charCodeAt(0));
    const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate-raw"));
    return JSON.parse(await new Response(stream).text());
  }

  async function showDetail(i) {
    const detail = await detailOf(i);
    if (i !== selected) return; // another one was chosen meanwhile
    const one = cases[i];
    const box = byId("detail");
    box.replaceChildren(...describe(one, detail));
    box.scrollTop = 0;
    box.dataset.case = one.id;
  }

  function describe(one, detail) {
    const how = one.disposition === "ok" ? null : make("span", { class: "badge plain" }, one.disposition);
    return [
      make("h3", { id: "detail-title" }, one.id),
      make("div", { class: "line" }, badge(one.verdict), how, make("span", null, duration(one.us)),
        detail.since ? make("span", null, `since ${detail.since}`) : null,
        make("a", { href: addressOf(one) }, "link to this case")),
      one.purpose ? make("p", null, one.purpose) : null,
      make("div", { class: "line" }, "Bears on", one.assertions.map(assertionButton)),
      verdictBox(one),
      ...detail.notes.map((note) => make("p", { class: "note" }, note)),
      ...controlBesideAct(detail, one),
      ...timeline(detail, one),
      detail.roles.length > 0 ? make("h4", null, "Processes") : null,
      ...detail.roles.map((role) => make("p", null, role)),
      ...folded("The story of this failure", detail.story),
      ...folded("This failure as a C program", detail.program),
    ].filter(Boolean);
  }

  function folded(title, text) {
    return text ? [make("details", null, make("summary", null, title), make("pre", { tabindex: "0" }, text))] : [];
  }

  function assertionButton(id) {
    return make("button", {
      type: "button", class: "text-button", title: assertions.get(id)?.statement, click: () => showOnly({ assertion: id }),
    }, id);
  }

  function verdictBox(one) {
    if (one.verdict === "PASS" && !one.words) return null;
    const statement = assertions.get(one.assertion)?.statement;
    return make("dl", { class: `verdict-box ${one.verdict}` }, ...pairs([
      ["Reason", one.words ? `${one.words}${one.reason ? ` (${one.reason})` : ""}` : one.reason],
      ["Forbidden by", one.assertion ? `${one.assertion}${statement ? `\n${statement}` : ""}` : null],
      ["Step", one.step],
      ["Permitted", one.permitted?.join(" or ")],
      ["Seen", one.observed],
      ["Tolerated", one.deviations?.join(", ")],
    ]));
  }

  function permittedList(step, one) {
    if (step.permitted) {
      return step.permitted.map((p) => make("small", { class: p.standing === "refused" ? "refused" : null },
        make("code", null, p.outcome),
        [p.value ? ` for ${p.value}` : "", p.reading ? ` (${p.reading}${p.standing ? `, ${p.standing}` : ""})` : ""].join("")));
    }
    return step.id === one.step && one.permitted ? [make("code", null, one.permitted.join(" or "))] : [];
  }

  function controlBesideAct(detail, one) {
    const controls = detail.steps.filter((s) => s.part === "control");
    const acts = detail.steps.filter((s) => s.part === "act");
    if (controls.length === 0 || acts.length === 0) return [];
    const changed = [...controls, ...acts].map((s) => s.changed).find(Boolean);
    const card = (title, steps, others) => make("div", null, make("h5", null, title), ...steps.flatMap((step, k) => [
      make("p", null, make("code", null, ...compare(step.does, others[Math.min(k, others.length - 1)].does))),
      make("p", null, "Seen: ", make("code", null, step.seen.map((s) => s.outcome).join(", ") || "nothing"), "  ",
        step.permitted ? "permitted:" : null, ...permittedList(step, one)),
    ]));
    return [
      make("h4", null, "Control beside act"),
      changed ? make("p", null, "What differs: ", make("mark", null, changed)) : null,
      make("div", { class: "pair" },
        card("Control: must succeed", controls, acts),
        card("Act: what the case is about", acts, controls)),
    ].filter(Boolean);
  }

  // The words of one call with those marked that another call does not have.
  function compare(does, other) {
    const theirs = new Set(other.split(/[(),]\s*/));
    return does.split(/([(),]\s*)/).map((word, k) =>
      k % 2 === 0 && word && !theirs.has(word) ? make("mark", null, word) : word);
  }

  function timeline(detail, one) {
    if (detail.steps.length === 0 && detail.bars.length === 0) return [];
    const rows = timelineRows(detail);
    const head = make("tr", null,
      detail.lanes.map((lane) => make("th", { class: "lane", scope: "col" }, lane)),
      ["Step", "Does", "Permitted", "Seen"].map((title) => make("th", { scope: "col" }, title)));
    return [
      make("h4", null, "Steps on the timeline"),
      make("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": "Steps on the timeline" },
        make("table", { class: "steps" }, make("thead", null, head),
          make("tbody", null, rows.map((row) => timelineRow(row, detail, one))))),
    ];
  }

  // A row for each doing at its begin; for one that others overlap, another row at its end; then what was never begun.
  function timelineRows(detail) {
    const rows = [];
    const times = new Map();
    for (const bar of detail.bars.map(([lane, step, from, to]) => ({ lane, step: detail.steps[step], from, to }))) {
      const { step } = bar;
      const time = times.get(step.id) ?? 0;
      times.set(step.id, time + 1);
      const seen = step.seen[time] ?? { outcome: "not told" };
      if (time >= SHOWN_PER_STEP && seen.outcome === step.seen[0].outcome) continue;
      const overlapped = bar.to > bar.from + 1;
      rows.push({ at: bar.from, bar, step, seen: overlapped ? null : seen, begins: true, ends: !overlapped });
      if (overlapped) rows.push({ at: bar.to, bar, step, seen, begins: false, ends: true });
    }
    rows.sort((a, b) => a.at - b.at);
    const never = detail.steps.filter((step) => !times.has(step.id)).map((step) => ({ at: Infinity, bar: null, step, seen: null }));
    return [...rows, ...never];
  }

  function timelineRow(row, detail, one) {
    const { bar, step, seen } = row;
    const lanes = detail.lanes.map((_, lane) => make("td", { class: laneClass(row, lane, detail) }));
    const more = (seen?.more ? [make("small", null, seen.more)] : [])
      .concat(seen?.us != null ? [make("small", null, duration(seen.us))] : [])
      .concat(row.ends && step.left ? [make("small", null, `and ${format(step.left)} more times`)] : []);
    const outcome = bar === null ? "not begun" : seen ? seen.outcome : "begun";
    const does = row.begins === false ? [] : [make("code", null, step.does),
      seen?.resolved && seen.resolved !== step.does ? make("small", null, make("code", null, seen.resolved)) : null,
      step.changed ? make("small", null, `changed: ${step.changed}`) : null,
      step.after ? make("small", null, `after: ${step.after}`) : null];
    const title = [step.id, seen?.value ? make("small", null, seen.value) : null,
      make("div", { class: `part ${step.part}` }, [step.part, step.who].filter(Boolean).join(" · "))];
    return make("tr", { class: step.id === one.step ? "decides" : null }, lanes,
      make("th", { scope: "row" }, title),
      make("td", { class: "does" }, does),
      make("td", null, row.begins === false || bar === null || row.ends ? permittedList(step, one) : []),
      make("td", { class: "seen" }, make(bar && seen ? "code" : "span", { class: bar && seen ? null : "no" }, outcome), more));
  }

  function laneClass(row, lane, detail) {
    if (row.bar === null) return "lane";
    if (row.bar.lane === lane) return ["lane on", row.step.part, row.begins && "from", row.ends && "to"].filter(Boolean).join(" ");
    const through = detail.bars.find((bar) => bar[0] === lane && bar[2] < row.at && row.at < bar[3]);
    return through ? `lane on ${detail.steps[through[1]].part}` : "lane";
  }

  // ---- assertions

  function showAssertions() {
    const verdictsOf = new Map();
    for (const one of cases) {
      for (const id of one.assertions) {
        if (!verdictsOf.has(id)) verdictsOf.set(id, []);
        verdictsOf.get(id).push(one.verdict);
      }
    }
    for (const [name, group] of Map.groupBy(facts.assertions, (a) => a.function)) {
      byId("assertion-tables").append(make("div", { class: "ground scroll", tabindex: "0", role: "region", "aria-label": `Assertions of ${name}` },
        make("table", null, make("caption", null, make("code", null, name), ` – ${coverageWords(group)}`),
          make("thead", null, make("tr", null, ["Assertion", "Verdict", "Cases", "Declared", "Provoked", "Seen", "Discriminated"].map((title) =>
            make("th", { scope: "col" }, title)))),
          make("tbody", null, group.map((a) => assertionRow(a, verdictsOf.get(a.id) ?? []))))));
    }
  }

  function coverageWords(group) {
    const demanded = group.filter((a) => a.demanded);
    const of = (name) => `${demanded.filter((a) => a[name]).length} ${name}`;
    return `${demanded.length} demanded: ${of("declared")}, ${of("provoked")}, ${of("seen")}`;
  }

  function assertionRow(a, verdicts) {
    const yesOrNo = (value) => make("td", { class: value ? "mid" : "mid no" }, value === null || value === undefined ? "" : value ? "yes" : "no");
    const state = worst(verdicts);
    const name = verdicts.length > 0 ? assertionButton(a.id) : a.id;
    const counts = [...tally(verdicts)].map(([verdict, count]) => `${format(count)} ${verdict}`).join(", ");
    return make("tr", null,
      make("th", { scope: "row", class: "wordy" }, name,
        make("small", null, a.statement, a.untested ? ` Not tested: ${a.untested}` : ""),
        make("small", null, a.demanded ? a.source : `${a.source}. Not demanded by this profile.`)),
      make("td", null, state ? badge(state) : make("span", { class: "no" }, a.demanded ? "none" : "")),
      make("td", null, counts || "0"),
      yesOrNo(a.declared), yesOrNo(a.provoked), yesOrNo(a.seen), yesOrNo(a.discriminated));
  }

  // ---- permission matrix

  function showMatrix() {
    const digits = [...new Set([0, 2, 4, 6, ...facts.matrix.map((f) => f.digit)])].sort((a, b) => a - b);
    const modes = [["0400", "read"], ["0200", "write"], ["0600", "both"]];
    for (const [name, fields] of Map.groupBy(facts.matrix, (f) => f.class)) {
      const [left, top, width, height] = [60, 24, 92, 40];
      const picture = draw("svg", { viewBox: `0 0 ${left + 3 * width + 4} ${top + digits.length * height + 4}`, role: "group", "aria-label": `Permissions of the class ${name}` });
      modes.forEach(([mode, word], x) => picture.append(draw("text", { x: left + x * width + width / 2, y: 15, "text-anchor": "middle", class: "axis" }, `${mode} ${word}`)));
      digits.forEach((digit, y) => {
        picture.append(draw("text", { x: 0, y: top + y * height + 25, class: "axis" }, `${digit}  ${RIGHTS[digit]}`));
        modes.forEach(([mode], x) => picture.append(matrixField(name, digit, mode,
          fields.find((f) => f.digit === digit && f.mode === mode), left + x * width + 2, top + y * height + 2, width - 4, height - 4)));
      });
      byId("matrix").append(make("figure", null, make("figcaption", null, name === "supplementary" ? "supplementary group (group digit)" : name), picture));
    }
    if (facts.matrix.length === 0) byId("matrix").append(make("p", null, "No case of the suite tries permissions."));
  }

  function matrixField(name, digit, mode, field, x, y, width, height) {
    const box = draw("rect", { x, y, width, height });
    const state = field ? worst(field.cases.map((i) => cases[i].verdict)) : null;
    if (!state) {
      const why = field ? "not in this run" : "no case";
      return draw("g", { class: "none" }, box, draw("title", null, `${name}, digit ${digit}, mode ${mode}: ${why}`));
    }
    const words = `${name}, digit ${digit}, mode ${mode}`;
    const open = () => showOnly({ field: { name: words, cases: new Set(field.cases) } });
    const must = field.admission === "open" ? "either" : field.admission;
    const found = `${SIGN[state]} ${state.replace("_", " ").slice(0, 10)}`;
    const line = (text, dy) => draw("text", { x: x + width / 2, y: y + dy, "text-anchor": "middle" }, text);
    return draw("g", {
      class: state, role: "button", tabindex: "0",
      // A label holds the words that are seen, so that who speaks them to a machine finds it.
      "aria-label": `${must} ${found}: ${words}; ${plural(field.cases.length, "case")}, worst verdict ${state}`,
      click: open,
      keydown: (event) => {
        if (event.key !== "Enter" && event.key !== " ") return;
        event.preventDefault();
        open();
      },
    }, box, line(must, 16), line(` ${found}`, 31));
  }

  // ---- paper: the list is for screens; what was filtered goes on paper as a table

  function setUpPaper() {
    addEventListener("beforeprint", () => {
      const quiet = (i) => ["PASS", "OBSERVED"].includes(cases[i].verdict) && cases[i].disposition === "ok";
      const worth = view.filter((i) => !quiet(i));
      const shown = worth.slice(0, MOST_ON_PAPER);
      const rest = worth.length - shown.length;
      byId("paper").replaceChildren(
        make("p", null, `${plural(view.length, "case")} chosen; ${worth.length === 0 ? "all are PASS or OBSERVED." : "those that are not PASS or OBSERVED:"}${rest > 0 ? ` the first ${format(shown.length)} of ${format(worth.length)}.` : ""}`),
        shown.length === 0 ? "" : make("table", null,
          make("thead", null, make("tr", null, ["Case", "Verdict", "Step", "Permitted", "Seen", "Reason"].map((t) => make("th", { scope: "col" }, t)))),
          make("tbody", null, shown.map((i) => cases[i]).map((one) => make("tr", null,
            make("th", { scope: "row" }, one.id),
            make("td", null, badge(one.verdict), one.disposition === "ok" ? "" : ` ${one.disposition}`),
            ...[one.step, one.permitted?.join(" or "), one.observed, one.words].map((text) => make("td", null, text ?? "")))))));
    });
    addEventListener("afterprint", () => byId("paper").replaceChildren());
  }

  // ---- start

  function followAddress() {
    if (!location.hash.startsWith(CASE)) return false;
    const i = cases.findIndex((c) => location.hash === addressOf(c));
    if (i < 0) return false;
    if (!view.includes(i)) {
      clearFilters();
      filter();
    }
    reveal(view.indexOf(i));
    select(i);
    byId("cases").scrollIntoView();
    return true;
  }

  setUpTheme();
  showSummary();
  setUpFilters();
  setUpList();
  filter();
  setUpPaper();
  showMatrix();
  showAssertions();
  addEventListener("hashchange", followAddress);
  if (!followAddress() && cases.length > 0) {
    selected = 0;
    drawList();
    showDetail(0);
  }
  performance.mark("interactive");
  requestIdleCallback(haystack);
})();
