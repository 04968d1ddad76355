// Checklists: what is ticked stays ticked on this phone, and nowhere else.
(() => {
  "use strict";
  const boxes = [...document.querySelectorAll("input[data-pb-tick]")];
  if (!boxes.length) return;
  const ticks = () => playbook.read("ticks", {});

  const tally = () => {
    for (const output of document.querySelectorAll("[data-pb-ticked]")) {
      const mine = boxes.filter((box) => box.dataset.pbTick.startsWith(output.dataset.pbTicked));
      output.textContent = `${mine.filter((box) => box.checked).length} of ${mine.length}`;
    }
  };

  // A box that the data ticked has no name to be kept under: it is disabled, and left alone.
  const show = () => {
    const kept = ticks();
    for (const box of boxes) if (!box.disabled) box.checked = box.dataset.pbTick in kept;
    tally();
  };

  const keep = (changed) => {
    const kept = ticks();
    for (const box of changed) {
      if (box.checked) kept[box.dataset.pbTick] ??= new Date(playbook.now()).toISOString();
      else delete kept[box.dataset.pbTick];
    }
    playbook.write("ticks", kept);
    tally();
  };

  document.addEventListener("change", (event) => {
    if (event.target.matches?.("input[data-pb-tick]")) keep([event.target]);
  });
  document.addEventListener("click", (event) => {
    const button = event.target.closest?.("[data-pb-untick]");
    if (!button) return;
    const start = button.dataset.pbUntick;
    const mine = boxes.filter((box) => !box.disabled && box.dataset.pbTick.startsWith(start));
    for (const box of mine) box.checked = false;
    keep(mine);
  });
  window.addEventListener("storage", (event) => event.key === "playbook:v1:ticks" && show());
  show();
})();
