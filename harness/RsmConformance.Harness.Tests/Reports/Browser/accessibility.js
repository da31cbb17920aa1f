// What is wrong with the page for somebody who cannot see it, sees little or has no mouse; empty when nothing is.
(() => {
  const findings = [];
  const say = (rule, element) => findings.push(`${rule}: ${element.outerHTML.slice(0, 120)}`);
  const visible = (element) => element.checkVisibility({ checkOpacity: true, checkVisibilityCSS: true });
  const all = (selector) => [...document.querySelectorAll(selector)].filter(visible);

  if (!document.documentElement.lang) say("language", document.documentElement);
  if (!document.title) say("title", document.head);
  for (const landmark of ["header", "main", "footer", "nav", "[role=search]"]) {
    if (all(landmark).length !== 1) findings.push(`landmark ${landmark}: ${all(landmark).length}`);
  }

  let level = 0;
  for (const heading of all("h1, h2, h3, h4, h5, h6")) {
    const next = Number(heading.tagName[1]);
    if (next > level + 1) say(`heading after level ${level}`, heading);
    level = next;
  }
  if (all("h1").length !== 1) findings.push("not one h1");

  const ids = [...document.querySelectorAll("[id]")].map((e) => e.id);
  if (new Set(ids).size !== ids.length) findings.push("an id is used twice");
  for (const element of document.querySelectorAll("[aria-labelledby], [aria-activedescendant], [list]")) {
    for (const name of ["aria-labelledby", "aria-activedescendant", "list"]) {
      const id = element.getAttribute(name);
      if (id && !document.getElementById(id)) say(`${name} leads nowhere`, element);
    }
  }

  const nameOf = (e) => (e.getAttribute("aria-label") || (e.labels && [...e.labels].map((l) => l.textContent).join(" "))
    || document.getElementById(e.getAttribute("aria-labelledby") ?? "")?.textContent || e.textContent || "").trim();
  for (const element of all("a[href], button, input, select, [tabindex='0'], [role=img], [role=option], section, article")) {
    if (!nameOf(element)) say("no name", element);
  }
  for (const table of all("table")) {
    if (table.querySelectorAll("th:not([scope])").length > 0) say("header without scope", table);
  }
  for (const element of all("button, select, input, summary, [role=button]")) {
    const box = element.getBoundingClientRect();
    if (box.width < 24 || box.height < 24) say("target smaller than 24 px", element);
  }

  const channels = (color) => {
    const [r, g, b, a = 1] = color.match(/[\d.]+/g).map(Number);
    return { rgb: [r, g, b], a };
  };
  const luminance = (rgb) => {
    const [r, g, b] = rgb.map((v) => v / 255).map((v) => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const behind = (element) => {
    const sibling = element.namespaceURI.endsWith("svg") && element.parentElement.querySelector("rect");
    if (sibling && element.parentElement.tagName === "g") return channels(getComputedStyle(sibling).fill).rgb;
    for (let e = element; e; e = e.parentElement) {
      const color = channels(getComputedStyle(e).backgroundColor);
      if (color.a === 1) return color.rgb;
    }
    return [255, 255, 255];
  };
  for (const element of all("body *")) {
    if (![...element.childNodes].some((n) => n.nodeType === Node.TEXT_NODE && n.textContent.trim())) continue;
    if (element.closest(".skip") || element.tagName === "OPTION") continue;
    const style = getComputedStyle(element);
    const ink = luminance(channels(element.namespaceURI.endsWith("svg") ? style.fill : style.color).rgb);
    const paper = luminance(behind(element));
    const contrast = (Math.max(ink, paper) + 0.05) / (Math.min(ink, paper) + 0.05);
    if (contrast < 4.5) say(`contrast ${contrast.toFixed(2)}`, element);
  }
  return findings;
})()
