// Saves what is typed while it is typed, and keeps it on this device until the server has it.
// What it does and why is in docs/adr/0010-autosave.md. Every step works without this file.

import { OURS, alike, controlsOf, groupOf, groupsOf, labelOf, placeOf, put, read, readDefaults, same, say } from "./words.js";

const QUIET = 800; // milliseconds after the last key
const MOST = 1400; // while keys follow one another
const PATIENCE = 10_000; // with a server that does not answer
const LONGEST_PAUSE = 60_000; // between two tries
const KEPT = 14 * 24 * 3600 * 1000;
const SMALL = 60_000; // characters that a browser still sends for a page being closed
const MARK = "saisie ";

const SAVING = "Enregistrement…";
const AWAY = "Hors ligne\u00a0: vos mots sont gardés sur cet appareil.";
const DOWN = "Le site ne répond pas\u00a0: vos mots sont gardés sur cet appareil.";
const CLOSED = "Cette partie ne vous est plus ouverte, ou a été retirée\u00a0: vos mots sont gardés sur cet appareil.";
const REFUSED = "Le site n’a pas pu enregistrer ce texte\u00a0: vos mots sont gardés sur cet appareil.";
const SIGNED_OUT = "Vous n’êtes plus connecté\u00a0: vos mots sont gardés sur cet appareil. ";
const FULL = "Cet appareil ne peut plus rien garder\u00a0: enregistrez avant de quitter la page.";

const account = document.querySelector("[data-account]")?.dataset.account;

const element = (tag, properties, ...children) => {
  const made = Object.assign(document.createElement(tag), properties);
  made.append(...children);
  return made;
};
const quoted = (labels) => [...labels].map((label) => `«\u202f${label}\u202f»`).join(", ");
const page = (options) => fetch(location.pathname + location.search, { signal: AbortSignal.timeout(PATIENCE), ...options });

/** What pages of a screen left on this device, oldest first: { account, at, words: { group: [as shown, as typed] } }. */
function kept(screen = "") {
  try {
    const keys = Object.keys(localStorage).filter((key) => key.startsWith(MARK + screen));
    const all = keys.map((key) => ({ key, ...JSON.parse(localStorage[key]) })).sort((one, other) => one.at - other.at);
    forget(all.filter(({ at }) => at < Date.now() - KEPT));
    return all.filter(({ at }) => at >= Date.now() - KEPT);
  } catch {
    return []; // a browser that keeps nothing
  }
}

const forget = (entries) => entries.forEach(({ key }) => localStorage.removeItem(key));

class Keeper {
  base = {}; // what the server has, as far as this page knows
  disputed = {}; // groups that somebody else changed too
  mistaken = {}; // groups that the server refuses, as they were
  busy = null; // the save under way
  since = 0; // when the first word that was not sent was typed
  pause = 0; // before the next try, after one that failed
  leaving = false; // the next page was perhaps written before the save under way: it needs the words too

  constructor(mark) {
    this.mark = mark;
    this.form = mark.form;
    this.saves = mark.dataset.autosave === "server";
    this.screen = `${location.pathname} ${mark.name} `;
    this.key = MARK + this.screen + Date.now() + Math.random();
    this.state = element("p", { className: "saved", textContent: this.saves ? "Vos mots s’enregistrent au fil de la saisie." : "Vos mots sont gardés sur cet appareil jusqu’à l’enregistrement." });
    this.aloud = element("p", { className: "visually-hidden", ariaLive: "polite" });
    (this.form.querySelector(".actions-bar") ?? this.form).append(this.state, this.aloud);
    this.form.addEventListener("input", () => this.typed());
    this.form.addEventListener("change", () => { this.mistaken = {}; this.typed(); });
    this.form.addEventListener("submit", (event) => this.submit(event));
  }

  async start() {
    const typed = "typed" in this.mark.dataset;
    // Browsers fill a form again on the way back, with words that may be older than those saved.
    if (performance.getEntriesByType("navigation")[0]?.type !== "navigate" && !typed) this.form.reset();
    this.base = readDefaults(this.form);
    if (typed) await this.compare().catch(() => {});
    this.adopt();
    if (this.unsaved().length) this.typed();
  }

  /** On a page that shows what was typed, after a refusal: what is saved is asked for. */
  async compare() {
    const { form } = await this.saved();
    const was = Object.assign({}, ...kept(this.screen).map(({ words }) => words));
    this.base = read(form);
    for (const [group, typed] of Object.entries(read(this.form))) {
      const saved = this.base[group];
      if (was[group] && !alike(was[group][0], saved) && !alike(typed, saved)) this.dispute(group, was[group][0], form);
    }
  }

  /** Takes back the words other pages of this screen left behind. */
  adopt() {
    const back = new Set();
    const entries = kept(this.screen).filter((entry) => !entry.account || entry.account === account);
    for (const [group, [was, typed]] of entries.flatMap(({ words }) => Object.entries(words))) {
      const shown = read(this.form)[group];
      if (!controlsOf(this.form, group).length || alike(typed, shown)) continue;
      if (!alike(was, shown)) this.dispute(group, was, this.form);
      put(this.form, group, typed);
      back.add(labelOf(this.form, group));
    }
    this.keep();
    if (this.safe) forget(entries);
    if (back.size) this.notice(`Vos mots gardés sur cet appareil sont de retour dans ${quoted(back)}.`);
  }

  unsaved(words = read(this.form)) {
    return groupsOf(this.base, words).filter((group) => !same(words[group], this.base[group]));
  }

  /** Keeps on this device what the server lacks; says how many groups that is. */
  keep() {
    const words = read(this.form);
    const lacking = this.unsaved(words).map((group) => [group, [this.disputed[group]?.was ?? this.base[group] ?? {}, words[group] ?? {}]]);
    try {
      if (lacking.length) localStorage[this.key] = JSON.stringify({ account, at: Date.now(), words: Object.fromEntries(lacking) });
      else if (!this.leaving) localStorage.removeItem(this.key);
      this.safe = true;
    } catch {
      this.safe = !lacking.length;
      if (!this.safe) this.tell(FULL, "full");
    }
    return lacking.length;
  }

  typed() {
    this.through = this.leaving = false;
    if (!this.keep() || !this.saves || this.pause) return;
    this.since ||= Date.now();
    if (this.safe) this.tell(SAVING);
    this.plan(Math.min(QUIET, this.since + MOST - Date.now()));
  }

  plan(delay) {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.save(), delay);
  }

  /** Sends what the server lacks, one save at a time; says whether nothing is left that it would take. */
  save() {
    clearTimeout(this.timer);
    this.busy ??= this.attempt().catch((failure) => this.wait(failure)).finally(() => {
      this.busy = null;
      this.keep();
      if (this.since && !this.pause) this.plan(QUIET);
    });
    return this.busy;
  }

  async attempt() {
    for (let tries = 0; tries < 4; tries++) {
      this.since = 0;
      const words = this.sendable();
      if (!this.unsaved(words).length) return this.rest();
      const answer = await this.post(this.body(words));
      const { status } = answer;
      const said = answer.headers.get("Content-Type")?.includes("json") ? await answer.json() : {};
      if (said.next) {
        this.base = words;
        this.said = said.said;
        if (said.version === null) await this.rebase();
        else this.mark.value = said.version;
        return this.rest();
      }
      if (status === 429 || status >= 500) throw answer;
      if (status === 400 || status === 413) return this.stop(REFUSED);
      if (status === 422 && said.errors) {
        if (!this.setAside(said.errors, words)) return !this.stop(`À corriger\u00a0: ${said.errors.map(([, message]) => message).join(" ")}`);
      } else if (!(await this.rebase())) return false;
    }
    return this.stop(REFUSED);
  }

  /** The words of the form, and what is saved instead of those refused or to choose from. */
  sendable() {
    const words = read(this.form);
    for (const group in this.mistaken) if (!same(this.mistaken[group].typed, words[group])) delete this.mistaken[group];
    for (const group of groupsOf(this.disputed, this.mistaken)) words[group] = this.base[group];
    return words;
  }

  body(words) {
    const body = new URLSearchParams([...new FormData(this.form)].filter(([, value]) => typeof value === "string"));
    for (const group of groupsOf(read(this.form), words)) {
      for (const { name } of controlsOf(this.form, group)) body.delete(name);
      for (const [name, values] of Object.entries(words[group] ?? {})) values.forEach((value) => body.append(name, value));
    }
    return body;
  }

  post(body) {
    const options = { method: "POST", body, headers: { Accept: "application/json" } };
    return page({ ...options, keepalive: document.hidden && String(body).length < SMALL });
  }

  /** Notes the groups that the server refuses, then those they go with; false if that does not help the others through. */
  setAside(errors, words) {
    const before = Object.keys(this.mistaken).length;
    for (const [id] of errors) {
      const control = document.getElementById(id) ?? document.getElementById(`${id}_0`);
      const group = control?.form === this.form && groupOf(this.form, control.name);
      if (!group || this.disputed[group]) continue;
      const near = this.mistaken[group] ? control.closest("fieldset")?.elements ?? [] : [];
      for (const { name } of near) {
        const other = groupOf(this.form, name);
        if (name && !same(words[other], this.base[other])) this.mistaken[other] ??= { typed: words[other] };
      }
      this.mistaken[group] ??= { typed: words[group], id: control.id, label: labelOf(this.form, group) };
    }
    return Object.keys(this.mistaken).length > before;
  }

  /** The form as it is saved now, or where the server sends instead. */
  async saved() {
    const answer = await page();
    if (answer.status >= 500) throw answer;
    const shown = new DOMParser().parseFromString(await answer.text(), "text/html");
    return { form: shown.querySelector(`[data-autosave][name="${this.mark.name}"]`)?.form, moved: answer.redirected && answer.url };
  }

  /** Puts what was typed here over what is saved now: each keeps what only he or she changed, the rest is to choose. */
  async rebase() {
    const { form, moved } = await this.saved();
    if (!form) {
      this.pause = LONGEST_PAUSE; // until the person comes back to this page
      return this.stop(...(moved ? [SIGNED_OUT, element("a", { href: moved, target: "_blank", textContent: "Se connecter (nouvel onglet)" })] : [CLOSED]));
    }
    for (const { name, value } of form.elements) if (OURS.test(name) && this.form.elements[name]) this.form.elements[name].value = value;
    const [mine, theirs] = [read(this.form), read(form)];
    const changed = new Set();
    for (const group of groupsOf(this.base, mine, theirs)) {
      const was = this.disputed[group]?.was ?? this.base[group];
      if (alike(mine[group], theirs[group])) this.settle(group);
      else if (alike(mine[group], was)) {
        put(this.form, group, theirs[group]);
        this.settle(group);
        changed.add(labelOf(this.form, group));
      } else if (!alike(theirs[group], was)) this.dispute(group, was, form);
    }
    this.base = theirs;
    if (changed.size) this.notice(`Quelqu’un d’autre vient de changer ${quoted(changed)}.`);
    return true;
  }

  /** Offers both versions of a group at its place: the person's stays in the field, the other's is shown under it. */
  dispute(group, was, form) {
    const theirs = read(form)[group];
    if (this.disputed[group] && alike(this.disputed[group].theirs, theirs)) return;
    this.settle(group);
    const label = labelOf(this.form, group);
    const version = (title, text, button, choose) => {
      const pick = element("button", { type: "button", className: "btn", textContent: button });
      pick.addEventListener("click", () => { choose(); this.choose(group); });
      return element("section", {}, element("p", {}, element("strong", { textContent: title })), element("p", { innerText: text }), pick);
    };
    const box = element(
      "div",
      { id: `versions-${group}`, className: "conflict", role: "group", ariaLabel: `Deux versions de «\u202f${label}\u202f»` },
      version("Votre saisie", "Elle est dans le champ, vous pouvez encore la changer.", "Garder ma saisie", () => {}),
      version("La version de quelqu’un d’autre", say(form, group, theirs), "Prendre cette version", () => put(this.form, group, theirs)),
    );
    placeOf(this.form, group).after(box);
    this.disputed[group] = { was, theirs, box, label };
  }

  settle(group) {
    this.disputed[group]?.box.remove();
    delete this.disputed[group];
  }

  choose(group) {
    this.settle(group);
    controlsOf(this.form, group)[0].focus();
    this.keep();
    this.save();
  }

  /** Nothing left to send: says what waits for the person. */
  rest() {
    this.pause = 0;
    if (this.since) return true;
    const link = ([id, label], index) => [index ? ", " : "", element("a", { href: `#${id}`, textContent: label })];
    const links = (title, found) => (found.length ? [` ${title}\u00a0: `, ...found.flatMap(link), "."] : []);
    const waits = [
      ...links("Deux versions, choisissez", Object.values(this.disputed).map(({ box, label }) => [box.id, label])),
      ...links("À corriger", Object.values(this.mistaken).filter(({ id }) => id).map(({ id, label }) => [id, label])),
    ];
    const kind = waits.map((each) => each.textContent ?? each).join("");
    this.tell(waits.length ? ["Le reste est enregistré.", ...waits] : `${this.said ?? "Tout est enregistré"}.`, kind || "saved");
    return true;
  }

  wait(failure) {
    this.pause = Math.min(this.pause * 2 || 1000, LONGEST_PAUSE);
    this.tell(failure.status ? DOWN : AWAY, "away");
    this.plan(this.pause);
    return false;
  }

  stop(...parts) {
    this.tell(parts, parts[0]);
    return false;
  }

  /** Shows how things are; says it aloud when the kind of news changes. */
  tell(parts, kind = this.kind) {
    this.state.replaceChildren(...[parts].flat());
    if (kind !== this.kind) this.aloud.textContent = this.state.textContent;
    this.kind = kind;
  }

  notice(text) {
    this.note ??= element("p", { className: "notice notice--info" });
    this.form.before(this.note);
    this.note.textContent = this.aloud.textContent = text;
  }

  async submit(event) {
    if (this.through || !(this.keep() || this.busy)) return;
    event.preventDefault();
    const button = event.submitter;
    if (!this.saves) return this.add(button);
    await this.busy;
    const done = await this.save();
    const [first] = Object.values(this.disputed);
    if (first) first.box.querySelector("button").focus();
    else if (done) this.go(button);
  }

  /** Sends the form as it goes without a script. */
  go(button) {
    this.through = true;
    this.form.requestSubmit(button);
  }

  /** Adds a row; its words leave this device once the server has them. */
  async add(button) {
    const body = new FormData(this.form);
    if (button?.name) body.append(button.name, button.value);
    const answer = await this.post(body).catch(() => ({}));
    if (!answer.status || answer.status >= 500) return this.tell(answer.status ? DOWN : AWAY, "away");
    if (answer.status === 401) return this.rebase();
    if (!answer.ok) return this.go(button);
    localStorage.removeItem(this.key);
    this.through = true;
    location.assign((await answer.json()).next);
  }
}

const keepers = new Map();
for (const mark of document.querySelectorAll("[data-autosave]")) if (!keepers.has(mark.form)) keepers.set(mark.form, new Keeper(mark));
keepers.forEach((keeper) => keeper.start());

const saveAll = (wanted) => keepers.forEach((keeper) => { if (keeper.saves && wanted(keeper) && keeper.unsaved().length) keeper.save(); });
for (const event of ["online", "focus", "pageshow"]) window.addEventListener(event, () => saveAll(() => true));
document.addEventListener("visibilitychange", () => { if (document.hidden) saveAll(({ pause }) => !pause); });

// What is neither on the server nor on this device is worth a question.
let loose = false;
const isLoose = (form) => form?.method === "post" && !keepers.has(form);
document.addEventListener("input", ({ target }) => { loose ||= isLoose(target.form); });
document.addEventListener("submit", ({ target }) => { if (isLoose(target)) loose = false; });
window.addEventListener("beforeunload", (event) => {
  for (const keeper of keepers.values()) keeper.leaving = true;
  if (loose || [...keepers.values()].some(({ through, safe }) => !through && safe === false)) event.preventDefault();
});

// Signing out leaves nothing behind on a computer that others use.
const leave = document.querySelector("form[data-forget]");
const left = kept();
if (leave && left.length) {
  leave.before(element("p", { className: "notice notice--attention", textContent: "Des mots que vous avez écrits ne sont encore que sur cet appareil. Se déconnecter les efface." }));
  leave.addEventListener("submit", () => forget(left));
}
