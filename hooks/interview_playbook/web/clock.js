// What time it is for the page: the playbook's pinned clock, else the phone's.
(() => {
  "use strict";
  const meta = (name) => document.querySelector(`meta[name="${name}"]`)?.content ?? "";
  const pinned = Date.parse(meta("pb-now"));
  const zone = meta("pb-zone") || undefined;
  window.playbook = Object.freeze({
    zone,
    // Whether this page was sealed and is unlocked: sw.js is the name of the sealed site's worker.
    sealed: Boolean(navigator.serviceWorker?.controller?.scriptURL.endsWith("/sw.js")),
    now: () => (Number.isNaN(pinned) ? Date.now() : pinned),
    // The day it is in the owner's zone, or the day an instant falls on: "2026-11-17".
    day: (instant = window.playbook.now()) =>
      new Intl.DateTimeFormat("en-CA", {
        timeZone: zone,
        year: "numeric",
        month: "2-digit",
        day: "2-digit",
      }).format(instant),
    // One JSON value per name, in this browser only; `fallback` where there is none or no storage.
    read: (name, fallback) => {
      try {
        return JSON.parse(localStorage.getItem(`playbook:v1:${name}`)) ?? fallback;
      } catch {
        return fallback;
      }
    },
    write: (name, value) => {
      try {
        localStorage.setItem(`playbook:v1:${name}`, JSON.stringify(value));
        window.dispatchEvent(new CustomEvent("playbook:kept", {detail: name}));
        return true;
      } catch {
        return false;
      }
    },
  });
})();
