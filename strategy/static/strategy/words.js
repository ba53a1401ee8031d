// The words of a form: { group: { name: [values] } }. A field is a group, and so are all the lines of a formset.

export const OURS = /^csrfmiddlewaretoken$|(^|-)seen$/; // what the server hands over for the next save
const NOT_TYPED = /^csrfmiddlewaretoken$|(^|-)seen$|_FORMS$/;
const LINE = /^(.+?)-(\d+)-./;
const TICKED = /^(checkbox|radio)$/;

const lineOf = (name) => Number(LINE.exec(name)?.[2]);
const hasLines = (form, group) => `${group}-TOTAL_FORMS` in form.elements;

export function groupOf(form, name) {
  const prefix = LINE.exec(name)?.[1];
  return prefix && hasLines(form, prefix) ? prefix : name;
}

/** What people typed or chose, as the form would send it; files are left out. */
export function read(form) {
  const words = {};
  for (const [name, value] of new FormData(form)) {
    if (typeof value === "string" && !NOT_TYPED.test(name)) ((words[groupOf(form, name)] ??= {})[name] ??= []).push(value);
  }
  return words;
}

/** What the form held when the server wrote it. */
export function readDefaults(form) {
  const copy = form.cloneNode(true);
  copy.reset();
  return read(copy);
}

export const groupsOf = (...all) => [...new Set(all.flatMap(Object.keys))];

export const same = (some = {}, others = {}) => JSON.stringify(some) === JSON.stringify(others);

/** Whether people would call it the same: spaces, empty lines, or « 1 250,0 » for « 1250 », make no difference. */
export const alike = (some, others) => gist(some) === gist(others);

const gist = (words = {}) => JSON.stringify(
  Object.entries(words).map(([name, values]) => [name, values.map(plain).filter(Boolean)]).filter(([, values]) => values.length).sort(),
);

function plain(value) {
  const text = value.replace(/\s+/g, " ").trim();
  const number = Number(text.replace(/[ €]/g, "").replace(",", "."));
  return text && Number.isFinite(number) ? String(number) : text;
}

export const controlsOf = (form, group) => [...form.elements].filter(
  ({ name, type }) => name && groupOf(form, name) === group && !NOT_TYPED.test(name) && type !== "file",
);

/** Puts the words of a group in its controls: those it says nothing of are emptied, lines that lack are added. */
export function put(form, group, words = {}) {
  if (hasLines(form, group)) addLines(form, group, Math.max(...Object.keys(words).map(lineOf)));
  const left = structuredClone(words);
  for (const control of controlsOf(form, group)) {
    const values = words[control.name] ?? [];
    if (TICKED.test(control.type)) control.checked = values.includes(control.value);
    else if (control.multiple) for (const option of control.options) option.selected = values.includes(option.value);
    else control.value = left[control.name]?.shift() ?? "";
  }
}

function addLines(form, group, wanted) {
  let last = Math.max(...controlsOf(form, group).map(({ name }) => lineOf(name)));
  for (; last < wanted; last++) {
    const line = lineAround(form, group, last);
    const copy = line.cloneNode(true);
    for (const { attributes } of [copy, ...copy.querySelectorAll("*")]) {
      for (const each of attributes) each.value = each.value.replaceAll(`${group}-${last}-`, `${group}-${last + 1}-`);
    }
    const legend = copy.querySelector("legend");
    if (legend) legend.textContent = legend.textContent.replace(last + 1, last + 2);
    line.after(copy);
    form.elements[`${group}-TOTAL_FORMS`].value = last + 2;
  }
}

/** The smallest element around all the controls of a line. */
function lineAround(form, group, number) {
  const controls = controlsOf(form, group).filter(({ name }) => lineOf(name) === number);
  let line = controls[0].closest(".field") ?? controls[0].parentElement;
  while (!controls.every((control) => line.contains(control))) line = line.parentElement;
  return line;
}

const legendOf = (element) => element.closest("fieldset")?.querySelector("legend")?.innerText.trim();

/** What the page calls a group: the legend it stands under, and its label. */
export function labelOf(form, group) {
  const [control] = controlsOf(form, group);
  if (hasLines(form, group)) return legendOf(lineAround(form, group, lineOf(control.name)).parentElement) ?? group;
  const label = control.type === "radio" ? "" : control.labels[0]?.innerText.trim();
  return [legendOf(control), label].filter(Boolean).join(", ") || group;
}

/** After what a group can be told more of. */
export function placeOf(form, group) {
  const control = controlsOf(form, group).at(-1);
  if (!hasLines(form, group)) return control.closest(".row") ?? control.closest(".field") ?? control;
  const line = lineAround(form, group, lineOf(control.name));
  return line.closest(".lines") ?? line;
}

/** The words of a group as people read them, a line each. */
export function say(form, group, words = {}) {
  const lines = {};
  for (const control of controlsOf(form, group)) {
    const values = (words[control.name] ?? []).filter(Boolean);
    const [label] = control.labels;
    if (TICKED.test(control.type)) {
      if (values.includes(control.value)) (lines[control.value] = [label?.innerText.trim() ?? "oui"]);
    } else if (values.length) {
      const said = control.options ? [...control.options].filter(({ value }) => values.includes(value)).map(({ text }) => text) : values;
      (lines[lineOf(control.name)] ??= []).push(...said);
    }
  }
  return Object.values(lines).map((line) => line.join(", ")).join("\n") || "vide";
}
