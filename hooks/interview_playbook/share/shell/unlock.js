// The page that asks for the passphrase. It derives the reader's key; the worker does the rest.
"use strict";
const ALGORITHM = "PBES2-HS512+A256KW";
const ROOT = new URL("./", location.href.replace(/[?#].*$/, "")).href;
const by = (id) => document.getElementById(id);
const form = document.querySelector("form");
const bytes = (text) => new TextEncoder().encode(text);

const WORDS = {
  wrong: "That passphrase doesn't open it.",
  damaged: "What the host sent is damaged, so nothing of it is shown. Try again later.",
  old: "The host sent an older edition than the one you have seen, so it isn't opened.",
  offline: "There is no connection, and nothing is kept on this device yet. Try again with one.",
  version: "This was sealed by a newer version. Close every tab of this site, then open it again.",
};

const say = (text) => {
  by("say").textContent = text;
};

const refuse = (kind) => {
  by("wrong").textContent = WORDS[kind] ?? WORDS.damaged;
  by("words").setAttribute("aria-invalid", String(kind === "wrong"));
};

// The page that was asked for, and a key if the link has one; the address bar forgets the key.
// Any other fragment belongs to the first page: a mentor's answer, say.
const takeFragment = () => {
  const [, key = null, path = ""] = /^#(?:k=([^/]+))?(?:\/(.*))?$/s.exec(location.hash) ?? ["", null, location.hash];
  if (key) history.replaceState(null, "", path ? `#/${path}` : location.pathname);
  return {key: key && decodeURIComponent(key), path};
};

const enter = (path) => {
  const there = new URL(path, ROOT);
  const inside = there.href.startsWith(ROOT);
  if (inside && there.href.split("#")[0] !== ROOT) {
    location.replace(there.href);
    return;
  }
  history.replaceState(null, "", ROOT + (inside ? there.hash : ""));
  location.reload();
};

const whyNot = () => {
  if (location.protocol === "file:") {
    return "From a folder this can't be opened: open it at its web address, or with the tool that sealed it.";
  }
  if (!isSecureContext) return "This opens at an address that begins with https:// only.";
  if (window !== window.top) return "This opens in a window of its own only.";
  if (!navigator.serviceWorker || typeof DecompressionStream === "undefined") {
    return "This window can't open it: a private window perhaps, or an old browser. Use a normal one.";
  }
  return "";
};

const workerOf = async () => {
  const registration = await navigator.serviceWorker.register("sw.js", {updateViaCache: "none"});
  // Nobody reads while this page asks for the passphrase: a newer worker may take over.
  registration.waiting?.postMessage({do: "activate"});
  const worker = registration.waiting ?? registration.active ?? registration.installing;
  if (worker.state === "activated") return worker;
  return new Promise((resolve, reject) => {
    const look = () => {
      if (worker.state === "activated") resolve(worker);
      if (worker.state === "redundant") reject(new Error("the worker was not installed"));
    };
    worker.addEventListener("statechange", look);
    look();
  });
};

const ask = (worker, message) => new Promise((resolve) => {
  const {port1, port2} = new MessageChannel();
  port1.onmessage = ({data}) => resolve(data);
  worker.postMessage(message, [port2]);
});

const derived = async (passphrase, {salt, rounds}) => {
  const words = passphrase.normalize("NFKC").trim().replace(/\s+/g, " ");
  const base = await crypto.subtle.importKey("raw", bytes(words), "PBKDF2", false, ["deriveKey"]);
  const full = new Uint8Array([...bytes(`${ALGORITHM}\0`), ...salt]);
  const pbkdf2 = {name: "PBKDF2", hash: "SHA-512", salt: full, iterations: rounds};
  const kind = {name: "AES-KW", length: 256};
  return {salt, rounds, key: await crypto.subtle.deriveKey(pbkdf2, base, kind, false, ["unwrapKey"])};
};

const unlock = async (worker, passphrase, path) => {
  const stay = by("stay").checked;
  const minutes = Number(by("minutes").value);
  const keys = [];
  let answer = await ask(worker, {do: "locks"});
  for (let turn = 0; turn < 2 && answer.locks?.length; turn += 1) {
    for (const lock of answer.locks) keys.push(await derived(passphrase, lock));
    answer = await ask(worker, {do: "open", keys, stay, minutes});
  }
  if (answer.ok) {
    by("words").value = "";
    if (stay) navigator.storage?.persist?.();
    enter(path);
  } else {
    refuse(answer.trouble);
  }
  return answer.ok;
};

const busy = (now) => {
  by("go").disabled = now;
  by("go").textContent = now ? "Unlocking…" : "Unlock";
};

const attempt = async (worker, passphrase, path) => {
  by("wrong").textContent = "";
  busy(true);
  if (!await unlock(worker, passphrase, path)) busy(false);
};

const ready = (worker, {key, path}) => {
  form.hidden = false;
  by("words").focus();
  by("show").addEventListener("click", () => {
    const shown = by("words").type === "password";
    by("words").type = shown ? "text" : "password";
    by("show").setAttribute("aria-pressed", String(shown));
    by("show").textContent = shown ? "Hide" : "Show";
  });
  by("stay").addEventListener("change", () => {
    by("minutes").disabled = by("stay").checked;
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (!by("go").disabled) attempt(worker, by("words").value, path);
  });
  window.addEventListener("hashchange", () => location.reload());
  if (key) attempt(worker, key, path);
};

(async () => {
  const wanted = takeFragment();
  const reason = whyNot();
  if (reason) {
    say(reason);
    return;
  }
  try {
    // This page holds no key: the worker needn't wait for it when it asks.
    navigator.serviceWorker.onmessage = ({ports}) => ports[0]?.postMessage(null);
    const worker = await workerOf();
    const {open} = await ask(worker, {do: "state"});
    if (open) enter(wanted.path);
    else ready(worker, wanted);
  } catch {
    say("This can't be opened here: the host sent something else than what was sealed, or nothing is allowed to be kept on this device.");
  }
})();
