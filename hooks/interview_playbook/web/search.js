/* The search: a sheet over the page with a box and eight rows, opened by /, Ctrl-K or a button.
   The index is loaded when the page is idle, or on opening; search-match.js looks through it. */
(() => {
  "use strict";
  const ROWS = 8;
  const KEPT = "playbook:v1:search"; // what was typed, for coming back, as long as the tab lives

  /** The address of the site's first page. */
  const rootOf = () => {
    const root = document.documentElement.dataset.pbRoot
      ?? document.querySelector('meta[name="pb-root"]')?.content ?? ".";
    return new URL(`${root.replace(/\/*$/, "")}/`, document.baseURI).href;
  };

  /** The address of a page of the site; a folder opened from the disk has no index of its own. */
  const addressOf = (url, root) => {
    if (!root.startsWith("file:")) return root + url;
    const [, path, rest] = /^([^?#]*)(.*)$/.exec(url);
    return `${root}${path}${path === "" || path.endsWith("/") ? "index.html" : ""}${rest}`;
  };

  /** What the page says is next, as rows. */
  const nextOnes = () => {
    try {
      const listed = JSON.parse(document.getElementById("pb-next")?.textContent ?? "[]");
      return listed.slice(0, ROWS).map(({ url, title, hint, kind }) => ({
        url,
        title,
        hint: [globalThis.playbookMatch.LABELS[kind], hint].filter(Boolean).join(" · "),
        titleMarks: [],
        hintMarks: [],
      }));
    } catch {
      return [];
    }
  };

  const kept = {
    get: () => {
      try {
        return sessionStorage.getItem(KEPT) ?? "";
      } catch {
        return ""; // storage is off
      }
    },
    set: (text) => {
      try {
        sessionStorage.setItem(KEPT, text);
      } catch {
        // storage is off: nothing is kept
      }
    },
  };

  const make = (tag, name, attributes = {}, ...children) => {
    const element = document.createElement(tag);
    element.className = name;
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    element.append(...children);
    return element;
  };

  /** A line of text: one node, of which only what differs is changed. */
  const makeLine = (name) => {
    const node = document.createTextNode("");
    const show = (text) => {
      if (node.data !== text) node.data = text;
    };
    return { element: make("span", name, {}, node), node, show };
  };

  /** A row, hidden until it is told what to show; `show` returns what is to be marked. */
  const makeRow = (number) => {
    const title = makeLine("pb-search__title");
    const hint = makeLine("pb-search__hint");
    const element = make("a", "pb-search__row", {
      id: `pb-search-row-${number}`, role: "option", tabindex: "-1", "aria-selected": "false",
    }, title.element, hint.element);
    element.hidden = true;
    let shownUrl = null;
    const rangeIn = ({ node }) => ([start, end]) => new StaticRange({
      startContainer: node, startOffset: start, endContainer: node, endOffset: end,
    });
    const show = (row, root) => {
      if (element.hidden === Boolean(row)) element.hidden = !row;
      if (!row) return [];
      if (row.url !== shownUrl) {
        shownUrl = row.url;
        element.href = addressOf(row.url, root);
      }
      title.show(row.title);
      hint.show(row.hint);
      return [...row.titleMarks.map(rangeIn(title)), ...row.hintMarks.map(rangeIn(hint))];
    };
    return { element, show };
  };

  /** Marks what was typed, where the browser can: no elements, so that no row is laid out anew. */
  const markAll = (ranges) =>
    globalThis.CSS?.highlights?.set("pb-search", new Highlight(...ranges));

  const loadScript = (address) => new Promise((resolve, reject) => {
    const script = make("script", "", { src: address, charset: "utf-8" });
    script.addEventListener("load", resolve);
    script.addEventListener("error", () => {
      script.remove();
      reject(new Error(address));
    });
    document.head.append(script);
  });

  let loading = null;
  let search = null; // the opened index

  /** Loads the index once; after a failure, once more. */
  const load = () => {
    loading ??= loadScript(`${rootOf()}assets/playbook/search-index.js`).then(() => {
      search = globalThis.playbookMatch.open(globalThis.playbookIndex);
      delete globalThis.playbookIndex;
      performance.mark("pb-search-ready");
    }).catch((error) => {
      loading = null;
      throw error;
    });
    return loading;
  };

  /** Does the work when the browser has nothing better to do. */
  const whenIdle = (work) =>
    (globalThis.requestIdleCallback ?? ((run) => setTimeout(run, 200)))(work);

  const makePalette = () => {
    const rows = Array.from({ length: ROWS }, (_, number) => makeRow(number));
    const list = make("div", "pb-search__rows", {
      id: "pb-search-rows", role: "listbox", "aria-label": "Results",
    }, ...rows.map(({ element }) => element));
    const box = make("input", "pb-search__box", {
      type: "text", inputmode: "search", enterkeyhint: "go", role: "combobox",
      "aria-label": "Search", "aria-autocomplete": "list", "aria-controls": list.id,
      "aria-expanded": "false", autocomplete: "off", autocapitalize: "none", autocorrect: "off",
      spellcheck: "false", maxlength: "200", placeholder: "Story, company or person",
    });
    const close = make("button", "pb-search__close", { type: "button" }, "Close");
    const note = make("p", "pb-search__note");
    const spoken = make("p", "pb-search__spoken", { role: "status" });
    const bar = make("div", "pb-search__bar", {}, box, close);
    const dialog = make("dialog", "pb-search", { "aria-label": "Search" }, bar, note, list, spoken);
    let root = "";
    let wasOpened = false;
    let failed = false;
    let opener = null;
    let filled = 0;
    let active = -1;
    let upwards = false; // the best row stands lowest, by the thumb
    let speaking = null;
    let scrolled = false;

    const choose = (number) => {
      if (number === active) return;
      rows[active]?.element.setAttribute("aria-selected", "false");
      active = number;
      const element = rows[active]?.element;
      element?.setAttribute("aria-selected", "true");
      if (element) box.setAttribute("aria-activedescendant", element.id);
      else box.removeAttribute("aria-activedescendant");
    };

    const say = (text, isHeading) => {
      if (note.textContent === text) return;
      note.textContent = text;
      note.classList.toggle("pb-search__note--heading", isHeading);
    };

    /** Says how many there are, not oftener than a listener can bear. */
    const speak = () => {
      speaking ??= setTimeout(() => {
        speaking = null;
        spoken.textContent = filled === 1 ? "1 result" : filled ? `${filled} results` : "";
      }, 600);
    };

    /** The words over the rows, or instead of them. */
    const noteFor = (query, found, planned) => {
      if (failed) return "The search could not be loaded. Close it and open it again to retry.";
      if (!search && (query || !planned)) return "Loading …";
      if (query) return found ? "" : "Nothing found. Fewer letters may find it.";
      if (planned) return "Next";
      return found ? "Newest" : "There is nothing to find yet.";
    };

    const show = () => {
      const query = box.value.trim();
      const planned = query ? [] : nextOnes();
      const found = query ? search?.find(box.value, ROWS) ?? []
        : planned.length ? planned : search?.newest(ROWS) ?? [];
      markAll(rows.flatMap((row, number) => row.show(found[number], root)));
      say(noteFor(query, found.length, planned.length), found.length > 0);
      if (filled !== found.length) box.setAttribute("aria-expanded", String(found.length > 0));
      filled = found.length;
      choose(filled ? 0 : -1);
      if (scrolled) list.scrollTop = 0;
      scrolled = false;
      speak();
    };

    /** Keeps the sheet above an on-screen keyboard. */
    const fit = () => {
      const view = globalThis.visualViewport;
      if (!view || !dialog.open) return;
      const below = Math.max(0, innerHeight - view.height - view.offsetTop);
      dialog.style.setProperty("--pb-search-below", `${below}px`);
      dialog.style.setProperty("--pb-search-height", `${view.height}px`);
    };

    const open = (from) => {
      if (dialog.open) {
        box.select();
        return;
      }
      if (!dialog.isConnected) document.body.append(dialog);
      opener = from ?? document.activeElement;
      root = rootOf();
      failed = false;
      if (!wasOpened) box.value = kept.get();
      wasOpened = true;
      show();
      dialog.showModal();
      upwards = getComputedStyle(list).flexDirection === "column-reverse";
      box.focus();
      box.select();
      fit();
      if (!search) load().catch(() => { failed = true; }).then(show);
    };

    const step = (by) => {
      if (!filled) return;
      choose((active + by + filled) % filled);
      rows[active].element.scrollIntoView({ block: "nearest" });
    };

    box.addEventListener("input", show);
    box.addEventListener("keydown", (event) => {
      if (event.isComposing) return;
      if (event.key === "ArrowDown") step(upwards ? -1 : 1);
      else if (event.key === "ArrowUp") step(upwards ? 1 : -1);
      else if (event.key === "Enter") rows[active]?.element.click();
      else return;
      event.preventDefault();
    });
    list.addEventListener("scroll", () => { scrolled = true; }, { passive: true });
    list.addEventListener("pointerdown", (event) => event.preventDefault());
    list.addEventListener("click", (event) => {
      if (event.target.closest("a") && !event.ctrlKey && !event.metaKey) dialog.close();
    });
    close.addEventListener("click", () => dialog.close());
    dialog.addEventListener("click", (event) => {
      if (event.target === dialog) dialog.close();
    });
    dialog.addEventListener("close", () => opener?.focus?.({ preventScroll: true }));
    globalThis.addEventListener("pagehide", () => kept.set(box.value));
    globalThis.visualViewport?.addEventListener("resize", fit);
    globalThis.visualViewport?.addEventListener("scroll", fit);
    return { open };
  };

  let palette = null;
  const open = (from) => {
    palette ??= makePalette();
    palette.open(from);
  };

  const isTyping = (element) =>
    element?.isContentEditable || /^(?:INPUT|TEXTAREA|SELECT)$/.test(element?.tagName ?? "");

  document.addEventListener("click", (event) => {
    const button = event.target.closest?.("[data-pb-search]");
    if (!button) return;
    event.preventDefault();
    open(button);
  });
  document.addEventListener("keydown", (event) => {
    const commanded = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "k";
    const slash = event.key === "/" && !event.ctrlKey && !event.metaKey && !event.altKey
      && !isTyping(document.activeElement);
    if (!commanded && !slash) return;
    event.preventDefault();
    open();
  });

  /** Takes one step at a time, so that nobody has to wait for all of them. */
  const stepWhenIdle = (steps) => whenIdle(() => steps.next().done || stepWhenIdle(steps));

  /** Loads in spare time; a failure shows when the search is opened. */
  const prepare = () => whenIdle(() => load().then(() => stepWhenIdle(search.warm()), () => {}));
  if (document.readyState === "complete") prepare();
  else globalThis.addEventListener("load", prepare);

  globalThis.playbookSearch = { open };
})();
