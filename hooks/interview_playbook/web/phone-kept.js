// This phone, what the reader left here: counted, saved to a file, read back, cleared when asked.
(() => {
  "use strict";
  const section = document.querySelector("[data-pb-mine]");
  if (!section) return;
  const MOST = 8_000_000; // bytes of a file that are looked at
  const kept = window.playbookKept;
  const part = (name) => section.querySelector(`[data-pb-mine-${name}]`);
  const plural = (number, noun) => `${number} ${noun}${number === 1 ? "" : "s"}`;
  const listed = (parts) =>
    (parts.length < 2 ? parts.join("") : `${parts.slice(0, -1).join(", ")} and ${parts.at(-1)}`);
  const NOUNS = {ticks: "tick", attempts: "answer", fill: "email", suggestions: "suggestion", settings: "setting", other: "other thing"};
  const inWords = (values) => {
    const counts = Object.entries(kept.counts(values)).filter(([, count]) => count);
    return listed(counts.map(([kind, count]) => plural(count, NOUNS[kind]))) || "nothing";
  };
  const upper = (text) => text[0].toUpperCase() + text.slice(1);

  const room = async () => {
    const {usage} = await navigator.storage?.estimate?.().catch(() => ({})) ?? {};
    if (!usage) return "–";
    return usage < 1e5 ? `${Math.ceil(usage / 1000)} kB` : `${(usage / 1e6).toFixed(1)} MB`;
  };
  const show = async () => {
    const values = kept.all();
    const counts = kept.counts(values);
    for (const each of section.querySelectorAll("[data-pb-mine-count]")) {
      each.textContent = counts[each.dataset.pbMineCount];
    }
    part("clear").disabled = !Object.keys(values).length;
    part("room").textContent = await room();
    const isSafe = await navigator.storage?.persisted?.().catch(() => false);
    if (isSafe) part("persists").textContent = "Your browser keeps it until you clear it. Nothing of it is sent anywhere.";
  };

  // One question at a time, with its answers; the first one is the likeliest.
  const ask = (text, ...answers) => {
    part("asked").textContent = text;
    part("answers").replaceChildren(...answers.map(([word, act], place) => {
      const button = Object.assign(document.createElement("button"), {type: "button", textContent: word});
      button.className = `pb-button${place ? "" : " pb-button--primary"}`;
      button.addEventListener("click", () => {
        part("ask").hidden = true;
        act?.();
      });
      return button;
    }));
    part("ask").hidden = false;
    part("ask").scrollIntoView({block: "nearest"});
    part("answers").firstElementChild?.focus({preventScroll: true});
  };
  const change = (values, said) => {
    const before = kept.all();
    const done = kept.put(values);
    show();
    if (!done) return ask("It doesn’t fit into this browser, so all is as it was.", ["All right"]);
    return ask(said, ["All right"], ["Take that back", () => change(before, "All is as it was.")]);
  };

  const name = () => `playbook-${playbook.day()}.json`;
  const save = () => {
    const url = URL.createObjectURL(new Blob([kept.asFile()], {type: "application/json"}));
    Object.assign(document.createElement("a"), {href: url, download: name()}).click();
    setTimeout(() => URL.revokeObjectURL(url), 60000);
  };
  // Browsers hand on few kinds of file, and text is one that all of them do.
  const asText = () => new File([kept.asFile()], `${name()}.txt`, {type: "text/plain"});
  const send = () => navigator.share({files: [asText()]}).catch(() => {});

  const staying = (stayed) => (stayed.length ? ` What differs here stayed as it was: ${listed(stayed)}.` : "");
  const offer = ({values, lost, saved}) => {
    const here = kept.all();
    const since = saved ? `, saved on ${saved.slice(0, 10)}` : "";
    const left = lost.length ? ` Not understood, and left out: ${listed(lost)}.` : "";
    if (!Object.keys(values).length) return ask(`Nothing in that file can be read.${left}`, ["All right"]);
    const text = `The file has ${inWords(values)}${since}. Here there is ${inWords(here)}.${left}`;
    const joined = kept.together(here, values);
    const add = ["Add it", () => change(joined.values, `It is added: now there is ${inWords(joined.values)}.${staying(joined.stayed)}`)];
    const replace = ["Put it in the place of that", () => change(values, `Now there is ${inWords(values)}, as in the file.`)];
    const isEmpty = !Object.keys(here).length;
    return ask(text, add, ...(isEmpty ? [] : [replace]), ["Leave it"]);
  };
  const read = async () => {
    const [file] = part("file").files;
    if (!file) return;
    const found = kept.read(await file.slice(0, MOST).text());
    part("file").value = "";
    if (found.wrong) ask(found.wrong, ["All right"]);
    else offer(found);
  };
  const clear = () => {
    const here = kept.all();
    ask(
      `${upper(inWords(here))} will be gone from this phone.`,
      ["Keep it"],
      ["Save to a file, then clear", () => {
        save();
        change({}, "It is cleared. The file has it all.");
      }],
      ["Clear it", () => change({}, "It is cleared.")],
    );
  };

  part("save").addEventListener("click", save);
  part("send").addEventListener("click", send);
  part("read").addEventListener("click", () => part("file").click());
  part("file").addEventListener("change", read);
  part("clear").addEventListener("click", clear);
  part("save").disabled = part("read").disabled = false;
  part("send").disabled = !navigator.canShare?.({files: [asText()]});
  window.addEventListener("storage", show);
  window.addEventListener("playbook:offline", ({detail}) => ["kept", "left"].includes(detail.say) && show());
  window.addEventListener("playbook:kept", ({detail}) => detail.startsWith("here/") || show());
  show();
})();
