// Keeps "5 h left", "in 2 days" right after the page was built, and moves what has become overdue.
// The words are those of views/times.py.
(() => {
  "use strict";
  const MINUTE = 60, HOUR = 3600, DAY = 86400, SOON = 48 * HOUR;

  const count = (number, noun) => `${number} ${noun}${number === 1 ? "" : "s"}`;
  const short = (s) => (s < HOUR ? `${Math.floor(s / MINUTE)} min` : `${Math.floor(s / HOUR)} h`);
  const long = (days) => {
    if (days < 14) return count(days, "day");
    if (days < 61) return count(Math.floor(days / 7), "week");
    if (days < 730) return count(Math.floor(days / 30.44), "month");
    return count(Math.floor(days / 365.25), "year");
  };
  const dayWords = (days) => {
    if (Math.abs(days) <= 1) return ["yesterday", "today", "tomorrow"][days + 1];
    return days > 0 ? `in ${long(days)}` : `${long(-days)} ago`;
  };
  const daysUntil = (day) => Math.round((Date.parse(day) - Date.parse(playbook.day())) / 864e5);

  const say = {
    day: (stamp) => {
      const days = daysUntil(stamp);
      return [dayWords(days), days < 0 ? "past" : days <= 2 ? "soon" : "ahead"];
    },
    moment: (stamp) => {
      const instant = Date.parse(stamp), s = (instant - playbook.now()) / 1000, size = Math.abs(s);
      const state = s < 0 ? "past" : s <= SOON ? "soon" : "ahead";
      if (size < MINUTE) return ["now", state];
      if (size >= DAY) return [dayWords(daysUntil(playbook.day(instant))), state];
      return [s > 0 ? `in ${short(s)}` : `${short(size)} ago`, state];
    },
    due: (stamp) => {
      const s = (Date.parse(stamp) - playbook.now()) / 1000, size = Math.abs(s);
      const state = s < 0 ? "late" : s <= SOON ? "soon" : "ahead";
      if (size < MINUTE) return ["now", state];
      const span = size < (s > 0 ? 2 * DAY : DAY) ? short(size) : long(Math.floor(size / DAY));
      return [`${span} ${s > 0 ? "left" : "late"}`, state];
    },
  };

  const STATES = ["past", "late", "soon", "ahead"];
  const mark = (element, block, state) => {
    for (const each of STATES) element.classList.toggle(`${block}--${each}`, each === state);
  };

  const refresh = () => {
    for (const time of document.querySelectorAll("time[data-pb-relative]")) {
      const make = say[time.dataset.pbRelative];
      const words = time.querySelector("[data-pb-words]");
      if (!make || !words) continue;
      const [text, state] = make(time.dateTime);
      if (words.textContent !== text) words.textContent = text;
      mark(time, "pb-when", state);
      const row = time.closest("[data-pb-due]");
      if (row) settle(row, state);
    }
    for (const element of document.querySelectorAll("[data-pb-from], [data-pb-until]")) {
      const { pbFrom, pbUntil } = element.dataset;
      const early = pbFrom && playbook.now() < Date.parse(pbFrom);
      const over = pbUntil && playbook.now() >= Date.parse(pbUntil);
      element.hidden = Boolean(early || over);
    }
  };

  // A row moves to the group of its state, where the page has one, and keeps its place by due time.
  const settle = (row, state) => {
    mark(row, "pb-due", state);
    const list = row.closest("[data-pb-groups]")?.querySelector(`[data-pb-group~="${state}"]`);
    if (!list || row.parentElement === list) return;
    const from = row.parentElement;
    const due = Date.parse(row.dataset.pbDue);
    const after = [...list.children].find((other) => Date.parse(other.dataset.pbDue) > due);
    list.insertBefore(row, after ?? null);
    for (const group of [from, list]) {
      const part = group.closest("[data-pb-group-part]");
      if (part) part.hidden = group.children.length === 0;
    }
  };

  refresh();
  setInterval(refresh, 20000);
  document.addEventListener("visibilitychange", () => document.hidden || refresh());
})();
