// Asks for the passphrase, opens what is sealed in this file, and puts it in this page's place.
(() => {
  "use strict";
  const ALGORITHM = "PBES2-HS512+A256KW";
  const FEWEST = 600000, MOST = 6000000;
  const by = (id) => document.getElementById(id);
  const form = document.querySelector("form");
  const bytes = (text) => new TextEncoder().encode(text);
  const decoded = (text) =>
    Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (each) => each.charCodeAt(0));

  const whyNot = () => {
    if (!globalThis.crypto?.subtle) return "This app can’t unlock the file: it gives a file no cryptography. Open it in a browser.";
    if (!globalThis.DecompressionStream) return "This browser is too old to unlock the file: open it in a newer one.";
    return "";
  };

  class Wrong extends Error {}

  const readerKey = async (passphrase, header) => {
    const words = passphrase.normalize("NFKC").trim().replace(/\s+/g, " ");
    const base = await crypto.subtle.importKey("raw", bytes(words), "PBKDF2", false, ["deriveKey"]);
    const salt = new Uint8Array([...bytes(`${ALGORITHM}\0`), ...decoded(header.p2s)]);
    const pbkdf2 = {name: "PBKDF2", hash: "SHA-512", salt, iterations: header.p2c};
    return crypto.subtle.deriveKey(pbkdf2, base, {name: "AES-KW", length: 256}, false, ["unwrapKey"]);
  };
  const contentKey = async (recipients, key) => {
    for (const {encrypted_key: wrapped} of recipients) {
      try {
        return await crypto.subtle.unwrapKey("raw", decoded(wrapped), key, "AES-KW", "AES-GCM", false, ["decrypt"]);
      } catch {
        continue;
      }
    }
    throw new Wrong();
  };
  const unpacked = async (plain) => {
    const length = new DataView(plain).getUint32(0);
    const stream = new Blob([plain.slice(4, 4 + length)]).stream();
    return new Response(stream.pipeThrough(new DecompressionStream("gzip"))).text();
  };

  const opened = async (passphrase) => {
    const jwe = JSON.parse(by("sealed").textContent);
    const header = JSON.parse(new TextDecoder().decode(decoded(jwe.protected)));
    if (header.alg !== ALGORITHM || header.enc !== "A256GCM") throw new Error("another algorithm");
    if (!(header.p2c >= FEWEST && header.p2c <= MOST)) throw new Error("odd rounds");
    const key = await contentKey(jwe.recipients, await readerKey(passphrase, header));
    const sealed = new Uint8Array([...decoded(jwe.ciphertext), ...decoded(jwe.tag)]);
    const how = {name: "AES-GCM", iv: decoded(jwe.iv), additionalData: bytes(jwe.protected)};
    return unpacked(await crypto.subtle.decrypt(how, key, sealed));
  };

  const busy = (now) => {
    by("go").disabled = now;
    by("go").textContent = now ? "Unlocking…" : "Unlock";
  };
  const refuse = (error) => {
    const wrong = error instanceof Wrong;
    by("wrong").textContent = wrong
      ? "That passphrase doesn’t open it."
      : "The file is damaged, so nothing of it is shown. Send it to yourself again.";
    by("words").setAttribute("aria-invalid", String(wrong));
    busy(false);
  };
  const attempt = async () => {
    by("wrong").textContent = "";
    busy(true);
    let html;
    try {
      html = await opened(by("words").value);
    } catch (error) {
      refuse(error);
      return;
    }
    document.open();
    document.write(html);
    document.close();
  };

  const reason = whyNot();
  by("say").textContent = reason || "What is here opens with a passphrase.";
  if (reason) return;
  form.hidden = false;
  by("words").focus();
  by("show").addEventListener("click", () => {
    const shown = by("words").type === "password";
    by("words").type = shown ? "text" : "password";
    by("show").setAttribute("aria-pressed", String(shown));
    by("show").textContent = shown ? "Hide" : "Show";
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (!by("go").disabled) attempt();
  });
})();
