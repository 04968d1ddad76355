// At an address where a built site was kept for use without signal, and where the site is now
// served while it is edited: takes away what was kept, and itself.
"use strict";
const BASE = new URL(registration.scope).pathname;
addEventListener("install", () => skipWaiting());
addEventListener("activate", (event) => {
  const retire = async () => {
    for (const name of await caches.keys()) {
      if (name.replace(/^playbook \d+ /, "") === BASE) await caches.delete(name);
    }
    const pages = await clients.matchAll({type: "window"});
    await registration.unregister();
    for (const page of pages) page.navigate(page.url).catch(() => {});
  };
  event.waitUntil(retire());
});
