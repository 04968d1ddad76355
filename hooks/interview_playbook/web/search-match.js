/* Finds entries in the index: which words a typed word stands for, and which entry comes first. */
(() => {
  "use strict";
  const KINDS = ["story", "round", "company", "question", "email"];
  const KIND_WEIGHT = [1.4, 1.4, 1.15, 0.8, 0.8];
  const FIELD_WEIGHT = [6, 5, 4, 1]; // title, tags, people, text
  const CONTENDERS = 64; // the best entries, whose words are looked at for being neighbours
  const NEIGHBOURS = 1.5;
  const ALL_FOUND = 8; // how steeply an entry falls that lacks some of the words
  const UNSHOWN = 0.75; // what it loses if none of the words stands in what a row shows
  const SOLID = "\\u0e00-\\u0eff\\u3040-\\u30ff\\u3400-\\u9fff\\uf900-\\ufaff\\u{20000}-\\u{3ffff}";
  const WORD = new RegExp(`[${SOLID}]|(?:(?![${SOLID}])[\\p{L}\\p{N}])+(?:\\+\\+|#)?`, "gu");
  const SHOWN_WORD = new RegExp(`[${SOLID}]|(?:(?![${SOLID}])[\\p{L}\\p{N}\\p{M}])+`, "gu");
  const LETTERS = {
    ß: "ss", æ: "ae", œ: "oe", ø: "o", ł: "l", đ: "d", ð: "d", þ: "th",
    ħ: "h", ŧ: "t", ı: "i", ĸ: "k", ŋ: "n", ς: "σ",
  };
  const ODD = new RegExp(`[${Object.keys(LETTERS).join("")}]`, "g");
  const ENDING = /(?:ations?|ating|ated|ates?|ments?|ings?|ions?|ers?|ed|es|ly|s|e)$/;

  /** The best field of each set of fields, and a quarter of the others on top. */
  const WORTH = Array.from({ length: 16 }, (_, mask) => {
    const worths = FIELD_WEIGHT.filter((_, bit) => mask & (1 << bit));
    const best = Math.max(0, ...worths);
    return best + (worths.reduce((sum, each) => sum + each, 0) - best) / 4;
  });

  /** The text as it is compared: small letters, nothing above or below them. */
  const fold = (text) => {
    if (/^[\0-\x7f]*$/.test(text)) return text.toLowerCase();
    const plain = text.normalize("NFKD").toLowerCase().replace(/\p{M}/gu, "");
    return plain.replace(ODD, (letter) => LETTERS[letter]);
  };

  /** The folded words of a text, in their order. */
  const wordsOf = (text) => fold(text).match(WORD) ?? [];

  /** The number that a UTF-16 unit of the index stands for. */
  const numberAt = (text, place) => {
    const unit = text.charCodeAt(place);
    return unit < 0xe000 ? unit - 33 : unit - 33 - 0x800;
  };

  /** What the word is without its ending. */
  const stemOf = (word) => {
    const stem = word.replace(ENDING, "");
    return stem.length < 4 ? word : stem;
  };

  /** A bit for each letter of the word. */
  const signatureOf = (word) => {
    let bits = 0;
    for (let place = 0; place < word.length; place += 1) bits |= 1 << word.charCodeAt(place) % 31;
    return bits;
  };

  /** Whether more than `most` bits are set. */
  const moreBits = (bits, most) => {
    let rest = bits;
    for (let count = 0; count < most; count += 1) rest &= rest - 1;
    return rest !== 0;
  };

  /** How many letters to add, drop, change or swap (Damerau, optimal string alignment) to come
      from `typed` to `word`, or to a beginning of it; more than `most` where it takes more. */
  const editsBetween = (typed, word, most, beginning) => {
    const width = Math.min(word.length, typed.length + most);
    let twoAgo = [];
    let before = Array.from({ length: width + 1 }, (_, place) => place);
    let row = before;
    for (let i = 1; i <= typed.length; i += 1) {
      row = [i];
      let least = i;
      for (let j = 1; j <= width; j += 1) {
        const same = typed[i - 1] === word[j - 1];
        let edits = Math.min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (same ? 0 : 1));
        if (i > 1 && j > 1 && typed[i - 1] === word[j - 2] && typed[i - 2] === word[j - 1]) {
          edits = Math.min(edits, twoAgo[j - 2] + 1);
        }
        row.push(edits);
        if (edits < least) least = edits;
      }
      if (least > most) return most + 1;
      twoAgo = before;
      before = row;
    }
    if (beginning) return Math.min(...row);
    return width < word.length ? most + 1 : row[width];
  };

  /** The index, opened: rows for what is typed, rows of the newest, and `warm` for spare time. */
  const open = (index) => {
    const lines = (text) => (text === "" ? [] : text.split("\n"));
    const count = index.kinds.length;
    const words = lines(index.words);
    const runs = index.runs.split(" ");
    const urls = lines(index.urls);
    const titles = index.titles.split("\n");
    const hints = index.hints.split("\n");
    const pieces = index.pieces.split("\n");
    const columns = [index.tags.split(" "), index.people.split(" ")];
    const known = new Map(); // what was found for a word, so that only the last is looked up
    const sums = new Float32Array(count);
    const shares = new Float32Array(count);
    const shown = new Float32Array(count);
    let signatures = null;

    /** The signatures of all words, made once. */
    const warm = () => {
      signatures ??= Int32Array.from(words, signatureOf);
      return signatures;
    };

    /** The place of the first word that is not before `word`. */
    const placeOf = (word) => {
      let low = 0;
      let high = words.length;
      while (low < high) {
        const middle = (low + high) >> 1;
        if (words[middle] < word) low = middle + 1;
        else high = middle;
      }
      return low;
    };

    /** The words within one edit of the typed one, or two if it is long, nearest only. */
    const misspelt = (typed, unfinished) => {
      const most = typed.length < 8 ? 1 : 2;
      const bits = signatureOf(typed);
      const near = [];
      let least = most;
      warm().forEach((signature, place) => {
        const word = words[place];
        if (word.length < typed.length - most || moreBits(bits & ~signature, most)) return;
        if (!unfinished && moreBits(signature & ~bits, most)) return;
        const edits = editsBetween(typed, word, least, unfinished);
        if (edits > least) return;
        if (edits < least) near.length = 0;
        least = edits;
        near.push([place, word.length <= typed.length + most ? 0.6 : 0.4]);
      });
      return near;
    };

    /** The words that a typed word may stand for: [place, how well], best or not. */
    const meant = (typed, unfinished) => {
      const near = [];
      const first = placeOf(typed);
      const end = placeOf(`${typed}\uffff`);
      for (let place = first; place < end; place += 1) {
        const rest = words[place].length - typed.length;
        near.push([place, rest === 0 ? 1 : (unfinished ? 0.9 : 0.7) - 0.02 * Math.min(rest, 10)]);
      }
      if (typed.length >= 6) {
        const stem = stemOf(typed);
        for (let place = placeOf(stem); words[place]?.startsWith(stem); place += 1) {
          if ((place < first || place >= end) && stemOf(words[place]) === stem) {
            near.push([place, 0.7]);
          }
        }
      }
      return near.length === 0 && typed.length >= 4 ? misspelt(typed, unfinished) : near;
    };

    /** The entries that have a typed word, how much it is worth in each, and how rare it is. */
    const lookUp = (typed, unfinished) => {
      const key = `${typed}${unfinished ? "*" : ""}`;
      const old = known.get(key);
      if (old) return old;
      const best = new Float32Array(count);
      const near = meant(typed, unfinished);
      for (const [place, quality] of near) {
        const run = runs[place];
        for (let at = 0; at < run.length; ) {
          const worth = quality * WORTH[numberAt(run, at)];
          const end = at + 2 + numberAt(run, at + 1);
          let entry = -1;
          for (at += 2; at < end; at += 1) {
            entry += numberAt(run, at) + 1;
            if (worth > best[entry]) best[entry] = worth;
          }
        }
      }
      const entries = [];
      for (let entry = 0; entry < count; entry += 1) if (best[entry] > 0) entries.push(entry);
      const others = near.map(([place]) => words[place]).filter((word) => !word.startsWith(typed));
      const found = {
        typed,
        others: new Set(others),
        entries: Int32Array.from(entries),
        worths: Float32Array.from(entries, (entry) => best[entry]),
        weight: Math.log(1 + count / Math.max(1, entries.length)),
      };
      if (known.size >= 32) known.delete(known.keys().next().value);
      known.set(key, found);
      return found;
    };

    /** Whether the shown word is one that was typed or meant. */
    const hits = (found, word) => word.startsWith(found.typed) || found.others.has(word);

    /** The tags and names of an entry. */
    const piecesOf = (entry) =>
      columns.flatMap((column) =>
        Array.from(column[entry], (_, place) => pieces[numberAt(column[entry], place)]));

    /** How many pairs of typed words stand side by side in the title, a tag or a name. */
    const neighbours = (terms, entry) => {
      const texts = [titles[entry], ...piecesOf(entry)].map(wordsOf);
      let pairs = 0;
      for (let term = 1; term < terms.length; term += 1) {
        const beside = texts.some((text) =>
          text.some((word, place) =>
            place > 0 && hits(terms[term - 1], text[place - 1]) && hits(terms[term], word)));
        if (beside) pairs += 1;
      }
      return pairs;
    };

    /** The best entries as [entry, score], best first; the newer one among equals. */
    const rank = (terms, limit) => {
      const total = terms.reduce((sum, term) => sum + term.weight, 0);
      sums.fill(0);
      shares.fill(0);
      shown.fill(0);
      for (const { entries, worths, weight } of terms) {
        for (let at = 0; at < entries.length; at += 1) {
          sums[entries[at]] += weight * worths[at];
          shares[entries[at]] += weight / total;
          if (worths[at] > 1) shown[entries[at]] += 1 / terms.length;
        }
      }
      const best = [];
      for (let entry = 0; entry < count; entry += 1) {
        if (sums[entry] === 0) continue;
        const whole = shares[entry] ** ALL_FOUND * (1 - UNSHOWN + UNSHOWN * shown[entry]);
        const score = sums[entry] * whole * KIND_WEIGHT[index.kinds.charCodeAt(entry) - 48];
        if (best.length === limit && score <= best[limit - 1][1]) continue;
        let place = best.length === limit ? limit - 1 : best.length;
        while (place > 0 && best[place - 1][1] < score) {
          best[place] = best[place - 1];
          place -= 1;
        }
        best[place] = [entry, score];
      }
      return best;
    };

    /** The text cut at what was typed or meant: plain, marked, plain, marked, ... */
    const marked = (text, terms) => {
      const parts = [];
      let from = 0;
      for (const { 0: shown, index: start } of text.matchAll(SHOWN_WORD)) {
        const word = fold(shown);
        const term = terms.find((each) => hits(each, word));
        if (!term) continue;
        const begun = word.length === shown.length && word.startsWith(term.typed);
        const end = start + (begun ? term.typed.length : shown.length);
        parts.push(text.slice(from, start), text.slice(start, end));
        from = end;
      }
      return [...parts, text.slice(from)];
    };

    /** What a row shows: below the title also the tags and names that were found, and why. */
    const row = (entry, terms) => {
      const seen = new Set([...wordsOf(titles[entry]), ...wordsOf(hints[entry])]);
      const unseen = terms.filter((term) => ![...seen].some((word) => hits(term, word)));
      const why = unseen.length === 0 ? [] : piecesOf(entry).filter((piece) =>
        wordsOf(piece).some((word) => unseen.some((term) => hits(term, word))));
      return {
        url: urls[entry],
        kind: KINDS[index.kinds.charCodeAt(entry) - 48],
        title: marked(titles[entry], terms),
        hint: marked([...why.slice(0, 2), hints[entry]].filter(Boolean).join(" · "), terms),
      };
    };

    /** The rows for what was typed, best first; none if there is no word in it. */
    const find = (query, limit) => {
      const typed = wordsOf(query).slice(0, 12);
      const unfinished = /\S$/.test(query);
      const terms = typed.map((word, place) =>
        lookUp(word, unfinished && place === typed.length - 1));
      let best = rank(terms, terms.length > 1 ? CONTENDERS : limit);
      if (terms.length > 1) {
        best = best.map(([entry, score]) =>
          [entry, score * NEIGHBOURS ** neighbours(terms, entry)]);
        best.sort((one, other) => other[1] - one[1] || one[0] - other[0]);
      }
      return best.slice(0, limit).map(([entry]) => row(entry, terms));
    };

    /** The rows of the newest entries. */
    const newest = (limit) =>
      Array.from({ length: Math.min(limit, count) }, (_, entry) => row(entry, []));

    return { find, newest, warm };
  };

  globalThis.playbookMatch = { open, wordsOf };
})();
