// Asks before a page is left with words that were not saved. Every step works without this file.
(() => {
  let typed = false;
  document.addEventListener("input", (event) => {
    if (event.target.form && event.target.form.method === "post") typed = true;
  });
  document.addEventListener("submit", () => { typed = false; });
  window.addEventListener("beforeunload", (event) => { if (typed) event.preventDefault(); });
})();
