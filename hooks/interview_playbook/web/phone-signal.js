// This phone, without signal: whether all pages are kept here, since when, and what to do if not.
(() => {
  "use strict";
  const section = document.querySelector("[data-pb-signal]");
  if (!section) return;
  const offline = window.playbookOffline;
  const words = section.querySelector("[data-pb-signal-state]");
  const box = section.querySelector("[data-pb-signal-wanted]");
  const button = section.querySelector("[data-pb-signal-check]");
  const label = section.querySelector("[data-pb-signal-word]");
  let trouble = null; // what the worker said last of what it could not keep
  let far = null; // how far it has come

  const WHY = {
    file: "You opened this from a folder: all of it is there, with and without signal.",
    sealed: "This site is sealed. Once you have unlocked it, all of it is here, with and without signal.",
    insecure: "This address begins with http://, and from there a browser keeps nothing. From one with https:// every page stays on the phone.",
    served: "While the site is served and follows your edits, no page is kept: you always see the last edit.",
    none: "This browser keeps no pages: a private window, perhaps, or one that is set to keep nothing.",
    off: "No page is kept on this phone. Without signal there is nothing to read.",
  };
  const FAILED = {
    none: () => WHY.none,
    offline: () => "Not all pages are here: the connection broke. It goes on when you open a page with signal.",
    full: () => "Not all pages are here: there is no room left on this phone.",
    other: (path) => `Not all pages are here: the host sent something else than what was built (${path}).`,
  };

  const clock = (instant) => {
    const parts = new Intl.DateTimeFormat("en-GB", {
      weekday: "short", day: "numeric", month: "short", hour: "2-digit", minute: "2-digit", hourCycle: "h23",
    }).formatToParts(new Date(instant));
    const part = (type) => parts.find((each) => each.type === type).value;
    return `${part("weekday")} ${part("day")} ${part("month")}, ${part("hour")}:${part("minute")}`;
  };
  const sentence = ({pages, at, fetching, newer}) => {
    const kept = pages && `${pages === 1 ? "The one page is" : `All ${pages} pages are`} on this phone, as of ${clock(at)}.`;
    if (kept && newer) return `${kept} A newer version is ready.`;
    if (fetching) return `${kept ? `${kept} A newer version is on its way` : "They are on their way"}${far ? `: ${far}` : ""}.`.replace("..", ".");
    if (trouble) return `${kept ? `${kept} The newer version isn’t: ` : ""}${FAILED[trouble.why](trouble.path)}`;
    return kept || "The pages come to this phone in a moment.";
  };

  const show = async () => {
    const reason = offline.why();
    box.disabled = !["", "off"].includes(reason);
    box.checked = reason === "";
    button.disabled = reason !== "";
    const state = reason ? {} : await offline.state();
    if (reason !== offline.why()) return;
    const text = WHY[reason] ?? sentence(state);
    if (words.textContent !== text) words.textContent = text;
    label.textContent = state.newer ? "Reload: a newer version is ready" : "Look for a newer version";
    button.classList.toggle("pb-button--primary", Boolean(state.newer));
  };

  const HEARD = {
    fetching: ({done, all}) => {
      trouble = null;
      far = `${done} of ${all} files`;
    },
    kept: () => {
      trouble = far = null;
    },
    failed: (message) => {
      trouble = Object.hasOwn(FAILED, message.why) ? message : {why: "full"};
      far = null;
    },
  };
  window.addEventListener("playbook:offline", ({detail}) => {
    if (Object.hasOwn(HEARD, detail.say)) HEARD[detail.say](detail);
    show();
  });

  button.addEventListener("click", async () => {
    if ((await offline.state()).newer) {
      offline.take();
      return;
    }
    button.disabled = true;
    label.textContent = "Looking…";
    const answered = await offline.check();
    await show();
    if (!answered) label.textContent = "No answer. Try again with signal.";
    else if (label.textContent === "Look for a newer version") label.textContent = "This is the newest";
    setTimeout(show, 4000);
  });
  box.addEventListener("change", async () => {
    await offline.choose(box.checked);
    trouble = null;
    show();
  });
  show();
})();
