// Suggest: the buttons on a mentor's pages, the tray that counts what is to be sent, the page of all.
(() => {
  "use strict";
  const basket = window.playbookBasket;
  const { open, make, button } = window.playbookSuggest;
  const buttons = [...document.querySelectorAll("[data-pb-suggest]")];
  const page = document.querySelector("[data-pb-suggestions]");
  const mentor = document.querySelector('meta[name="pb-audience"]')?.content === "mentor";

  for (const each of buttons) {
    each.hidden = false;
    each.addEventListener("click", () => open(JSON.parse(each.dataset.pbSuggest)));
  }

  const counted = (number) => `${number} suggestion${number === 1 ? "" : "s"}`;

  // One bar above the other, by the thumb: the page's own button, and the way to what is to be sent.
  const tray = make("div", "pb-tray");
  const own = document.querySelector(".pb-suggest--page");
  const home = own && document.createComment("suggest");
  const address = () => `${basket.site.href}suggestions/${location.protocol === "file:" ? "index.html" : ""}`;
  const showTray = () => {
    const unsent = page ? 0 : basket.unsent().length;
    const link = make("a", "pb-button pb-tray__link", { href: address() }, `${counted(unsent)} to send`);
    tray.replaceChildren(...(unsent ? [link] : []), ...(own ? [own] : []));
    tray.hidden = !tray.childElementCount;
    document.documentElement.classList.toggle("pb-has-tray", !tray.hidden);
  };
  if (mentor) {
    own?.before(home);
    document.body.append(tray);
    showTray();
    document.addEventListener("playbook:suggested", showTray);
  }

  const shown = (each, ...actions) => {
    const about = each.label ? `on ${each.label.toLowerCase()}` : "on all of it";
    const link = make("a", "pb-remark__about", { href: new URL(each.url, basket.site).href }, each.title);
    const rows = [link, make("p", "pb-facts", {}, make("span", "", {}, about)), make("p", "", {}, each.comment)];
    if (each.suggestion) rows.push(make("blockquote", "pb-write__text", {}, each.suggestion));
    return make("div", "pb-remark", {}, ...rows, make("div", "pb-buttons", {}, ...actions));
  };

  const change = (each) => open({
    target: each.target, title: each.title, url: each.url,
    fields: each.field ? [{ name: each.field, label: each.label, form: each.form, text: each.base }] : [],
  }, each);

  if (page) {
    const part = (name) => page.querySelector(`[data-pb-${name}]`);
    const told = part("told");
    const answered = new Set([...document.querySelectorAll("[data-pb-answered]")].map((each) => each.dataset.pbAnswered));

    const show = () => {
      const known = basket.all().filter((each) => answered.has(`${each.target} ${each.field} ${each.at}`));
      if (known.length) basket.remove(known.map((each) => each.id));
      const unsent = basket.unsent();
      const sent = basket.all().filter((each) => each.sent);
      part("none").hidden = unsent.length > 0;
      part("ways").hidden = !unsent.length;
      part("to-send").replaceChildren(...unsent.map((each) => shown(
        each,
        button("Delete", "", () => {
          basket.remove([each.id]);
          show();
        }),
        button("Change", "", () => change(each)),
      )));
      part("sent").hidden = !sent.length;
      part("sent-list").replaceChildren(...sent.map((each) => shown(each, button("Send again", "", () => {
        basket.mark([each.id], null);
        show();
      }))));
    };

    const send = async (how) => {
      const unsent = basket.unsent();
      if (!unsent.length) return;
      try {
        told.textContent = await window.playbookSend[how](unsent, page.dataset.pbSuggestions);
      } catch (error) {
        told.textContent = error.name === "AbortError" ? "Nothing was sent." : `It didn’t work: ${error.message}. Try another way.`;
        return;
      }
      basket.mark(unsent.map((each) => each.id), basket.all().length);
      show();
    };
    for (const each of page.querySelectorAll("[data-pb-send]")) {
      each.hidden = !window.playbookSend.can(each.dataset.pbSend, basket.unsent());
      if (each.dataset.pbSend === "file") each.classList.toggle("pb-button--primary", !window.playbookSend.can("share", []));
      each.addEventListener("click", () => send(each.dataset.pbSend));
    }
    document.addEventListener("playbook:suggested", show);
    window.addEventListener("storage", show);
    show();
  }

  // A link with a review in it, opened instead of taken over.
  if (location.hash.startsWith("#review=")) {
    const command = make("code", "", { id: "pb-review-link" }, `playbook review import '${location.href}'`);
    const copy = make("button", "pb-button pb-button--primary", { type: "button", "data-pb-copy": "#pb-review-link" }, make("span", "", { "data-pb-copy-word": "" }, "Copy"));
    const dialog = make("dialog", "pb-write", { "aria-label": "Suggestions in a link" });
    dialog.append(
      make("div", "pb-write__head", {}, make("h2", "pb-write__title", {}, "Suggestions in a link"), button("Close", "quiet", () => dialog.close())),
      make("div", "pb-write__body", {}, make("p", "", {}, "They are in the address itself. Their owner takes them over at a computer:"), make("pre", "pb-write__command", {}, command)),
      make("div", "pb-write__foot", {}, copy),
    );
    document.body.append(dialog);
    dialog.showModal();
  }
})();
