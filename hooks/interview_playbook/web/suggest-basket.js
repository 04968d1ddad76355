/* What a mentor has written and not sent yet: kept in this browser, for this site, and made into a
   file. Every text is written as a JSON string, which is a YAML string, too (YAML 1.2, 1.3). */
(() => {
  "use strict";
  const NAME = "suggestions";
  const LETTERS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\uffff]/g;
  const KEYS = ["target", "field", "at", "by", "base", "comment", "suggestion"];
  const root = document.querySelector('meta[name="pb-root"]')?.content ?? ".";
  const site = new URL(`${root.replace(/\/*$/, "")}/`, document.baseURI);

  // Letters that can't be seen would be refused, and half of a surrogate pair is none at all.
  const seen = (text) => text.replace(/\r\n?/g, "\n").replace(LETTERS, "").replace(/\p{Surrogate}/gu, "").trim();

  const everything = () => playbook.read(NAME, []).filter((each) => each && typeof each.id === "string");
  const all = () => everything().filter((each) => each.site === site.pathname);
  const store = (change) => playbook.write(NAME, change(everything()));

  // The time as the file has it, with this device's own distance from UTC: 2026-11-17T08:40:05+01:00
  const stamp = (instant) => {
    const minutes = -new Date(instant).getTimezoneOffset();
    const local = new Date(instant + minutes * 60000).toISOString().slice(0, 19).replace(/:00$/, "");
    const two = (number) => String(Math.floor(number)).padStart(2, "0");
    const off = Math.abs(minutes);
    return `${local}${minutes < 0 ? "-" : "+"}${two(off / 60)}:${two(off % 60)}`;
  };
  const freshStamp = () => {
    const taken = new Set(everything().map((each) => each.at));
    let instant = playbook.now();
    while (taken.has(stamp(instant))) instant += 1000;
    return stamp(instant);
  };

  const written = (value) => JSON.stringify(seen(value));
  const entry = (each, by) => {
    const said = { ...each, by };
    if (!each.field || !each.suggestion) delete said.base;
    const keys = KEYS.filter((key) => said[key] !== undefined && (said[key] || key === "base"));
    return keys.map((key, place) => `${place ? "  " : "- "}${key}: ${written(said[key])}`).join("\n");
  };

  window.playbookBasket = Object.freeze({
    site,
    seen,
    all,
    unsent: () => all().filter((each) => !each.sent),
    put: (each) => {
      const whole = { ...each, site: site.pathname, at: each.at ?? freshStamp(), id: each.id ?? crypto.getRandomValues(new Uint32Array(2)).join("-") };
      return store((kept) => [...kept.filter((other) => other.id !== whole.id), whole]);
    },
    remove: (ids) => store((kept) => kept.filter((each) => !ids.includes(each.id))),
    mark: (ids, sent) => store((kept) => kept.map((each) => (ids.includes(each.id) ? { ...each, sent } : each))),
    name: () => playbook.read("suggester", ""),
    rename: (name) => playbook.write("suggester", seen(name).replace(/\s+/g, " ").slice(0, 80)),
    draft: (target) => {
      const kept = playbook.read("suggesting", null);
      return kept && kept.site === site.pathname && kept.target === target ? kept : null;
    },
    keepDraft: (draft) => playbook.write("suggesting", draft && { ...draft, site: site.pathname }),
    yaml: (entries, by) => `${entries.map((each) => entry(each, by)).join("\n")}\n`,
  });
})();
