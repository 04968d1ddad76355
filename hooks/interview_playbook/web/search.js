/* The search: a sheet over the page with a box and eight rows, opened by /, Ctrl-K or a button.
   The matching (search-match.js) and the index are loaded when the page is idle, or on opening. */
(() => {
  "use strict";
  const ROWS = 8;
  const KEPT = "pb1.search"; // what was typed, for coming back, as long as the tab lives
  const LABELS = {
    story: "Story", round: "Round", company: "Company", question: "Question", email: "Email",
  };
  const here = document.currentScript?.src ?? "";

  /** The address of the site's first page. */
  const rootOf = () => {
    const root = document.documentElement.dataset.pbRoot
      ?? document.querySelector('meta[name="pb-root"]')?.content ?? ".";
    return new URL(`${root.replace(/\/*$/, "")}/`, document.baseURI).href;
  };

  /** The address of a page of the site; a folder opened from the disk has no index of its own. */
  const addressOf = (url, root) => {
    const address = new URL(url, root);
    if (address.protocol === "file:" && address.pathname.endsWith("/")) {
      address.pathname += "index.html";
    }
    return address.href;
  };

  /** What the page says is next, as rows. */
  const nextOnes = () => {
    try {
      const listed = JSON.parse(document.getElementById("pb-next")?.textContent ?? "[]");
      return listed.slice(0, ROWS).map(({ url, title, hint = "", kind = "" }) =>
        ({ url, kind, title: [title], hint: [hint] }));
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

  /** A line of text with marks, whose nodes are used again: `show(["plain", "marked", ...])`. */
  const makeLine = (name) => {
    const element = make("span", name);
    const nodes = [];
    let shown = null;
    const show = (parts) => {
      const key = parts.join("\u0000");
      if (key === shown) return;
      shown = key;
      while (nodes.length < parts.length) {
        const text = document.createTextNode("");
        element.append(nodes.length % 2 ? make("mark", "pb-search__mark", {}, text) : text);
        nodes.push(text);
      }
      nodes.forEach((node, place) => {
        const text = parts[place] ?? "";
        if (node.data !== text) node.data = text;
      });
    };
    return { element, show };
  };

  /** A row, hidden until it is told what to show. */
  const makeRow = (number) => {
    const title = makeLine("pb-search__title");
    const hint = makeLine("pb-search__hint");
    const kind = make("span", "pb-search__kind");
    const element = make("a", "pb-search__row", {
      id: `pb-search-row-${number}`, role: "option", tabindex: "-1", "aria-selected": "false",
    }, kind, title.element, hint.element);
    element.hidden = true;
    let shownUrl = null;
    const show = (row, root) => {
      element.hidden = !row;
      if (!row) return;
      if (row.url !== shownUrl) {
        shownUrl = row.url;
        element.href = addressOf(row.url, root);
      }
      const label = LABELS[row.kind] ?? "";
      if (kind.textContent !== label) kind.textContent = label;
      title.show(row.title);
      hint.show(row.hint);
    };
    return { element, show };
  };

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

  /** Loads the matching and the index once; after a failure, once more. */
  const load = () => {
    const root = rootOf();
    loading ??= Promise.all([
      globalThis.playbookMatch ?? loadScript(new URL("search-match.js", here || root).href),
      globalThis.playbookIndex ?? loadScript(`${root}assets/playbook/search-index.js`),
    ]).then(() => {
      search = globalThis.playbookMatch.open(globalThis.playbookIndex);
      delete globalThis.playbookIndex;
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
      spellcheck: "false", maxlength: "200", placeholder: "Story, company, person, question",
    });
    const close = make("button", "pb-search__close", { type: "button" }, "Close");
    const note = make("p", "pb-search__note");
    const spoken = make("p", "pb-search__spoken", { role: "status" });
    const bar = make("div", "pb-search__bar", {}, box, close);
    const dialog = make("dialog", "pb-search", { "aria-label": "Search" }, bar, note, list, spoken);
    let root = "";
    let failed = false;
    let opener = null;
    let filled = 0;
    let active = -1;
    let upwards = false; // the best row stands lowest, by the thumb
    let speaking = 0;

    const choose = (number) => {
      if (number === active) return;
      rows[active]?.element.setAttribute("aria-selected", "false");
      active = number;
      const element = rows[active]?.element;
      element?.setAttribute("aria-selected", "true");
      if (element) box.setAttribute("aria-activedescendant", element.id);
      else box.removeAttribute("aria-activedescendant");
    };

    const say = (text) => {
      if (note.textContent !== text) note.textContent = text;
    };

    const speak = () => {
      clearTimeout(speaking);
      speaking = setTimeout(() => {
        spoken.textContent = filled === 1 ? "1 result" : filled ? `${filled} results` : "";
      }, 600);
    };

    /** What stands between the box and the rows. */
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
      rows.forEach((row, number) => row.show(found[number], root));
      say(noteFor(query, found.length, planned.length));
      if (filled !== found.length) box.setAttribute("aria-expanded", String(found.length > 0));
      filled = found.length;
      choose(filled ? 0 : -1);
      list.scrollTop = 0;
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
      box.value = kept.get();
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

    box.addEventListener("input", () => {
      show();
      kept.set(box.value);
    });
    box.addEventListener("keydown", (event) => {
      if (event.isComposing) return;
      if (event.key === "ArrowDown") step(upwards ? -1 : 1);
      else if (event.key === "ArrowUp") step(upwards ? 1 : -1);
      else if (event.key === "Enter") rows[active]?.element.click();
      else return;
      event.preventDefault();
    });
    list.addEventListener("pointerdown", (event) => event.preventDefault());
    list.addEventListener("click", (event) => {
      if (event.target.closest("a") && !event.ctrlKey && !event.metaKey) dialog.close();
    });
    close.addEventListener("click", () => dialog.close());
    dialog.addEventListener("click", (event) => {
      if (event.target === dialog) dialog.close();
    });
    dialog.addEventListener("close", () => opener?.focus?.({ preventScroll: true }));
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

  /** Loads in spare time; a failure shows when the search is opened. */
  const prepare = () => whenIdle(() => load().then(() => whenIdle(search.warm), () => {}));
  if (document.readyState === "complete") prepare();
  else globalThis.addEventListener("load", prepare);

  globalThis.playbookSearch = { open };
})();
