// The panel works without this; with it, it remembers its state, shows findings in the article and copies posts.
(() => {
if (!customElements.get("mkdocs-focus")) customElements.define("mkdocs-focus", class extends HTMLElement {
connectedCallback() {
  const template = this.querySelector("template");
  // A theme that exchanges parts of the page by script leaves the template as it is.
  if (!this.shadowRoot && template) this.attachShadow({mode: "open"}).append(template.content);
  const root = this.shadowRoot;
  if (!root || this.ready) return;
  this.ready = true;
  this.panel = root.querySelector(".panel");
  this.body = root.querySelector(".body");
  this.restore();
  this.panel.addEventListener("toggle", () => { this.save(); this.makeRoom(); });
  root.addEventListener("change", () => { this.save(); this.makeRoom(); });
  addEventListener("resize", () => this.isConnected && this.makeRoom());
  this.body.addEventListener("scroll", () => { clearTimeout(this.later); this.later = setTimeout(() => this.save(), 150); });
  root.addEventListener("keydown", event => {
    if (event.key == "Escape" && this.panel.open) this.close();
  });
  root.addEventListener("click", event => {
    const button = event.target.closest("button");
    if (button?.matches(".go")) this.go(button);
    if (button?.matches(".copy")) this.copy(button);
  });
  for (const image of root.querySelectorAll("img")) {
    if (image.complete && image.naturalWidth) this.measure(image);
    image.addEventListener("load", () => this.measure(image));
    image.addEventListener("error", () => this.failed(image));
    if (image.complete && !image.naturalWidth) this.failed(image);
  }
}

say(text) { this.shadowRoot.querySelector("[role=status]").textContent = text; }

// On a wide screen the article yields where the panel would lie on it.
makeRoom() {
  const around = main().closest(".md-main__inner, .container, .wy-nav-content") || document.body;
  around.style.paddingRight = "";
  if (!this.panel.open || innerWidth < 1000) return;
  const {left, width} = this.shadowRoot.querySelector("aside").getBoundingClientRect();
  const over = main().getBoundingClientRect().right + 4 - left;
  if (over > 0 && width < 400) around.style.paddingRight = `${over + parseFloat(getComputedStyle(around).paddingRight)}px`;
}

close() {
  this.panel.open = false;
  this.panel.querySelector("summary").focus();
}

save() {
  const chosen = [...this.shadowRoot.querySelectorAll("input[type=radio]:checked")];
  const state = {
    open: this.panel.open,
    chosen: Object.fromEntries(chosen.filter(one => one.name != "card").map(one => [one.name, one.value])),
    at: location.pathname,
    top: this.body.scrollTop,
  };
  try { localStorage.setItem("mkdocs-focus", JSON.stringify(state)); } catch {}
}

restore() {
  let state;
  try { state = JSON.parse(localStorage.getItem("mkdocs-focus")); } catch {}
  if (!state) return;
  this.panel.open = state.open === true;
  for (const input of this.shadowRoot.querySelectorAll("input[type=radio]"))
    if (state.chosen?.[input.name] === input.value) input.checked = true;
  if (state.at == location.pathname) this.body.scrollTop = state.top;
}

async copy(button) {
  const text = button.dataset.copy;
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    // Only secure addresses have that clipboard; a preview in the local network is none.
    const area = document.createElement("textarea");
    area.value = text;
    this.shadowRoot.append(area);
    area.select();
    document.execCommand("copy");
    area.remove();
    button.focus();
  }
  const label = button.firstChild;
  label.data = "Copied";
  this.say("Copied");
  setTimeout(() => { label.data = "Copy"; }, 2000);
}

go(button) {
  const {quote, nth, line, title} = button.dataset;
  const article = main();
  const where = title === undefined ? article : article.querySelector("h1") || article;
  const range = where && find(where, quote, +nth);
  for (const other of this.shadowRoot.querySelectorAll("[aria-current]")) other.removeAttribute("aria-current");
  unmark();
  if (!range) {
    this.say("");
    let told = button.nextElementSibling;
    if (!told) {
      told = document.createElement("p");
      told.className = "none";
      button.after(told);
    }
    told.textContent = `Line ${line} does not show on the page.`;
    this.say(told.textContent);
    return;
  }
  button.setAttribute("aria-current", "true");
  mark(range);
  const element = range.startContainer.parentElement;
  for (let one = element.closest("details"); one; one = one.parentElement.closest("details")) one.open = true;
  if (matchMedia("(max-width: 600px)").matches) this.close();
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  element.scrollIntoView({block: "center", behavior: calm ? "auto" : "smooth"});
  this.say(`Marked in the article: ${quote}`);
}

measure(image) {
  const {naturalWidth: width, naturalHeight: height} = image;
  if (!width || this.measured) return;
  this.measured = true;
  const told = [], shape = width / height, wide = 1200 / 630;
  if (width < 600) {
    told.push(`The picture is ${width} pixels wide; under 600 Facebook shows it small.`);
    for (const card of this.shadowRoot.querySelectorAll(".facebook .card")) card.classList.add("thumb");
  }
  if (Math.abs(shape / wide - 1) > .03) {
    const lost = Math.round(100 * (1 - Math.min(shape / wide, wide / shape)));
    const place = shape > wide ? "left and right" : "top and bottom";
    told.push(`The picture is cropped: ${lost}% of it is lost at ${place}. 1200 × 630 pixels fit.`);
  }
  this.warn(told);
}

failed(image) {
  image.classList.add("failed");
  if (this.measured) return;
  this.measured = true;
  this.warn([`The picture cannot be loaded: ${decodeURI(new URL(image.src).pathname)}`]);
}

warn(texts) {
  const list = this.shadowRoot.querySelector(".warnings");
  const old = new Set([...list.children].map(item => item.textContent));
  for (const text of texts) {
    if (old.has(text)) continue;
    const item = document.createElement("li");
    item.textContent = text;
    list.append(item);
  }
}
});

// The article on the page.
function main() {
  return document.querySelector(".md-content__inner, [role=main]") || document.querySelector("main") || document.body;
}

// The source has marks that the page has not, and the page has quotes and dashes that the source has not: what is
// compared are letters and digits alone.
function letters(text) { return text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, ""); }

function find(where, quote, nth) {
  const plain = quote.replace(/!?\[([^\]]*)\]\([^)]*\)?/g, "$1").replace(/<[^>]*>?/g, "");
  let needle = letters(plain), at = -1, length;
  const walker = document.createTreeWalker(where, NodeFilter.SHOW_TEXT, node =>
    node.parentElement.closest("script, style, mkdocs-focus, .headerlink") ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT);
  const map = [];
  let text = "";
  for (let node; (node = walker.nextNode());)
    for (let i = 0; i < node.data.length; i++) {
      const letter = letters(node.data[i]);
      if (letter.length == 1) { text += letter; map.push([node, i]); }
    }
  for (length = needle.length; needle && at < 0; needle = needle.slice(0, length)) {
    for (let next = text.indexOf(needle), n = 0; next >= 0 && n <= nth; n++) {
      at = next;
      next = text.indexOf(needle, next + needle.length);
    }
    if (at >= 0 || length < 16) break;
    length = Math.floor(length * .7);
  }
  if (at < 0 || !length) return null;
  const range = document.createRange(), end = map[at + length - 1];
  range.setStart(...map[at]);
  range.setEnd(end[0], end[1] + 1);
  return range;
}

const colours = "background-color: #ffe08a; color: #1d1d21";

function unmark() {
  globalThis.CSS?.highlights?.delete("mkdocs-focus");
  for (const old of document.querySelectorAll("mark.mkdocs-focus")) {
    const parent = old.parentNode;
    old.replaceWith(...old.childNodes);
    parent.normalize();
  }
}

function mark(range) {
  if (!document.getElementById("mkdocs-focus-style")) {
    const style = document.createElement("style");
    style.id = "mkdocs-focus-style";
    style.textContent = `::highlight(mkdocs-focus) { ${colours} } mark.mkdocs-focus { ${colours} }`;
    document.head.append(style);
  }
  if (globalThis.CSS?.highlights) {
    CSS.highlights.set("mkdocs-focus", new Highlight(range));
    return;
  }
  const walker = document.createTreeWalker(range.commonAncestorContainer, NodeFilter.SHOW_TEXT), nodes = [];
  if (range.commonAncestorContainer.nodeType == 3) nodes.push(range.commonAncestorContainer);
  for (let node; (node = walker.nextNode());) if (range.intersectsNode(node)) nodes.push(node);
  const [first, from, last, to] = [range.startContainer, range.startOffset, range.endContainer, range.endOffset];
  for (const node of nodes) {
    const part = document.createRange();
    part.selectNodeContents(node);
    if (node == first) part.setStart(node, from);
    if (node == last) part.setEnd(node, to);
    if (!part.toString().trim()) continue;
    const element = document.createElement("mark");
    element.className = "mkdocs-focus";
    part.surroundContents(element);
  }
}
})();
