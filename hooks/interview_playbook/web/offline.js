// Has a worker keep the whole site on the phone, and says once when a newer version is ready.
// It is taken when the reader says so, or when the site is opened the next time: never in between.
(() => {
  "use strict";
  const QUIET = 600000; // milliseconds between two questions to the host
  const worker = navigator.serviceWorker;
  const address = document.querySelector('meta[name="pb-worker"]')?.content ?? "";
  const url = new URL(address || "worker.js", location.href);
  const isWanted = () => playbook.read("here/offline", true);
  let registration = null;
  let taking = false;

  // Why no page is kept here; empty where they are.
  const why = () => {
    if (location.protocol === "file:") return "file";
    if (playbook.sealed) return "sealed";
    if (!isSecureContext) return "insecure";
    if (!address) return "served";
    if (!worker) return "none";
    return isWanted() ? "" : "off";
  };

  const ask = (whom, message) => new Promise((resolve) => {
    const {port1, port2} = new MessageChannel();
    port1.onmessage = ({data}) => resolve(data);
    whom.postMessage(message, [port2]);
  });
  const say = (message) => window.dispatchEvent(new CustomEvent("playbook:offline", {detail: message}));

  const note = (text, act) =>
    playbookNote(text, {label: "Later", kind: "quiet"}, {label: "Reload", kind: "primary", act});

  const take = () => {
    if (!registration?.waiting) return location.reload();
    taking = true;
    return registration.waiting.postMessage({do: "take"});
  };
  const announce = async (newer) => {
    const {version} = await ask(newer, {do: "state"});
    say({say: "newer"});
    if (document.hidden || playbook.read("here/announced", "") === version) return;
    playbook.write("here/announced", version);
    note("A newer version is ready.", take);
  };
  // The browser may have taken away what was kept, to make room; the worker then stands alone.
  const mend = async () => {
    const {active, installing} = registration;
    if (!active || installing) return;
    const {pages} = await ask(active, {do: "state"});
    active.postMessage({do: pages ? "sweep" : "keep"});
  };
  const follow = (installing) => {
    installing?.addEventListener("statechange", () => {
      if (installing.state === "installed" && worker.controller) announce(installing);
      else say({say: installing.state});
    });
  };

  const isKept = (name) => name.replace(/^playbook \d+ /, "") === new URL("./", url).pathname;
  const forget = async () => {
    for (const name of await caches.keys()) if (isKept(name)) await caches.delete(name);
  };
  const leave = async () => {
    const found = await worker.getRegistration(url);
    if (found?.active) await ask(found.active, {do: "leave"});
    await found?.unregister();
    registration = null;
    await forget();
  };

  // The host has a sealed site now where this open one was: nothing of it may stay readable here.
  const isLocked = async () => {
    try {
      const head = await fetch(new URL("e.json", url), {cache: "no-store"});
      return head.ok && "key" in await head.json();
    } catch {
      return false;
    }
  };
  const giveWay = async () => {
    await leave();
    note("This site asks for a passphrase now.", () => location.reload());
    say({say: "left"});
  };

  // Asks the host for a newer version; resolves to whether it answered.
  const check = async () => {
    playbook.write("here/checked", Date.now());
    try {
      registration ??= await begun();
      await registration.update();
    } catch {
      if (await isLocked()) await giveWay();
      return false;
    }
    const {active, installing, waiting} = registration;
    if (active && !installing && !waiting) await ask(active, {do: "fresh"});
    say({say: "checked"});
    return true;
  };
  const checkNow = () => {
    if (registration?.waiting && worker.controller) announce(registration.waiting);
    const since = Date.now() - playbook.read("here/checked", 0);
    if (!document.hidden && navigator.onLine && registration && since > QUIET) check();
  };

  const begun = async () => {
    const found = await worker.register(url, {updateViaCache: "none"});
    found.addEventListener("updatefound", () => follow(found.installing));
    follow(found.installing);
    return found;
  };
  const start = async () => {
    const hadWorker = Boolean(worker.controller);
    worker.addEventListener("controllerchange", () => {
      if (taking) location.reload();
      else if (hadWorker && isWanted()) note("This page is of an older version.", () => location.reload());
    });
    try {
      registration = await begun();
    } catch {
      return say({say: "failed", why: "none", path: ""});
    }
    await mend();
    say({say: "started"});
    return checkNow();
  };

  // The reader's choice: to keep all pages here, or none. One is done before the next begins.
  let chosen = Promise.resolve();
  const choose = (keep) => {
    playbook.write("here/offline", keep);
    chosen = chosen.catch(() => {}).then(async () => {
      if (keep) return start();
      await leave();
      return say({say: "left"});
    });
    return chosen;
  };
  const state = async () => {
    const {active, installing, waiting} = registration ?? {};
    const kept = active ? await ask(active, {do: "state"}) : {};
    return {...kept, fetching: Boolean(installing), newer: Boolean(waiting)};
  };

  window.playbookOffline = Object.freeze({why, state, check, take, choose});

  // A sealed site stands where an open one did: nothing of that may stay readable.
  if (playbook.sealed && "caches" in window) forget();
  if (why()) return;
  worker.addEventListener("message", ({data}) => data?.say && say(data));
  worker.startMessages();
  document.addEventListener("visibilitychange", checkNow);
  const later = window.requestIdleCallback ?? ((act) => setTimeout(act, 1));
  if (document.readyState === "complete") later(start);
  else window.addEventListener("load", () => later(start));
})();
