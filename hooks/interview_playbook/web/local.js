// Opened from a folder there is no server to find the index of a directory: the links name it. Nor
// can anything be installed from there: browsers complain of the manifest.
(() => {
  "use strict";
  if (location.protocol !== "file:") return;
  document.querySelector('link[rel="manifest"]')?.remove();
  for (const link of document.querySelectorAll("a[href]")) {
    const url = new URL(link.href);
    if (url.protocol === "file:" && url.pathname.endsWith("/")) {
      url.pathname += "index.html";
      link.href = url.href;
    }
  }
})();
