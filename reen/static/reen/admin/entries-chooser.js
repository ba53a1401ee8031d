// Entries picked in Wagtail's chooser window: adds the chosen ones to the list, takes away the others.

class EntriesChooser extends HTMLElement {
  connectedCallback() {
    this.addEventListener("click", (event) => {
      const button = event.target.closest("button");
      if (!button) return;
      if (button.classList.contains("entries-chooser__add")) this.open();
      else this.remove_(button.closest("li"));
    });
  }

  open() {
    this.factory ??= window.telepath.unpack(JSON.parse(this.dataset.chooser));
    this.factory.openModal((entries) => entries.forEach((entry) => this.add(entry)), { multiple: true });
  }

  add({ id, string, edit_url }) {
    if (this.querySelector(`input[value="${CSS.escape(id)}"]`)) return;
    const line = this.querySelector("template").content.cloneNode(true).firstElementChild;
    line.querySelector("input").value = id;
    const link = line.querySelector("a");
    link.textContent = string;
    link.href = edit_url;
    line.querySelector("button").setAttribute("aria-label", `Retirer «\u202f${string}\u202f»`);
    this.querySelector("ul").append(line);
    this.tell(line);
  }

  remove_(line) {
    const next = line.nextElementSibling ?? line.previousElementSibling;
    line.remove();
    (next?.querySelector("button") ?? this.querySelector(".entries-chooser__add")).focus();
    this.tell(this);
  }

  tell(from) {
    from.dispatchEvent(new Event("change", { bubbles: true }));
  }
}

customElements.define("entries-chooser", EntriesChooser);
