// The report reads well without this; with it, the table sorts and filters.
(() => {
const table = document.querySelector("table"), body = table.tBodies[0], form = document.querySelector("form");
let rows;
// Thousands of rows are read when somebody asks for them, not while the page opens.
const read = () => rows ??= [...body.rows].map(row => ({row, cells: [...row.cells].map(cell => cell.textContent), text: row.textContent.toLowerCase()}));
const ranks = {deep: 2, mixed: 1, generic: 0};
const value = (cells, column) => column == 2 ? ranks[cells[2].trim()] : [1, 4, 5, 7].includes(column) ? parseFloat(cells[column]) : cells[column].toLowerCase();
const heads = [...table.tHead.rows[0].cells];

function sort(column, down) {
  const keyed = read().map(one => [value(one.cells, column), one]);
  // An article without a date or topic comes last, whichever way.
  keyed.sort(([a], [b]) => a === "" || b === "" ? (a === "") - (b === "") : (a < b ? -1 : a > b ? 1 : 0) * (down ? -1 : 1));
  rows = keyed.map(([, one]) => one);
  body.append(...rows.map(one => one.row));
  heads.forEach((head, at) => at == column ? head.setAttribute("aria-sort", down ? "descending" : "ascending") : head.removeAttribute("aria-sort"));
}

heads.forEach((head, column) => {
  const button = document.createElement("button");
  button.type = "button";
  button.append(...head.childNodes);
  head.append(button);
  button.addEventListener("click", () => {
    const now = head.getAttribute("aria-sort");
    // Figures are most telling from the top, names from the beginning.
    sort(column, now ? now == "ascending" : [4, 5, 6, 7].includes(column));
  });
});

function filter() {
  const words = form.words.value.toLowerCase().split(/\s+/).filter(Boolean);
  const {verdict, posts} = Object.fromEntries(new FormData(form));
  let shown = 0;
  for (const {row, cells, text} of read()) {
    const fits = words.every(word => text.includes(word)) && (!verdict || cells[2].trim() == verdict)
      && (!posts || (parseInt(cells[7]) > 0) == (posts == "1"));
    row.hidden = !fits;
    shown += fits;
  }
  form.querySelector("output").textContent = shown == rows.length ? "" : `${shown} of ${rows.length}`;
}
form.addEventListener("input", filter);
form.addEventListener("submit", event => event.preventDefault());
form.hidden = false;
// A browser may fill the form as it was before a reload.
if (form.words.value || form.verdict.value || form.posts.value) filter();

// The name of a rule lists the articles in which it found something.
for (const rule of document.querySelectorAll(".rule")) {
  const button = document.createElement("button");
  button.type = "button";
  button.append(...rule.childNodes);
  rule.append(button);
  button.addEventListener("click", () => {
    form.reset();
    form.words.value = button.textContent;
    filter();
    form.words.focus();
  });
}

// Dots tell their article when pointed at.
document.querySelector(".chart").addEventListener("mouseover", event => {
  const link = event.target.closest("a");
  if (!link || link.querySelector("title")) return;
  const title = document.createElementNS("http://www.w3.org/2000/svg", "title");
  title.textContent = document.querySelector(link.getAttribute("href") + " th").textContent;
  link.append(title);
});

// In a preview under Material the reader has chosen light or dark by a switch of the theme.
try {
  const scheme = Object.keys(localStorage).filter(key => key.endsWith(".__palette")).map(key => JSON.parse(localStorage[key]).color.scheme)[0];
  if (scheme && location.protocol != "file:") document.documentElement.style.colorScheme = scheme == "slate" ? "dark" : "light";
} catch {}
})();
