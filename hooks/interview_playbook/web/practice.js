// Practice: a timer for each question, a rating, and the lines to write into the practice log.
(() => {
  "use strict";
  const section = document.querySelector("[data-pb-written]");
  if (!section) return;
  const NAME = "attempts";
  const lines = section.querySelector("[data-pb-written-lines]");
  const clock = (seconds) => `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;

  // The date and time in the owner's zone, as the log has them: "2026-11-17T08:40".
  const stamp = () => {
    const parts = new Intl.DateTimeFormat("en-GB", {
      timeZone: playbook.zone, hour: "2-digit", minute: "2-digit", hourCycle: "h23",
    }).format(playbook.now());
    return `${playbook.day()}T${parts}`;
  };

  const asYaml = ({ at, question, story, seconds, rating }) =>
    [
      `- at: ${at}`,
      `  question: ${question}`,
      ...(story ? [`  story: ${story}`] : []),
      ...(seconds ? [`  seconds: ${seconds}`] : []),
      `  rating: ${rating}`,
    ].join("\n");

  const show = () => {
    const kept = playbook.read(NAME, []);
    lines.textContent = kept.map(asYaml).join("\n");
    section.hidden = kept.length === 0;
  };

  const start = (card) => {
    const button = card.querySelector("[data-pb-timer]");
    const word = card.querySelector("[data-pb-timer-word]");
    const noted = card.querySelector("[data-pb-noted]");
    const goal = Number(button.dataset.pbTimer);
    let begun = null;
    let seconds = 0;
    let mine = null; // the place of this card's attempt: rating it again changes it

    const tick = () => {
      if (begun === null) return;
      seconds = Math.min(Math.floor((performance.now() - begun) / 1000), 3600);
      word.textContent = `${clock(seconds)} of ${clock(goal)}, stop`;
    };
    const stop = () => {
      tick();
      begun = null;
      word.textContent = `${clock(seconds)} of ${clock(goal)}, start again`;
    };
    button.addEventListener("click", () => {
      if (begun !== null) return stop();
      begun = performance.now();
      mine = null;
      return tick();
    });
    setInterval(tick, 500);

    const note = (rating) => {
      if (begun !== null) stop();
      const kept = playbook.read(NAME, []);
      const attempt = { at: stamp(), question: card.dataset.pbExercise, story: card.dataset.pbStory, seconds, rating };
      const place = kept.findIndex((each) => each.id === mine);
      if (mine !== null && place >= 0) kept[place] = { ...attempt, id: mine };
      else {
        mine = `${attempt.question} ${kept.length} ${Math.random()}`;
        kept.push({ ...attempt, id: mine });
      }
      const done = playbook.write(NAME, kept);
      const link = Object.assign(document.createElement("a"), { href: "#written", textContent: "Its lines are below" });
      noted.replaceChildren(done ? `Noted as ${rating}. ` : "This browser keeps nothing: write it down by hand. ", ...(done ? [link] : []));
      for (const each of card.querySelectorAll("[data-pb-rate]")) {
        each.setAttribute("aria-pressed", String(each.dataset.pbRate === rating));
      }
      show();
    };
    card.addEventListener("click", (event) => {
      const rate = event.target.closest("[data-pb-rate]");
      if (rate) note(rate.dataset.pbRate);
    });
  };

  document.querySelectorAll("[data-pb-exercise]").forEach(start);
  section.querySelector("[data-pb-written-clear]").addEventListener("click", () => {
    playbook.write(NAME, []);
    show();
  });
  window.addEventListener("storage", (event) => event.key === `playbook:v1:${NAME}` && show());
  show();
})();
