// Decrypts what is sealed on its way to the page. It keeps ciphertext on the device, and keys in
// memory; a key on the device only where the reader chose to stay unlocked there.
"use strict";
const VERSION = "%version%";
const SHELL = "%shell%";
const SCOPE = registration.scope;
const BASE = new URL(SCOPE).pathname;
const NAME = `sealed ${BASE}`;
const FORMAT = "sealed-site/1";
const PACK = 262144;
const WARM = 24;
const MINUTE = 60000;
const {subtle} = crypto;
const bytes = (text) => new TextEncoder().encode(text);
const unbase64 = (text) =>
  Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (unit) => unit.charCodeAt(0));
const sha256 = async (data) =>
  [...new Uint8Array(await subtle.digest("SHA-256", data))]
    .map((byte) => byte.toString(16).padStart(2, "0"))
    .join("");

// What can go wrong: wrong (the passphrase), damaged, old, offline, version, missing.
class Trouble extends Error {
  constructor(kind) {
    super(kind);
    this.kind = kind;
  }
}
const kindOf = (error) => (error instanceof Trouble ? error.kind : "damaged");

// A few values on the device. Where nothing may be kept, all works until the browser is closed.
let opened = null;
const store = () => {
  opened ??= new Promise((resolve, reject) => {
    const request = indexedDB.open(NAME, 1);
    request.onupgradeneeded = () => request.result.createObjectStore("kept");
    request.onerror = () => reject(request.error);
    request.onsuccess = () => {
      request.result.onclose = request.result.onversionchange = () => {
        request.result.close();
        opened = null;
      };
      resolve(request.result);
    };
  });
  return opened;
};
const kept = async (mode, act) => {
  try {
    const database = await store();
    return await new Promise((resolve, reject) => {
      const transaction = database.transaction("kept", mode);
      const request = act(transaction.objectStore("kept"));
      transaction.oncomplete = () => resolve(request.result);
      transaction.onabort = () => reject(transaction.error);
    });
  } catch {
    opened = null;
    return undefined;
  }
};
const get = (name) => kept("readonly", (all) => all.get(name));
const put = (name, value) => kept("readwrite", (all) => all.put(value, name));
const drop = (name) => kept("readwrite", (all) => all.delete(name));

// The head, e.json: every value is looked at before any of it is used.
const whole = (value, low, high) => Number.isSafeInteger(value) && value >= low && value <= high;
const readHead = async (text) => {
  let head;
  let header;
  try {
    head = JSON.parse(text);
    if (head.v === 1) header = JSON.parse(atob(head.key.protected.replace(/-/g, "+").replace(/_/g, "/")));
  } catch {
    throw new Trouble("damaged");
  }
  const sum = await sha256(bytes(text.slice(0, text.lastIndexOf(',"sum":"'))));
  if (head?.sum !== undefined && head.sum !== sum) throw new Trouble("damaged");
  if (head?.v !== 1) throw new Trouble("version");
  const {build, n, serial, key, pack} = head;
  const right = /^[0-9a-f]{16}$/.test(build) && pack === PACK && whole(n, 1, 65536)
    && whole(serial, 0, Number.MAX_SAFE_INTEGER) && key.recipients?.length === 8
    && header.alg === "PBES2-HS512+A256KW" && header.enc === "A256GCM"
    && whole(header.p2c, 600000, 6000000) && /^[\w-]{8,64}$/.test(header.p2s);
  if (!right) throw new Trouble("damaged");
  return {text, build, n, serial, key, salt: unbase64(header.p2s), rounds: header.p2c};
};
const older = (head, mark) =>
  Boolean(mark) && (head.serial < mark.serial || (head.serial === mark.serial && head.build !== mark.build));

const fetched = async (name) => {
  let answer;
  try {
    answer = await fetch(SCOPE + name, {cache: "no-store", signal: AbortSignal.timeout(20000)});
    if (answer.ok) return await answer.arrayBuffer();
  } catch {
    throw new Trouble("offline");
  }
  throw new Trouble(answer.status >= 500 ? "offline" : "missing");
};

// The head that the host offers; asked once for all who ask within a few seconds.
let asking = null;
const latest = () => {
  if (!asking) {
    const answer = fetched("e.json").then((data) => readHead(new TextDecoder().decode(data)));
    const forget = () => {
      if (asking === answer) asking = null;
    };
    asking = answer;
    answer.then(() => setTimeout(forget, 30000), forget);
  }
  return asking;
};
const soon = (promise) => Promise.race([
  promise,
  new Promise((resolve, reject) => setTimeout(() => reject(new Trouble("offline")), 400)),
]);

// A part of an edition, from the device or else from the host. `use` throws if it is damaged.
const part = async (name, use) => {
  const cache = await caches.open(NAME);
  const held = await cache.match(SCOPE + name);
  if (held) {
    try {
      return await use(await held.arrayBuffer());
    } catch {
      await cache.delete(SCOPE + name);
    }
  }
  const data = await fetched(name);
  let value;
  try {
    value = await use(data);
  } catch {
    throw new Trouble("damaged");
  }
  await cache.put(SCOPE + name, new Response(data)).catch(() => {});
  return value;
};

// From a head and a reader's key to an edition: its manifest, and the key of its packs.
const contentKey = async (head, readerKey) => {
  for (const recipient of head.key.recipients) {
    try {
      const wrapped = unbase64(recipient.encrypted_key);
      return await subtle.unwrapKey("raw", wrapped, readerKey, "AES-KW", "AES-GCM", false, ["decrypt"]);
    } catch {
      // Not this reader's, or nobody's.
    }
  }
  throw new Trouble("wrong");
};
const editionKeys = async (head, readerKey) => {
  const key = await contentKey(head, readerKey);
  try {
    const {iv, ciphertext, tag, protected: bound} = head.key;
    const gcm = {name: "AES-GCM", iv: unbase64(iv), additionalData: bytes(bound)};
    const sealed = new Uint8Array([...unbase64(ciphertext), ...unbase64(tag)]);
    const raw = await subtle.decrypt(gcm, key, sealed);
    const root = await subtle.importKey("raw", raw, "HKDF", false, ["deriveKey"]);
    const keyFor = (purpose) => {
      const hkdf = {name: "HKDF", hash: "SHA-256", salt: new Uint8Array(), info: bytes(`${FORMAT} ${purpose}`)};
      return subtle.deriveKey(hkdf, root, {name: "AES-GCM", length: 256}, false, ["decrypt"]);
    };
    return await Promise.all([keyFor("manifest"), keyFor("pack")]);
  } catch {
    throw new Trouble("damaged");
  }
};
const decrypted = (key, build, index, place, data) => {
  const iv = new Uint8Array(12);
  new DataView(iv.buffer).setUint32(8, index);
  return subtle.decrypt({name: "AES-GCM", iv, additionalData: bytes(`${FORMAT} ${build} ${place}`)}, key, data);
};
const unzipped = (data) =>
  new Response(new Response(data).body.pipeThrough(new DecompressionStream("gzip"))).arrayBuffer();
const enter = async (head, readerKey) => {
  const [manifestKey, key] = await editionKeys(head, readerKey);
  const manifest = await part(`m/${head.build}.bin`, async (data) => {
    const plain = await decrypted(manifestKey, head.build, 0, "manifest", data);
    const length = new DataView(plain).getUint32(0);
    const read = JSON.parse(new TextDecoder().decode(await unzipped(plain.slice(4, 4 + length))));
    const own = read.build === head.build && read.serial === head.serial
      && read.head === await sha256(bytes(head.text)) && read.packs.length === head.n;
    if (!own) throw new Trouble("damaged");
    return read;
  });
  return {head, key, packs: manifest.packs, files: new Map(Object.entries(manifest.files))};
};

// Packs: used only if their hash stands at their place in the manifest; a few are kept decrypted.
const warm = new Map();
const isPack = async (of, index, data) => {
  if (await sha256(data) !== of.packs[index]) throw new Trouble("damaged");
};
const packName = (of, index) => `v/${of.packs[index].slice(0, 32)}.bin`;
const pack = (of, index) => {
  const name = packName(of, index);
  const found = warm.get(name) ?? part(name, async (data) => {
    await isPack(of, index, data);
    return new Uint8Array(await decrypted(of.key, of.head.build, index, index, data));
  });
  found.catch(() => warm.delete(name));
  warm.delete(name);
  warm.set(name, found);
  if (warm.size > WARM) warm.delete(warm.keys().next().value);
  return found;
};
const fileOf = async (of, [offset, length, , gz]) => {
  const data = new Uint8Array(length);
  for (let at = 0; at < length;) {
    const place = offset + at;
    const from = await pack(of, Math.floor(place / PACK));
    const piece = from.subarray(place % PACK, (place % PACK) + length - at);
    data.set(piece, at);
    at += piece.length;
  }
  return gz ? unzipped(data) : data.buffer;
};

// Who is reading, and what: `secret` opens editions, `edition` is the one in use.
let secret = null;
let edition = null;
let notice = null;
let looked = 0;
const pages = async () =>
  (await clients.matchAll({type: "window", includeUncontrolled: true})).filter(({url}) => url.startsWith(SCOPE));
const tell = async (message) => {
  for (const page of await pages()) page.postMessage(message);
};
const use = async (next, complete) => {
  edition = next;
  await put("active", {text: next.head.text, complete});
  if (complete) await settle(next);
};
const settle = async (of) => {
  const {build, serial} = of.head;
  const mark = await get("mark");
  if (!mark || serial >= mark.serial) await put("mark", {build, serial});
  const text = await get("next");
  const names = new Set([...of.packs.map((each, index) => packName(of, index)), `m/${build}.bin`]);
  if (text || edition !== of) return;
  const cache = await caches.open(NAME);
  for (const {url} of await cache.keys()) {
    const name = url.slice(SCOPE.length);
    if (/^[mv]\//.test(name) && !names.has(name)) await cache.delete(url);
  }
};
const download = async (of) => {
  const cache = await caches.open(NAME);
  for (const [index] of of.packs.entries()) {
    const name = packName(of, index);
    if (!await cache.match(SCOPE + name)) await part(name, (data) => isPack(of, index, data));
    if (!secret) return false;
  }
  return Boolean(await cache.match(SCOPE + packName(of, of.packs.length - 1)));
};

const lock = async () => {
  secret = edition = notice = null;
  warm.clear();
  await Promise.all([drop("stay"), drop("session")]);
  await tell({say: "locked"});
};
const idle = () => !secret.stay && Date.now() - secret.used > secret.minutes * MINUTE;

// After the browser stopped this worker, the open pages still hold the key; a page that slept
// through a lock holds the key of a session that is over.
const askPages = async () => {
  const session = await get("session");
  if (!session) return null;
  const asked = (await pages()).map((page) => new Promise((resolve, reject) => {
    const {port1, port2} = new MessageChannel();
    setTimeout(reject, 1500);
    port1.onmessage = ({data}) => (data?.key && data.session === session ? resolve(data) : reject());
    page.postMessage({say: "key"}, [port2]);
  }));
  return Promise.any(asked).catch(() => null);
};
const recall = async () => {
  secret = await get("stay") ?? await askPages();
  if (!secret) return null;
  if (idle()) {
    await lock();
    return null;
  }
  const next = secret.stay && !(await pages()).length ? await get("next") : null;
  if (next) return take();
  try {
    await reopen(await get("active"));
  } catch (error) {
    if (kindOf(error) !== "wrong") throw error;
    await lock();
  }
  return edition;
};
const reopen = async (active) => {
  const {key} = secret;
  try {
    if (!active) throw new Trouble("missing");
    await use(await enter(await readHead(active.text), key), active.complete);
  } catch (error) {
    if (kindOf(error) === "wrong") throw error;
    const head = await latest().catch(() => null);
    if (!head || older(head, await get("mark")) || head.text === active?.text) throw error;
    await use(await enter(head, key), false);
  }
};
let recalling = null;
const current = async () => {
  if (secret && idle()) await lock();
  if (secret && edition) return edition;
  recalling ??= recall().finally(() => {
    recalling = null;
  });
  return recalling;
};

// Unlocking: the edition that is whole on this device, else what the host has.
const sameLock = (lockOf, head) =>
  lockOf.rounds === head.rounds && String(lockOf.salt) === String(head.salt);
const offer = async (head) => {
  if (!older(head, await get("mark"))) return head;
  notice = "old";
  throw new Trouble("old");
};
const candidates = async function* candidates() {
  const [next, active] = await Promise.all([get("next"), get("active")]);
  if (next) yield {head: readHead(next), complete: true};
  if (active?.complete) yield {head: readHead(active.text), complete: true};
  const head = (next || active?.complete ? soon(latest()) : latest()).then(offer);
  yield {head, complete: false};
  if (active && !active.complete) yield {head: readHead(active.text), complete: false};
};
const WORST = ["damaged", "missing", "offline", "wrong"];
const begin = async (entered, complete, {key}, {stay, minutes}) => {
  const session = crypto.randomUUID();
  secret = {key, session, stay, minutes, used: Date.now()};
  await put("session", session);
  await (stay ? put("stay", secret) : drop("stay"));
  if (await get("next") === entered.head.text) await drop("next");
  await use(entered, complete);
  pack(entered, 0).catch(() => {});
};
const open = async (wish) => {
  const after = [];
  const before = [];
  for await (const {head: wanted, complete} of candidates()) {
    const head = await wanted.catch((error) => {
      before.push(kindOf(error));
    });
    if (!head) continue;
    const mine = wish.keys.find((each) => sameLock(each, head));
    if (!mine) return {locks: [{salt: head.salt, rounds: head.rounds}]};
    try {
      await begin(await enter(head, mine.key), complete, mine, wish);
      return {ok: true};
    } catch (error) {
      after.push(kindOf(error));
    }
  }
  return {trouble: WORST.find((kind) => after.includes(kind)) ?? before[0]};
};
const locks = async () => {
  const distinct = [];
  let trouble;
  for await (const {head: wanted} of candidates()) {
    try {
      const head = await wanted;
      if (!distinct.some((each) => sameLock(each, head))) distinct.push({salt: head.salt, rounds: head.rounds});
    } catch (error) {
      trouble ??= kindOf(error);
    }
  }
  return {locks: distinct, trouble};
};

// Updates: a newer edition is fetched whole beside the one in use, and taken when nobody reads.
const renew = async () => {
  asking = null;
  const head = await latest();
  const using = edition;
  if (!using || head.build === using.head.build || head.text === await get("next")) return;
  if (head.serial <= using.head.serial || older(head, await get("mark"))) {
    notice = "old";
    return;
  }
  const next = await enter(head, secret.key);
  if (!(await get("active"))?.complete) {
    await use(next, false);
    return;
  }
  if (!await download(next) || edition !== using) return;
  await put("next", head.text);
  await tell({say: "newer"});
};
const keepUp = async () => {
  try {
    if (Date.now() - looked > MINUTE) {
      looked = Date.now();
      await renew();
    }
  } catch (error) {
    if (kindOf(error) === "wrong") notice = "other";
  }
  try {
    const using = edition;
    const active = await get("active");
    if (using && !active?.complete && await download(using) && edition === using) await use(using, true);
  } catch {
    // The rest comes with the next page, or the next connection.
  }
  if (notice) await tell({say: notice});
  notice = null;
};
const take = async () => {
  const text = await get("next");
  if (!text || !secret) return edition;
  const next = await enter(await readHead(text), secret.key);
  await drop("next");
  await use(next, true);
  return next;
};

// What pages ask for.
const asked = {
  state: async () => {
    const open = Boolean(await current().catch(() => null));
    if (!open) latest().catch(() => {});
    return {open};
  },
  locks,
  open,
  lock,
  take: async () => ({ok: Boolean(await take())}),
  used: async () => {
    if (secret) secret.used = Date.now();
  },
  hello: async () => {
    if (!await current().catch(() => null)) return {locked: true};
    const {key, session, minutes, stay, used} = secret;
    return {key, session, minutes, stay, used, newer: Boolean(await get("next"))};
  },
};
addEventListener("message", (event) => {
  if (!event.source?.url?.startsWith(SCOPE)) return;
  if (event.data.do === "activate") skipWaiting();
  if (!Object.hasOwn(asked, event.data.do)) return;
  event.waitUntil((async () => {
    const answer = await asked[event.data.do](event.data);
    event.ports[0]?.postMessage(answer ?? {});
    if (event.data.do === "hello" && edition) await keepUp();
  })());
});

// Answers to the browser.
const HEADERS = {
  "Cache-Control": "no-store",
  "Referrer-Policy": "no-referrer",
  "X-Content-Type-Options": "nosniff",
};
const PAGE = "text/html; charset=utf-8";
const shell = async (name) => {
  const cache = await caches.open(NAME);
  const held = await cache.match(`${SCOPE}shell/${name}`);
  const data = held ? await held.arrayBuffer() : await fetched(name);
  const type = name.endsWith(".js") ? "text/javascript; charset=utf-8" : PAGE;
  return new Response(data, {headers: {...HEADERS, "Content-Type": type}});
};
const REASON = {
  damaged: "What the host sent for this page is damaged, so it isn't shown.",
  missing: "The host doesn't have this page's data any more. Lock this site, and unlock it again.",
  offline: "This page isn't on this device yet, and there is no connection.",
};
const failed = (request, kind) => {
  if (request.mode !== "navigate") return Response.error();
  const text = REASON[kind] ?? REASON.damaged;
  const html = `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark"><title>Not shown</title><h1>Not shown</h1><p>${text}</p><p><a href="${BASE}">Back to the start</a></p></html>`;
  const policy = "default-src 'none'; base-uri 'none'; form-action 'none'";
  return new Response(html, {
    status: kind === "offline" ? 504 : 502,
    headers: {...HEADERS, "Content-Type": PAGE, "Content-Security-Policy": policy},
  });
};
const ranged = (data, headers, range) => {
  const [, first, last] = /^bytes=(\d*)-(\d*)$/.exec(range) ?? [];
  if (!first && !last) return new Response(data, {headers});
  const size = data.byteLength;
  const start = first ? Number(first) : Math.max(0, size - Number(last));
  const end = first && last ? Math.min(Number(last), size - 1) : size - 1;
  if (start > end) return new Response(null, {status: 416, headers: {...headers, "Content-Range": `bytes */${size}`}});
  const told = {...headers, "Content-Range": `bytes ${start}-${end}/${size}`};
  return new Response(data.slice(start, end + 1), {status: 206, headers: told});
};
// The page for what isn't there has addresses from the host's root, for where its site was to be:
// as they are, they would tell the host names of files, and lead outside.
const rooted = (data) => {
  const text = new TextDecoder().decode(data);
  const root = /name="pb-root" content="(\/[^"]*)"/.exec(text)?.[1];
  if (!root || root === BASE) return data;
  const own = (found, before, rest) => (rest.startsWith(root) ? `${before}"${BASE}${rest.slice(root.length)}"` : found);
  return bytes(text.replace(/((?:href|src|content)=|"base": )"(\/(?!\/)[^"]*)"/g, own)).buffer;
};
const served = async (of, request, url) => {
  const path = decodeURIComponent(url.pathname.slice(BASE.length));
  const name = path === "" || path.endsWith("/") ? `${path}index.html` : path;
  if (!of.files.has(name) && of.files.has(`${name}/index.html`)) {
    return Response.redirect(`${url.origin}${url.pathname}/${url.search}`, 301);
  }
  const found = of.files.get(name);
  if (!found && Object.hasOwn(SHELL, name)) return shell(name);
  const file = found ?? (request.mode === "navigate" ? of.files.get("404.html") : null);
  if (!file) return new Response("", {status: 404, headers: HEADERS});
  const data = found ? await fileOf(of, file) : rooted(await fileOf(of, file));
  const headers = {...HEADERS, "Content-Type": file[2], "Accept-Ranges": "bytes"};
  // The name changes with the content: the tab needn't ask for it anew on every page.
  if (/[.][0-9a-f]{8,}[.](min[.])?(css|js)$/.test(name)) headers["Cache-Control"] = "max-age=86400";
  const range = found && request.headers.get("range");
  if (range) return ranged(data, headers, range);
  return new Response(request.method === "HEAD" ? null : data, {status: found ? 200 : 404, headers});
};
const locked = (request, url) => {
  const path = url.pathname.slice(BASE.length);
  if (path === "" || path === "index.html") return shell("index.html");
  if (Object.hasOwn(SHELL, path)) return shell(path);
  if (request.mode === "navigate") return Response.redirect(`${SCOPE}#/${path}${url.search}`, 302);
  // A browser asks for a page's icon late, and would complain of it in the page that locks.
  return request.destination === "image" ? new Response(null, {status: 204}) : Response.error();
};
const answered = async (request, url) => {
  if (request.method !== "GET" && request.method !== "HEAD") return new Response(null, {status: 405});
  try {
    const of = await current();
    if (!of) return await locked(request, url);
    if (secret && request.mode === "navigate") secret.used = Date.now();
    try {
      return await served(of, request, url);
    } catch (error) {
      if (kindOf(error) !== "missing") throw error;
      await renew();
      if (edition === of) await take();
      if (edition === of) throw error;
      return await served(edition, request, url);
    }
  } catch (error) {
    return failed(request, kindOf(error));
  }
};
addEventListener("fetch", (event) => {
  const url = new URL(event.request.url);
  if (url.href.startsWith(SCOPE)) event.respondWith(answered(event.request, url));
});

addEventListener("install", (event) => {
  const install = async () => {
    // Else Chromium may send a page's address to the host as well as to this worker.
    await event.addRoutes?.([{condition: {urlPattern: "/*"}, source: "fetch-event"}]).catch(() => {});
    const cache = await caches.open(NAME);
    for (const name of ["", ...Object.keys(SHELL)]) {
      const data = await fetched(name);
      if (name && await sha256(data) !== SHELL[name]) throw new Error(`another ${name} than ${VERSION}`);
      await cache.put(`${SCOPE}shell/${name || "index.html"}`, new Response(data));
    }
  };
  event.waitUntil(install());
});
addEventListener("activate", (event) => event.waitUntil(clients.claim()));
