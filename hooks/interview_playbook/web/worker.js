// Keeps every file of the site on the phone, so that all of it is there without signal. A file is
// kept under its path and its hash: a newer version fetches what has changed and nothing else, and
// the version in use stays whole until the reader takes the newer one.
"use strict";
const VERSION = "%version%";
const SCOPE = registration.scope;
const BASE = new URL(SCOPE).pathname;
const NAME = `playbook 1 ${BASE}`;
const LIST = `${SCOPE}worker.json`;
const AT_ONCE = 6;
const PATIENCE = 120000; // milliseconds for one file

// Why something could not be kept: offline, other (than what was built), full.
class Trouble extends Error {
  constructor(kind, path = "") {
    super(`${kind} ${path}`);
    this.kind = kind;
    this.path = path;
  }
}

const hashOf = async (data) =>
  [...new Uint8Array(await crypto.subtle.digest("SHA-256", data)).subarray(0, 8)]
    .map((byte) => byte.toString(16).padStart(2, "0"))
    .join("");
const escaped = (path) => path.split("/").map(encodeURIComponent).join("/");
const addressOf = (path) => SCOPE + escaped(path.replace(/(^|\/)index\.html$/, "$1"));
const keyOf = (path, hash) => `${SCOPE}${escaped(path)}?${hash}`;
const pages = async () =>
  (await clients.matchAll({type: "window", includeUncontrolled: true})).filter(({url}) => url.startsWith(SCOPE));
const tell = async (message) => {
  for (const page of await pages()) page.postMessage(message);
};

// A file as it was built, past the browser's own cache. What a host sends instead isn't taken: an
// older copy, for one, while an update is only half there.
const fetched = async (address, path, hash) => {
  let answer;
  let data;
  try {
    answer = await fetch(address, {cache: "no-store", signal: AbortSignal.timeout(PATIENCE)});
    data = await answer.arrayBuffer();
  } catch {
    throw new Trouble("offline", path);
  }
  if (await hashOf(data) !== hash) throw new Trouble("other", path);
  const type = answer.headers.get("Content-Type");
  return new Response(data, {headers: type ? {"Content-Type": type} : {}});
};

const store = async (cache, key, response, path) => {
  try {
    await cache.put(key, response);
  } catch {
    throw new Trouble("full", path);
  }
};

// The list of files is kept last: where it is, all of them are.
const keepList = (cache, text) => {
  const headers = {"Content-Type": "application/json", "X-Kept-At": new Date().toISOString()};
  return store(cache, `${LIST}?${VERSION}`, new Response(text, {headers}), "worker.json");
};
const filesIn = (text) => new Map(Object.entries(JSON.parse(text).files));

const lacking = async (cache, files) => {
  const there = new Set((await cache.keys()).map(({url}) => url));
  return [...files].filter(([path, hash]) => !there.has(keyOf(path, hash)));
};

const fetchAll = async (cache, files) => {
  const missing = await lacking(cache, files);
  let done = files.size - missing.length;
  const next = async () => {
    for (let found = missing.pop(); found; found = missing.pop()) {
      const [path, hash] = found;
      await store(cache, keyOf(path, hash), await fetched(addressOf(path), path, hash), path);
      done += 1;
      if (done % 10 === 0) await tell({say: "fetching", done, all: files.size});
    }
  };
  await tell({say: "fetching", done, all: files.size});
  await Promise.all(Array.from({length: AT_ONCE}, next));
};

const keepAll = async () => {
  try {
    const cache = await caches.open(NAME);
    const text = await (await fetched(LIST, "worker.json", VERSION)).text();
    const files = filesIn(text);
    await fetchAll(cache, files);
    // The version in use may have tidied up meanwhile.
    if ((await lacking(cache, files)).length) await fetchAll(cache, files);
    await keepList(cache, text);
    await tell({say: "kept"});
  } catch (error) {
    await tell({say: "failed", why: error.kind ?? "full", path: error.path ?? ""});
    throw error;
  }
};

let held = null;
let left = false; // the reader wants nothing kept here
const listed = async () => (await caches.open(NAME)).match(`${LIST}?${VERSION}`);
const known = async () => {
  const list = held ? null : await listed();
  if (list) held = filesIn(await list.text());
  return held;
};

// What older versions left goes once nobody can be reading it any more.
const sweep = async () => {
  if (registration.waiting || registration.installing) return;
  const [cache, files, open] = [await caches.open(NAME), await known(), await pages()];
  const keys = (await cache.keys()).map(({url}) => url);
  const own = `${LIST}?${VERSION}`;
  const isOver = keys.some((key) => key.startsWith(`${LIST}?`) && key !== own);
  if (!files || !isOver || open.length > 1) return;
  const wanted = new Set([own, ...[...files].map(([path, hash]) => keyOf(path, hash))]);
  for (const key of keys) if (!wanted.has(key)) await cache.delete(key);
};

const state = async () => {
  const list = await listed();
  const files = await known();
  if (!list || !files) return {version: VERSION};
  const paths = [...files.keys()];
  return {
    version: VERSION,
    at: list.headers.get("X-Kept-At"),
    files: paths.length,
    pages: paths.filter((path) => path.endsWith(".html") && path !== "404.html").length,
  };
};

const fromCache = async (path, hash) => {
  const cache = await caches.open(NAME);
  const key = keyOf(path, hash);
  const found = await cache.match(key);
  if (found) return found;
  const response = await fetched(addressOf(path), path, hash);
  if (!left) await cache.put(key, response.clone()).catch(() => {});
  return response;
};

const notFound = async (files) => {
  const hash = files.get("404.html");
  const found = hash && await fromCache("404.html", hash).catch(() => null);
  if (!found) return Response.error();
  return new Response(found.body, {status: 404, headers: found.headers});
};

const pathOf = (url) => {
  const path = url.pathname.slice(BASE.length);
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
};

const answered = async (request, url) => {
  const files = await known();
  if (!files) return fetch(request);
  const path = pathOf(url);
  const name = path === "" || path.endsWith("/") ? `${path}index.html` : path;
  const hash = files.get(name);
  const isPage = request.mode === "navigate";
  if (hash) return fromCache(name, hash).catch(() => fetch(request));
  if (files.has(`${name}/index.html`)) {
    return Response.redirect(`${url.origin}${url.pathname}/${url.search}`, 302);
  }
  // A page of an older version that is still open may ask for what only that one had.
  const cache = await caches.open(NAME);
  const older = isPage ? null : await cache.match(url.href, {ignoreSearch: true});
  if (older) return older;
  return fetch(request).catch(() => (isPage ? notFound(files) : Response.error()));
};

const DO = {
  state,
  keep: () => {
    left = false;
    return keepAll().catch(() => {});
  },
  leave: () => {
    left = true;
    return caches.delete(NAME);
  },
  sweep,
  take: () => skipWaiting(),
  // A page has asked the host, and there is nothing newer.
  fresh: async () => {
    const list = await listed();
    if (list) await keepList(await caches.open(NAME), await list.text());
  },
};

addEventListener("message", (event) => {
  if (!Object.hasOwn(DO, event.data?.do)) return;
  event.waitUntil(DO[event.data.do]().then((answer) => event.ports[0]?.postMessage(answer)));
});
addEventListener("fetch", (event) => {
  const {request} = event;
  const url = new URL(request.url);
  const isOurs = url.href.startsWith(SCOPE) && !url.href.startsWith(LIST);
  if (request.method === "GET" && isOurs) event.respondWith(answered(request, url));
});
addEventListener("install", (event) => event.waitUntil(keepAll()));
addEventListener("activate", (event) => {
  const begin = async () => {
    for (const name of await caches.keys()) {
      const isOld = name !== NAME && name.replace(/^playbook \d+ /, "") === BASE;
      if (isOld) await caches.delete(name);
    }
    await clients.claim();
    if (!(await pages()).length) await sweep();
  };
  event.waitUntil(begin());
});
