// On paper the sheet shows what you folded out yourself: Material unfolds everything for printing.
document.querySelector(".pb-sheet")?.addEventListener("click", (event) => {
  const fold = event.target.closest("summary")?.parentElement;
  fold?.toggleAttribute("data-pb-chosen", !fold.open);
});
