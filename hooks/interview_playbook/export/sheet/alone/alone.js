// A file opened by itself: it keeps what it can, prints what was folded out, and finds its own places.
(() => {
  "use strict";
  // Where nothing is kept for a file, ticks last with the page: over a reload, and no longer.
  if (!playbook.write("here/probe", true)) {
    const kept = () => history.state?.playbook ?? {};
    const write = (name, value) => {
      try {
        history.replaceState({playbook: {...kept(), [name]: value}}, "");
        return true;
      } catch {
        return false;
      }
    };
    window.playbook = Object.freeze({
      ...window.playbook,
      read: (name, fallback) => kept()[name] ?? fallback,
      write,
    });
    for (const note of document.querySelectorAll("[data-pb-unkept]")) note.hidden = false;
  }

  // A tap on a link to where one is already is no change of the address, and leads there as well.
  document.addEventListener("click", (event) => {
    const link = event.target.closest?.('a[href^="#"]');
    if (link && link.hash === location.hash) window.dispatchEvent(new HashChangeEvent("hashchange"));
  });

  // Paper shows the folds that are chosen, which older browsers need to have open.
  let opened = [];
  window.addEventListener("beforeprint", () => {
    opened = [...document.querySelectorAll("details:not([open])")];
    for (const fold of opened) fold.open = true;
  });
  window.addEventListener("afterprint", () => {
    for (const fold of opened) fold.open = false;
    opened = [];
  });
})();
