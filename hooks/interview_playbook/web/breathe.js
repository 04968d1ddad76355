/* Makes each .pb-breathe alive: a disc that grows and shrinks, a word, a count, one button. */
(() => {
  "use strict";
  const SMALL = 0.6; // the disc's size when the lungs are empty, as a share of the full one

  /** The number in a data attribute, or `usual` where it is missing or out of [least, most]. */
  const setting = (element, name, usual, least, most) => {
    const value = Number.parseFloat(element.dataset[name]);
    return value >= least && value <= most ? value : usual;
  };

  /** What to do, with whole seconds for each phase and the number of breaths. */
  const readPattern = (element) => {
    const phases = [
      { word: "In", seconds: Math.round(setting(element, "in", 4, 1, 20)), size: 1 },
      { word: "Hold", seconds: Math.round(setting(element, "hold", 0, 0, 20)), size: 1 },
      { word: "Out", seconds: Math.round(setting(element, "out", 6, 1, 20)), size: SMALL },
    ].filter((phase) => phase.seconds > 0);
    const breath = phases.reduce((sum, phase) => sum + phase.seconds, 0);
    const minutes = setting(element, "minutes", 2, 0.1, 20);
    return { phases, breath, breaths: Math.max(1, Math.round((minutes * 60) / breath)) };
  };

  /** Where one is after `second` whole seconds; null once the last breath is over. */
  const momentAt = (pattern, second) => {
    const round = Math.floor(second / pattern.breath);
    if (round >= pattern.breaths) return null;
    const step = second % pattern.breath;
    let begin = 0;
    let index = 0;
    while (step >= begin + pattern.phases[index].seconds) {
      begin += pattern.phases[index].seconds;
      index += 1;
    }
    const phase = pattern.phases[index];
    return { round: round + 1, step, phase, count: step - begin + 1 };
  };

  const make = (tag, name, parent, text = "") => {
    const element = document.createElement(tag);
    element.className = `pb-breathe__${name}`;
    element.textContent = text;
    parent.append(element);
    return element;
  };

  /** One box a second of the breath, with a gap where the phase turns. */
  const makeSteps = (pattern, face) => {
    const row = make("div", "steps", face);
    return pattern.phases.flatMap((phase, index) =>
      Array.from({ length: phase.seconds }, (_, second) => {
        const step = make("span", "step", row);
        step.toggleAttribute("data-turn", index > 0 && second === 0);
        return step;
      }),
    );
  };

  const makeStage = (element, pattern) => {
    const stage = make("div", "stage", element);
    const face = make("div", "face", stage);
    face.setAttribute("aria-hidden", "true");
    const parts = {
      stage,
      disc: make("div", "disc", face),
      word: make("div", "word", face),
      count: make("div", "count", face),
      steps: makeSteps(pattern, face),
      round: make("div", "round", stage),
      button: make("button", "button", stage),
      said: make("div", "said", stage),
    };
    parts.button.type = "button";
    parts.said.setAttribute("role", "status");
    return parts;
  };

  /** Keeps the screen on while it can; gives back what lets it go again. */
  const keepAwake = () => {
    let lock = null;
    let wanted = true;
    navigator.wakeLock?.request("screen").then(
      (granted) => {
        if (wanted) lock = granted;
        else granted.release();
      },
      () => {}, // refused on low battery: the breathing goes on without it
    );
    return () => {
      wanted = false;
      lock?.release();
    };
  };

  const moveDisc = (disc, size, seconds) => {
    disc.style.transitionDuration = `${seconds}s`;
    disc.style.transform = `scale(${size})`;
  };

  const enliven = (element) => {
    const pattern = readPattern(element);
    const parts = makeStage(element, pattern);
    let timer = 0;
    let started = 0;
    let shown = null;
    let letSleep = () => {};

    const rest = (word, label, line, said) => {
      window.clearTimeout(timer);
      document.removeEventListener("visibilitychange", stopWhenHidden);
      letSleep();
      timer = 0;
      shown = null;
      parts.stage.dataset.state = "rest";
      parts.word.textContent = word;
      parts.count.textContent = "";
      parts.round.textContent = line;
      parts.button.textContent = label;
      parts.said.textContent = said;
      parts.steps.forEach((step) => step.removeAttribute("data-done"));
      moveDisc(parts.disc, SMALL, 0.4);
    };

    const ready = (said) => rest("Ready", "Start", `${pattern.breaths} breaths`, said);
    const stop = () => ready("Stopped");
    const stopWhenHidden = () => document.hidden && stop();

    const turn = ({ round, phase, count }) => {
      moveDisc(parts.disc, phase.size, phase.seconds - count + 1);
      parts.word.textContent = phase.word;
      parts.said.textContent = phase.word;
      parts.round.textContent = `Breath ${round} of ${pattern.breaths}`;
    };

    const tick = () => {
      if (!element.isConnected) return stop();
      const elapsed = performance.now() - started;
      const moment = momentAt(pattern, Math.floor(elapsed / 1000));
      if (!moment) {
        const all = `${pattern.breaths} of ${pattern.breaths} breaths`;
        return rest("Done", "Once more", all, `Done, ${all}`);
      }
      if (moment.phase !== shown?.phase || moment.round !== shown.round) turn(moment);
      shown = moment;
      parts.count.textContent = moment.count;
      parts.steps.forEach((step, index) => step.toggleAttribute("data-done", index <= moment.step));
      timer = window.setTimeout(tick, 1000 - (elapsed % 1000) + 1);
    };

    const start = () => {
      started = performance.now();
      letSleep = keepAwake();
      document.addEventListener("visibilitychange", stopWhenHidden);
      parts.stage.dataset.state = "run";
      parts.button.textContent = "Stop";
      tick();
    };

    parts.button.addEventListener("click", () => (timer ? stop() : start()));
    element.addEventListener("keydown", (event) => {
      if (event.key === "Escape" && timer) stop();
    });
    ready("");
    element.dataset.ready = "";
  };

  const enlivenAll = () =>
    document.querySelectorAll(".pb-breathe:not([data-ready])").forEach(enliven);

  // Material swaps pages without loading them anew and says so on document$.
  if (window.document$) window.document$.subscribe(enlivenAll);
  else if (document.readyState === "loading")
    document.addEventListener("DOMContentLoaded", enlivenAll);
  else enlivenAll();
})();
