// This phone, its two settings of other pages: the screen, and a place on the home screen.
(() => {
  "use strict";
  const install = document.querySelector("[data-pb-home-install]");
  if (!install) return;
  const box = document.querySelector("[data-pb-awake-wanted]"); // where there are sheets
  if (box) {
    box.disabled = !("wakeLock" in navigator);
    box.checked = !box.disabled && playbook.read("awake", true);
    box.addEventListener("change", () => playbook.write("awake", box.checked));
  }

  const state = document.querySelector("[data-pb-home-state]");
  const isApp = matchMedia("(display-mode: standalone)").matches || navigator.standalone === true;
  if (isApp) state.textContent = "It is on your home screen: this is it.";
  let offer = null;
  window.addEventListener("beforeinstallprompt", (event) => {
    event.preventDefault();
    offer = event;
    install.disabled = false;
  });
  install.addEventListener("click", async () => {
    install.disabled = true;
    await offer.prompt();
    const {outcome} = await offer.userChoice;
    if (outcome === "accepted") state.textContent = "It is on your home screen now.";
  });
})();
