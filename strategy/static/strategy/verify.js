// Computes the fingerprint of a file here and asks what is known of it, so that the file stays on this machine.
// Without this file, or where the browser has no cryptography (a page without HTTPS), the form sends the file.

const form = document.getElementById("deposer");
const input = form.querySelector("input[type=file]");
const result = document.getElementById("resultat");
const tooBig = document.getElementById("trop-gros");

async function fingerprint(file) {
  const digest = await crypto.subtle.digest("SHA-256", await file.arrayBuffer());
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

function say(nodes, address) {
  history.replaceState(null, "", address);
  result.replaceChildren(...nodes);
  result.focus();
}

async function check(file) {
  if (file.size > tooBig.dataset.mo * 1e6) return say(tooBig.content.cloneNode(true).childNodes, form.action);
  form.setAttribute("aria-busy", "true");
  const address = `${form.action}?empreinte=${await fingerprint(file)}`;
  const answer = await fetch(address).then((response) => response.text(), () => "");
  form.removeAttribute("aria-busy");
  const page = new DOMParser().parseFromString(answer, "text/html");
  const news = page.getElementById("resultat");
  if (!news) return location.assign(address);
  document.title = page.title;
  say(news.childNodes, address);
}

function start() {
  form.querySelector("[data-sans-script]").hidden = true;
  form.querySelector("[data-avec-script]").hidden = false;
  input.addEventListener("change", () => input.files.length && check(input.files[0]));
  form.addEventListener("submit", (event) => {
    if (event.submitter?.name === "envoyer" || !input.files.length) return;
    event.preventDefault();
    check(input.files[0]);
  });
  form.addEventListener("dragover", (event) => event.preventDefault());
  form.addEventListener("drop", (event) => {
    if (!event.dataTransfer.files.length) return;
    event.preventDefault();
    input.files = event.dataTransfer.files;
    check(input.files[0]);
  });
}

if (window.crypto?.subtle) start();
