// One card at a time, large: moved on by a tap, a swipe or a key. See `glance` in the page macros.
(() => {
  "use strict";
  const SWIPE = 40; // CSS pixels

  const start = (dialog) => {
    const cards = [...dialog.querySelectorAll("[data-pb-card]")];
    const counter = dialog.querySelector("[data-pb-count]");
    let at = 0;
    let downX = null;
    let swiped = false;

    const show = (next) => {
      at = Math.min(Math.max(next, 0), cards.length - 1);
      cards.forEach((card, place) => card.toggleAttribute("data-pb-shown", place === at));
      if (counter) counter.textContent = `${at + 1} of ${cards.length}`;
      const buttons = [...dialog.querySelectorAll("[data-pb-glance-next], [data-pb-glance-back], [data-pb-glance-close]")];
      for (const button of buttons) {
        const last = "pbGlanceNext" in button.dataset && at === cards.length - 1;
        button.disabled = last || ("pbGlanceBack" in button.dataset && at === 0);
      }
      // A button that is disabled keeps the keys to itself: the focus goes to one that isn't.
      if (document.activeElement?.disabled) buttons.findLast((button) => !button.disabled)?.focus();
      dialog.querySelector("[data-pb-glance-cards]")?.scrollTo(0, 0);
    };
    const by = (step) => show(at + step);
    const keys = { ArrowRight: 1, ArrowDown: 1, PageDown: 1, " ": 1, ArrowLeft: -1, ArrowUp: -1, PageUp: -1 };

    dialog.addEventListener("keydown", (event) => {
      const onButton = event.key === " " && event.target.closest("button");
      if (onButton || event.altKey || event.ctrlKey || event.metaKey) return;
      if (event.key === "Home") show(0);
      else if (event.key === "End") show(cards.length - 1);
      else if (event.key in keys) by(keys[event.key]);
      else return;
      event.preventDefault();
    });
    dialog.addEventListener("pointerdown", (event) => {
      downX = event.clientX;
      swiped = false;
    });
    dialog.addEventListener("pointerup", (event) => {
      const moved = downX === null ? 0 : event.clientX - downX;
      downX = null;
      swiped = Math.abs(moved) >= SWIPE;
      if (swiped) by(moved < 0 ? 1 : -1);
    });
    dialog.addEventListener("pointercancel", () => (downX = null));
    dialog.addEventListener("click", (event) => {
      if (event.target.closest("[data-pb-glance-close]")) dialog.close();
      else if (event.target.closest("[data-pb-glance-back]")) by(-1);
      else if (event.target.closest("[data-pb-glance-next]")) by(1);
      else if (!swiped && event.target.closest("[data-pb-glance-cards]") && !event.target.closest("a")) {
        by(event.clientX < dialog.clientWidth / 3 ? -1 : 1);
      }
      swiped = false;
    });
    return (place) => {
      show(place);
      dialog.showModal();
    };
  };

  const open = new Map();
  for (const dialog of document.querySelectorAll("dialog[data-pb-glance]")) {
    open.set(dialog.id, start(dialog));
  }
  for (const button of document.querySelectorAll("[data-pb-glance-open]")) {
    const show = open.get(button.dataset.pbGlanceOpen);
    if (!show) continue;
    button.hidden = false;
    button.addEventListener("click", () => show(Number(button.dataset.pbGlanceAt ?? 0)));
  }
})();
