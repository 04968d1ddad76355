// Keeps the screen on where a page asks for it and the phone allows it; one tap turns it off.
(() => {
  "use strict";
  const button = document.querySelector("button[data-pb-awake]");
  if (!button || !("wakeLock" in navigator)) return;
  const word = button.querySelector("[data-pb-awake-word]") ?? button;
  let wanted = playbook.read("awake", true);
  let lock = null;

  const show = () => {
    button.setAttribute("aria-pressed", String(Boolean(lock)));
    word.textContent = lock ? "Screen stays on" : "Keep the screen on";
  };
  const hold = async () => {
    if (!wanted || lock || document.hidden) return;
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

  button.addEventListener("click", async () => {
    wanted = !lock;
    playbook.write("awake", wanted);
    if (wanted) await hold();
    else await lock?.release();
  });
  document.addEventListener("visibilitychange", hold);
  button.hidden = false;
  show();
  hold();
})();
