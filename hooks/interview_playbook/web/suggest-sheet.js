// The sheet on which a mentor writes: what it is about, the text as it stands, a copy to edit, why.
(() => {
  "use strict";
  const basket = window.playbookBasket;
  const SHORT = 240;

  const make = (tag, name, attributes = {}, ...children) => {
    const element = document.createElement(tag);
    if (name) element.className = name;
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    element.append(...children);
    return element;
  };
  const labelled = (text, input, hint) =>
    make("label", "pb-field", {}, make("span", "pb-field__label", {}, text), input, ...(hint ? [hint] : []));
  const button = (text, kind, act) => {
    const element = make("button", `pb-button${kind ? ` pb-button--${kind}` : ""}`, { type: "button" }, text);
    element.addEventListener("click", act);
    return element;
  };

  const build = () => {
    const title = make("h2", "pb-write__title", { id: "pb-write-title" });
    const about = make("select", "pb-field__input");
    const text = make("p", "pb-write__text");
    const stands = make("details", "pb-fold",  {}, make("summary", "pb-fold__head", {}, make("span", "pb-fold__title", {}, "As it stands")), make("div", "pb-fold__body", {}, text));
    const wording = make("textarea", "pb-field__input pb-write__wording", { rows: "4" });
    const hint = make("small", "pb-field__hint");
    const why = make("textarea", "pb-field__input", { rows: "2", maxlength: "4000" });
    const who = make("input", "pb-field__input", { autocomplete: "name", maxlength: "80", enterkeyhint: "done" });
    const wordingField = labelled("Your wording", wording, hint);
    const whoField = labelled("Your name", who);
    const wrong = make("p", "pb-write__wrong", { role: "alert" });
    const body = make("div", "pb-write__body", {}, labelled("About", about), stands, wordingField, labelled("Why", why), whoField, wrong);
    const foot = make("div", "pb-write__foot");
    const close = button("Close", "quiet", () => dialog.close());
    const head = make("div", "pb-write__head", {}, title, close);
    const dialog = make("dialog", "pb-write", { "aria-labelledby": title.id }, head, body, foot);
    document.body.append(dialog);
    return { dialog, title, about, text, stands, wording, wordingField, hint, why, who, whoField, wrong, foot };
  };

  let parts = null;
  let subject = null; // target, title, url, fields
  let kept = null; // what is edited, if it was kept before

  const field = () => subject.fields.find((each) => each.name === parts.about.value) ?? null;
  const before = (name) => basket.unsent().find((each) => each.target === subject.target && (each.field ?? "") === name);

  const choose = (draft) => {
    const chosen = field();
    kept = draft?.id ? draft : before(parts.about.value) ?? null;
    const from = draft ?? kept;
    const base = kept?.base ?? chosen?.text ?? "";
    parts.stands.hidden = parts.wordingField.hidden = !chosen;
    parts.text.textContent = base || "Nothing yet.";
    parts.stands.open = base.length <= SHORT;
    parts.wording.value = from?.suggestion || base;
    parts.hint.textContent = chosen?.form === "lines" ? "One a line. What belongs to the line above begins with two spaces." : "";
    parts.why.value = from?.comment ?? "";
    parts.wrong.textContent = "";
  };

  const changed = () => {
    const chosen = field();
    const base = kept?.base ?? chosen?.text ?? "";
    const wording = basket.seen(parts.wording.value);
    return chosen && wording && wording !== base.trim() ? wording : "";
  };

  // What is being written survives a phone that locks, and a page that is left.
  const note = () => basket.keepDraft({
    target: subject.target, field: parts.about.value, id: kept?.id,
    suggestion: parts.wording.value, comment: parts.why.value, base: kept?.base, at: kept?.at,
  });

  const lacking = () => {
    if (!basket.seen(parts.why.value)) return [parts.why, "Say why, in a few words: nobody but you knows."];
    if (!parts.whoField.hidden && !basket.seen(parts.who.value)) return [parts.who, "Say who you are. You are asked once."];
    return null;
  };

  const keep = () => {
    const lack = lacking();
    parts.wrong.textContent = lack ? lack[1] : "";
    if (lack) {
      lack[0].focus();
      return;
    }
    if (!parts.whoField.hidden) basket.rename(parts.who.value);
    const chosen = field();
    const done = basket.put({
      id: kept?.id, at: kept?.at,
      target: subject.target, title: subject.title, url: subject.url,
      field: chosen?.name ?? "", label: chosen?.label ?? "", form: chosen?.form ?? "text",
      base: chosen ? kept?.base ?? chosen.text : "",
      suggestion: changed(), comment: basket.seen(parts.why.value),
    });
    if (!done) {
      parts.wrong.textContent = "This browser keeps nothing: copy your words before you leave.";
      return;
    }
    basket.keepDraft(null);
    subject = null;
    parts.dialog.close();
    document.dispatchEvent(new CustomEvent("playbook:suggested"));
  };

  // The sheet stays above an on-screen keyboard.
  const fit = () => {
    const view = window.visualViewport;
    if (!view || !parts?.dialog.open) return;
    parts.dialog.style.setProperty("--pb-write-below", `${Math.max(0, innerHeight - view.height - view.offsetTop)}px`);
    parts.dialog.style.setProperty("--pb-write-height", `${view.height}px`);
  };

  const listen = () => {
    parts.about.addEventListener("change", () => {
      choose(null);
      note();
    });
    for (const input of [parts.wording, parts.why]) input.addEventListener("input", note);
    parts.foot.append(button("Keep it", "primary", keep));
    window.visualViewport?.addEventListener("resize", fit);
    window.visualViewport?.addEventListener("scroll", fit);
  };

  /** Opens the sheet for a record; `entry` is one of the basket's to change. */
  const open = (about, entry = null) => {
    if (!parts) {
      parts = build();
      listen();
    }
    subject = about;
    const draft = entry ?? basket.draft(about.target);
    parts.title.textContent = about.title;
    parts.about.replaceChildren(...[["", "All of it"], ...about.fields.map((each) => [each.name, each.label])].map(
      ([name, label]) => make("option", "", { value: name }, label),
    ));
    parts.about.value = about.fields.some((each) => each.name === draft?.field) ? draft.field : "";
    parts.about.disabled = Boolean(entry);
    parts.whoField.hidden = Boolean(basket.name());
    choose(draft);
    parts.dialog.showModal();
    fit();
  };

  window.playbookSuggest = Object.freeze({ open, make, button });
})();
