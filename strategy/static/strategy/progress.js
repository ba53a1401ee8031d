// Looks again at how far a document is and shows it in place: a page that reloads itself would interrupt its reader.
// Without this file one follows the link of the page.

const PAUSE = 2000; // milliseconds

async function look() {
  const answer = await fetch(location.href).then((response) => response.text(), () => "");
  const page = new DOMParser().parseFromString(answer, "text/html");
  const [news, old] = [page, document].map((each) => each.getElementById("avancement"));
  if (news && news.innerHTML !== old.innerHTML) {
    document.title = page.title;
    document.querySelector("h1").textContent = page.querySelector("h1").textContent;
    old.replaceChildren(...news.childNodes);
  }
  if (document.querySelector("progress")) setTimeout(look, PAUSE);
}

setTimeout(look, PAUSE);
