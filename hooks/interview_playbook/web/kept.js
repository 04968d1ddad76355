// What the reader left in this browser: ticks, attempts at answers, emails begun, a mentor's
// suggestions, settings. It can be written to a file, read back, added to what is here, and cleared;
// nothing goes unsaid.
(() => {
  "use strict";
  const PREFIX = "playbook:v1:";
  const FORMAT = "interview-playbook-phone";
  const VERSION = 1;
  const MOST = 2_000_000; // characters of a file
  const DAY_TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d$/;
  const ID = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
  const RATINGS = ["again", "hard", "good", "easy"];

  const isText = (value, most) => typeof value === "string" && value.length <= most;
  const isPlain = (value) => value !== null && typeof value === "object" && !Array.isArray(value);
  const isId = (value) => isText(value, 64) && ID.test(value);
  const isAttempt = (each) =>
    isPlain(each) && isText(each.at, 16) && DAY_TIME.test(each.at) && isId(each.question)
    && (!each.story || isId(each.story)) && Number.isInteger(each.seconds)
    && each.seconds >= 0 && each.seconds <= 3600 && RATINGS.includes(each.rating) && isText(each.id, 300);

  const SUGGESTED = {target: 200, title: 1000, field: 64, label: 200, form: 10, base: 40000, suggestion: 40000, comment: 8000, at: 40, id: 100, site: 1000};
  const ADDRESS = /^[a-z0-9-][a-z0-9/-]*(?:#[a-z0-9-]+)?$/; // a page of this site, and no other address
  const haveTexts = (each, names, isNeeded) =>
    names.every((name) => (each[name] === undefined ? !isNeeded : isText(each[name], SUGGESTED[name])));
  const isSuggestion = (each) =>
    isPlain(each) && haveTexts(each, Object.keys(SUGGESTED), true) && isText(each.url, 300) && ADDRESS.test(each.url);
  const isBegun = (each) =>
    isPlain(each) && haveTexts(each, ["target", "site"], true) && haveTexts(each, Object.keys(SUGGESTED), false);

  const earlier = (one, other) => (one < other ? one : other);
  const addTicks = (here, more) => {
    const added = Object.entries(more).map(([key, at]) => [key, here[key] ? earlier(here[key], at) : at]);
    return {...here, ...Object.fromEntries(added)};
  };
  // The same attempt rated otherwise on two phones was two attempts: both stay.
  const addAttempts = (here, more) => {
    const taken = new Map(here.map((each) => [each.id, JSON.stringify(each)]));
    const added = more
      .filter((each) => taken.get(each.id) !== JSON.stringify(each))
      .map((each) => (taken.has(each.id) ? {...each, id: `${each.id} ${each.at} ${each.rating}`} : each))
      .filter((each) => !taken.has(each.id));
    return [...here, ...added].sort((one, other) => (one.at < other.at ? -1 : Number(one.at > other.at)));
  };

  // The same suggestion worded otherwise on two phones was two: both stay. One that was sent stays so.
  const addSuggestions = (here, more) => {
    const said = ({id, sent, ...rest}) => JSON.stringify(Object.entries(rest).sort());
    const known = new Set(here.map(said));
    const ids = new Set(here.map((each) => each.id));
    const added = more
      .filter((each) => !known.has(said(each)))
      .map((each) => (ids.has(each.id) ? {...each, id: crypto.getRandomValues(new Uint32Array(2)).join("-")} : each));
    return [...here, ...added];
  };

  // For each kind: which names it has, what fits it, how many things it holds, how two become one.
  const KINDS = [
    {
      kind: "ticks",
      has: (name) => name === "ticks",
      fits: (value) => isPlain(value) && Object.entries(value).every(
        ([key, at]) => isText(key, 300) && isText(at, 40) && !Number.isNaN(Date.parse(at))),
      count: (value) => Object.keys(value).length,
      add: addTicks,
    },
    {
      kind: "attempts",
      has: (name) => name === "attempts",
      fits: (value) => Array.isArray(value) && value.length <= 10000 && value.every(isAttempt),
      count: (value) => value.length,
      add: addAttempts,
    },
    {
      kind: "fill",
      has: (name) => isText(name, 300) && name.startsWith("fill/"),
      fits: (value) => isPlain(value) && Object.values(value).every((each) => isText(each, 20000)),
      count: () => 1,
      add: null, // what is here stays
    },
    {
      kind: "suggestions",
      has: (name) => name === "suggestions",
      fits: (value) => Array.isArray(value) && value.length <= 1000 && value.every(isSuggestion),
      count: (value) => value.length,
      add: addSuggestions,
    },
    {
      kind: "suggestions",
      has: (name) => name === "suggesting",
      fits: isBegun,
      count: () => 1,
      add: null, // what is here stays
    },
    {
      kind: "settings",
      has: (name) => name === "suggester",
      fits: (value) => isText(value, 80),
      count: () => 1,
      add: null, // what is here stays
    },
    {
      kind: "settings",
      has: (name) => name === "awake",
      fits: (value) => typeof value === "boolean",
      count: () => 1,
      add: null, // what is here stays
    },
  ];
  const kindOf = (name) => KINDS.find((each) => each.has(name));

  // Every value the reader left, by name. Names that begin with here/ are this browser's own affair.
  const all = () => {
    const values = {};
    try {
      for (const key of Object.keys(localStorage)) {
        const name = key.slice(PREFIX.length);
        if (!key.startsWith(PREFIX) || name.startsWith("here/")) continue;
        const value = playbook.read(name, null);
        const isEmpty = value === null || (typeof value === "object" && !Object.keys(value).length);
        if (!isEmpty) values[name] = value;
      }
    } catch {
      return {}; // The browser gives this page no storage.
    }
    return values;
  };
  const counts = (values) => {
    const found = {ticks: 0, attempts: 0, fill: 0, suggestions: 0, settings: 0, other: 0};
    for (const [name, value] of Object.entries(values)) {
      const kind = kindOf(name);
      if (kind?.fits(value)) found[kind.kind] += kind.count(value);
      else found.other += 1;
    }
    return found;
  };

  const asFile = () => {
    const saved = new Date(playbook.now()).toISOString();
    return `${JSON.stringify({format: FORMAT, version: VERSION, saved, values: all()}, null, 1)}\n`;
  };

  // What a file holds: {values, lost, saved}, `lost` being names that aren't understood; or {wrong}.
  const read = (text) => {
    if (text.length > MOST) return {wrong: "That file is too large to be one that was saved here."};
    let found;
    try {
      found = JSON.parse(text);
    } catch {
      return {wrong: "That is not a file that was saved here, or it is damaged."};
    }
    if (found?.format !== FORMAT || !isPlain(found.values)) return {wrong: "That is not a file that was saved here."};
    if (!Number.isInteger(found.version) || found.version < 1) return {wrong: "That file is damaged."};
    if (found.version > VERSION) {
      return {wrong: "That file was saved by a newer version of the site. Reload this one first."};
    }
    const [values, lost] = [{}, []];
    for (const [name, value] of Object.entries(found.values)) {
      if (kindOf(name)?.fits(value)) values[name] = value;
      else lost.push(name);
    }
    const saved = isText(found.saved, 40) && !Number.isNaN(Date.parse(found.saved)) ? found.saved : null;
    return {values, lost, saved};
  };

  // What is here and what comes, as one; `stayed` names what differs and is left as it is here.
  const together = (here, more) => {
    const values = {...here};
    const stayed = [];
    for (const [name, value] of Object.entries(more)) {
      const kind = kindOf(name);
      if (!Object.hasOwn(here, name) || !kind.fits(here[name])) values[name] = value;
      else if (kind.add) values[name] = kind.add(here[name], value);
      else if (JSON.stringify(here[name]) !== JSON.stringify(value)) stayed.push(name);
    }
    return {values, stayed};
  };

  // Puts values in the place of all that is here; if they don't fit, all is as it was, and false.
  const put = (values) => {
    const before = all();
    const written = (wanted) => {
      for (const name of Object.keys(all())) localStorage.removeItem(PREFIX + name);
      return Object.entries(wanted).every(([name, value]) => playbook.write(name, value));
    };
    if (written(values)) return true;
    written(before);
    return false;
  };

  window.playbookKept = Object.freeze({all, counts, asFile, read, together, put});

  // Once something is left here that would be missed, the browser is asked to keep it.
  window.addEventListener("playbook:kept", async ({detail}) => {
    if (detail.startsWith("here/") || playbook.read("here/asked", false)) return;
    playbook.write("here/asked", true);
    await navigator.storage?.persist?.().catch(() => false);
  });
  window.addEventListener("appinstalled", () => navigator.storage?.persist?.().catch(() => false));
})();
