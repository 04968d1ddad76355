// Copies the text of another element; works without a secure origin, too (a phone on the network).
(() => {
  "use strict";
  // Lines to paste into a file keep the spaces they begin with.
  const textOf = (element) => {
    if (element.closest("pre")) return element.textContent.trimEnd();
    return ("value" in element ? element.value : element.innerText).trim();
  };

  const copyBySelection = (text) => {
    const area = document.createElement("textarea");
    area.value = text;
    area.setAttribute("readonly", "");
    area.className = "pb-hidden";
    document.body.append(area);
    area.select();
    const done = document.execCommand("copy");
    area.remove();
    return done;
  };

  const copy = async (text) => {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch {
      return copyBySelection(text);
    }
  };

  const status = () => {
    let element = document.querySelector("[data-pb-status]");
    if (!element) {
      element = document.createElement("p");
      element.className = "pb-hidden";
      element.dataset.pbStatus = "";
      element.setAttribute("role", "status");
      document.body.append(element);
    }
    return element;
  };

  document.addEventListener("click", async (event) => {
    const button = event.target.closest?.("[data-pb-copy]");
    const source = button && document.querySelector(button.dataset.pbCopy);
    if (!source) return;
    const word = button.querySelector("[data-pb-copy-word]") ?? button;
    const before = (button.dataset.pbWord ??= word.textContent);
    const done = await copy(textOf(source));
    word.textContent = done ? "Copied" : "Select it";
    button.toggleAttribute("data-pb-copied", done);
    status().textContent = done ? "Copied" : "It could not be copied: select the text instead.";
    button.focus();
    setTimeout(() => {
      word.textContent = before;
      button.removeAttribute("data-pb-copied");
    }, 2500);
  });
})();
