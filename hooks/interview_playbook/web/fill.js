// Fills an email's blanks as they are typed; when none is left, the email can be sent.
(() => {
  "use strict";
  const WORD = /[\p{L}\p{N}]+(?:[’'.,:/&@+-][\p{L}\p{N}]+)*/gu;
  const tidy = (text) => text.replace(/\s+/g, " ").trim();
  const lines = (element) => element.innerText.replace(/\r?\n/g, "\r\n").trim();

  const mailto = (to, subject, body) => {
    const address = encodeURIComponent(to).replace(/%40/g, "@").replace(/%2B/g, "+");
    return `mailto:${address}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(body)}`;
  };

  const measure = (email) => {
    const element = email.querySelector("[data-pb-count]");
    const words = (email.querySelector("[data-pb-body]").textContent.match(WORD) ?? []).length;
    const most = Number(element.dataset.pbMost);
    element.textContent = most ? `${words} of ${most} words` : `${words} words`;
    element.className = most && words > most ? "pb-mail__broken" : "pb-mail__kept";
  };

  const send = (email, ready) => {
    const link = email.querySelector("[data-pb-mail]");
    const to = email.querySelector("[data-pb-to]")?.value.trim() ?? link.dataset.pbMail;
    link.hidden = !ready;
    if (!ready) return;
    const subject = tidy(email.querySelector("[data-pb-subject]").textContent);
    link.href = mailto(to, subject, lines(email.querySelector("[data-pb-body]")));
  };

  const fill = (email) => {
    let ready = true;
    for (const field of email.querySelectorAll("[data-pb-name]")) {
      const value = tidy(field.value);
      ready &&= value !== "";
      for (const blank of email.querySelectorAll(`[data-pb-blank="${field.dataset.pbName}"]`)) {
        blank.dataset.pbEmpty ??= blank.textContent;
        blank.textContent = value || blank.dataset.pbEmpty;
        blank.toggleAttribute("data-pb-filled", value !== "");
      }
    }
    for (const note of email.querySelectorAll("[data-pb-lack]")) note.hidden = ready;
    measure(email);
    send(email, ready);
  };

  const name = (email) => `fill/${email.dataset.pbFill}`;
  const fields = (email) => [...email.querySelectorAll("[data-pb-name], [data-pb-to]")];
  const key = (field) => field.dataset.pbName ?? "to";

  // What was typed stays on this phone only where the box says so.
  const keep = (email) => {
    const box = email.querySelector("[data-pb-keep]");
    if (!box) return;
    const typed = fields(email).map((field) => [key(field), field.value]);
    playbook.write(name(email), box.checked ? Object.fromEntries(typed) : null);
  };

  const recall = (email) => {
    const box = email.querySelector("[data-pb-keep]");
    const kept = box && playbook.read(name(email), null);
    if (!kept) return;
    box.checked = true;
    for (const field of fields(email)) field.value = kept[key(field)] ?? "";
  };

  for (const email of document.querySelectorAll("[data-pb-fill]")) {
    if (!email.querySelector("[data-pb-name], [data-pb-to]")) continue;
    recall(email);
    fill(email);
    email.addEventListener("input", () => {
      fill(email);
      keep(email);
    });
  }
})();
