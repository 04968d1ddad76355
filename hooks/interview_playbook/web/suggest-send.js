// The ways a mentor's suggestions leave the device: shared, downloaded, mailed or as a link. No server.
(() => {
  "use strict";
  const basket = window.playbookBasket;
  const LONGEST = 1900; // letters of a mailto: address that every mail program takes
  const WIDTH = 66; // letters of a line that none of them breaks

  const slug = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "");
  const yaml = (entries) => basket.yaml(entries, basket.name());
  const nameOf = () => ["suggestions", slug(basket.name()), playbook.day()].filter(Boolean).join("-");
  const blobOf = (entries) => new Blob([yaml(entries)], { type: "text/yaml" });

  // Some phones share only files with an ending they know: then it is plain text by name.
  const filesOf = (entries) => [["yaml", "text/yaml"], ["txt", "text/plain"]]
    .map(([end, type]) => new File([yaml(entries)], `${nameOf()}.${end}`, { type }))
    .find((file) => navigator.canShare?.({ files: [file] }));

  // Mail programs break long lines, which no YAML survives: so they are broken here, at single spaces,
  // where a quoted text may go on in the next line (YAML 1.2, 7.3.1).
  const folded = (line) => {
    const [first, ...words] = line.split(" ");
    const rows = [first];
    let before = first;
    for (const word of words) {
      const row = rows.at(-1);
      if (before && word && row.length + word.length >= WIDTH) rows.push(`    ${word}`);
      else rows[rows.length - 1] = `${row} ${word}`;
      before = word;
    }
    return rows.join("\r\n");
  };
  const mailto = (entries, owner) => {
    const subject = encodeURIComponent(`Suggestions for ${owner}`);
    return `mailto:?subject=${subject}&body=${encodeURIComponent(yaml(entries).split("\n").map(folded).join("\r\n"))}`;
  };

  const base64url = (bytes) => {
    let text = "";
    for (const byte of bytes) text += String.fromCharCode(byte);
    return btoa(text).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
  };
  const packed = async (entries) => {
    const stream = blobOf(entries).stream();
    const deflated = globalThis.CompressionStream ? stream.pipeThrough(new CompressionStream("deflate-raw")) : stream;
    const bytes = new Uint8Array(await new Response(deflated).arrayBuffer());
    return `${deflated === stream ? "p" : "z"}.${base64url(bytes)}`;
  };

  const follow = (attributes) => {
    const link = Object.assign(document.createElement("a"), attributes);
    document.body.append(link);
    link.click();
    link.remove();
  };

  window.playbookSend = Object.freeze({
    can: (how, entries) =>
      how === "share" ? typeof navigator.share === "function"
        : how === "mail" ? mailto(entries, "").length < LONGEST
          : how !== "link" || (location.protocol !== "file:" && Boolean(navigator.clipboard)),
    share: async (entries, owner) => {
      const file = filesOf(entries);
      const title = `Suggestions for ${owner}`;
      await navigator.share(file ? { title, files: [file] } : { title, text: yaml(entries) });
      return "Shared.";
    },
    file: async (entries) => {
      const href = URL.createObjectURL(blobOf(entries));
      follow({ href, download: `${nameOf()}.yaml` });
      setTimeout(() => URL.revokeObjectURL(href), 60000);
      return "Downloaded: send the file in any way you like.";
    },
    mail: async (entries, owner) => {
      follow({ href: mailto(entries, owner) });
      return "Your mail program has it.";
    },
    link: async (entries) => {
      const link = `${basket.site.href}#review=${await packed(entries)}`;
      await navigator.clipboard.writeText(link);
      return "Copied: paste the link into a message.";
    },
  });
})();
