// Keeps the screen on where a page asks for it and the phone allows it; one tap turns it off. A page
// asks with a button in its article, and then the one in the header shows as well.
(() => {
  "use strict";
  const buttons = [...document.querySelectorAll("button[data-pb-awake]")];
  const isAsked = buttons.some((button) => button.closest("article"));
  if (!isAsked || !("wakeLock" in navigator)) return;
  let lock = null;
  const isWanted = () => playbook.read("awake", true);

  const show = () => {
    for (const button of buttons) {
      const word = button.querySelector("[data-pb-awake-word]") ?? button;
      button.setAttribute("aria-pressed", String(Boolean(lock)));
      word.textContent = lock ? "Screen stays on" : "Keep the screen on";
      if (word !== button) button.title = word.textContent;
    }
  };
  // A phone lets go of it whenever the page is out of sight: it is asked again when it is back.
  const hold = async () => {
    if (!isWanted() || lock || document.hidden) return;
    try {
      lock = await navigator.wakeLock.request("screen");
      lock.addEventListener("release", () => {
        lock = null;
        show();
      });
    } catch {
      lock = null; // The phone says no, in power saving for one: the button offers it again.
    }
    show();
  };

  for (const button of buttons) {
    button.addEventListener("click", async () => {
      playbook.write("awake", !lock);
      if (lock) await lock.release();
      else await hold();
    });
    button.hidden = false;
  }
  document.addEventListener("visibilitychange", hold);
  show();
  hold();
})();
