// A note over the page, for what came while it was open. There is one place for it, so that it is
// said once; each button takes it away.
(() => {
  "use strict";
  const make = (tag, attributes) => Object.assign(document.createElement(tag), attributes);

  // A button is its label, what it does if it does anything more, and what kind it is.
  window.playbookNote = (text, ...buttons) => {
    document.querySelector(".pb-note")?.remove();
    const box = make("div", {className: "pb-note"});
    box.setAttribute("role", "status");
    box.append(make("p", {textContent: text}), ...buttons.map(({label, act, kind}) => {
      const button = make("button", {type: "button", textContent: label});
      button.className = kind ? `pb-button pb-button--${kind}` : "pb-button";
      button.addEventListener("click", () => {
        box.remove();
        act?.();
      });
      return button;
    }));
    document.body.append(box);
  };
})();
