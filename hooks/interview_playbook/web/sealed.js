/* In a sealed site that is unlocked: the lock button, locking after a time without use, and word of
   a newer edition. The worker may be stopped at any time; meanwhile the open pages keep the key for
   it, in memory and in a form that no script can read. */
(() => {
  "use strict";
  if (!playbook.sealed) return;
  const worker = navigator.serviceWorker;
  const root = new URL("./", worker.controller.scriptURL).href;
  const here = () => location.href.slice(root.length);

  // A link that was shared as #/path, opened where the site is unlocked already.
  if (here().startsWith("#/")) {
    const there = new URL(here().slice(2), root).href;
    if (there.startsWith(root)) location.replace(there);
  }

  let held = null; // key, session, minutes, stay, used
  const channel = new BroadcastChannel(`sealed ${root}`);
  const ask = (message) => new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }) => resolve(data);
    worker.controller?.postMessage(message, [port2]);
  });
  const cover = (covered) => document.documentElement.classList.toggle("pb-covered", covered);

  const leave = () => {
    held = null;
    cover(true);
    const path = here().split("#")[0];
    location.replace(`${root}#/${path}`);
    if (path === "") location.reload();
  };
  const lock = () => {
    cover(true);
    ask({ do: "lock" });
  };
  const hello = async () => {
    const answer = await ask({ do: "hello" });
    if (answer.locked) {
      leave();
      return;
    }
    held = answer;
    if (held.newer) offerNewer();
    cover(false);
  };

  const note = (text, label, act) => playbookNote(text, {label, act});
  const offerNewer = () => note("A newer edition is ready.", "Show it", async () => {
    await ask({ do: "take" });
    location.reload();
  });
  const SAID = {
    locked: leave,
    newer: offerNewer,
    old: () => note("The host offered an older edition than this one. It was not taken.", "All right"),
    other: () => note("There is a newer edition, which opens with another passphrase. Lock this one, then unlock with that.", "All right"),
    key: (port) => port?.postMessage(held?.key ? held : null),
  };
  worker.addEventListener("message", ({ data, ports }) => {
    if (Object.hasOwn(SAID, data?.say)) SAID[data.say](ports[0]);
  });
  worker.startMessages();

  // Any use of any page counts for all of them.
  const QUIET = 15000;
  const use = () => {
    const now = Date.now();
    if (!held || now - held.used < QUIET) return;
    if (isOver(now)) return;
    held.used = now;
    channel.postMessage(now);
    worker.controller?.postMessage({ do: "used" });
  };
  const isOver = (now) => !held.stay && now - held.used > held.minutes * 60000;
  const look = () => {
    if (held && isOver(Date.now())) lock();
  };
  channel.onmessage = ({ data }) => {
    if (held && data > held.used) held.used = data;
  };
  for (const kind of ["pointerdown", "keydown", "scroll"]) {
    window.addEventListener(kind, use, { passive: true, capture: true });
  }
  setInterval(look, QUIET);
  document.addEventListener("visibilitychange", look);

  // A page that comes back from the browser's memory may have missed a lock.
  window.addEventListener("pagehide", () => cover(true));
  window.addEventListener("pageshow", ({ persisted }) => persisted && hello());

  for (const button of document.querySelectorAll("[data-pb-lock]")) {
    button.hidden = false;
    button.addEventListener("click", lock);
  }
  hello();
})();
