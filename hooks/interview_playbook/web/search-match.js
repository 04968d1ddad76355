/* Finds entries in the index: which words a typed word stands for, and which entry comes first. */
(() => {
  "use strict";
  const KINDS = ["story", "round", "company", "question", "email"];
  const LABELS = {
    story: "Story", round: "Round", company: "Company", question: "Question", email: "Email",
  };
  const KIND_WEIGHT = [1.4, 1.4, 1.15, 0.8, 0.8];
  const FIELD_WEIGHT = [6, 5, 4, 1]; // title, tags, people, text
  const CONTENDERS = 64; // the best entries, whose words are looked at for being neighbours
  const NEIGHBOURS = 1.5;
  const TEXT = 8; // the mask of a word that stands in the text alone
  const MANY = 150; // a beginning of more words than this is not looked for in texts
  const TELLING = 0.25; // how rare a word is, against the rarest, to bring in entries by itself
  const FRESH = 0.06; // what the newest gains, more than a mention in the text is worth
  const UNSHOWN = 0.75; // what it loses if none of the words stands in what a row shows
  const SOLID = "\\u0e00-\\u0eff\\u3040-\\u30ff\\u3400-\\u9fff\\uf900-\\ufaff\\u{20000}-\\u{3ffff}";
  const WORD = new RegExp(`[${SOLID}]|(?:(?![${SOLID}])[\\p{L}\\p{N}])+(?:\\+\\+|#)?`, "gu");
  const PLAIN_WORD = /[a-z0-9]+(?:\+\+|#)?/gi; // the same for most texts, and faster
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

  const isPlain = (text) => /^[\0-\x7f·–—‘’“”…]*$/.test(text);

  /** The text as it is compared: small letters, nothing above or below them. */
  const fold = (text) => {
    if (isPlain(text)) return text.toLowerCase();
    const plain = text.normalize("NFKD").toLowerCase().replace(/\p{M}/gu, "");
    return plain.replace(ODD, (letter) => LETTERS[letter]);
  };

  /** The folded words of a text, in their order. */
  const wordsOf = (text) => {
    const folded = fold(text);
    return folded.match(isPlain(folded) ? PLAIN_WORD : WORD) ?? [];
  };

  /** Where the words of a shown text start and end, and how they are compared. */
  const placedWords = (text) =>
    Array.from(text.matchAll(isPlain(text) ? PLAIN_WORD : SHOWN_WORD), ({ 0: word, index }) =>
      ({ start: index, end: index + word.length, word: fold(word) }));

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

  const rows = [new Uint8Array(64), new Uint8Array(64), new Uint8Array(64)];

  /** How many letters to add, drop, change or swap (Damerau, optimal string alignment) to come
      from `typed` to `word`, or to a beginning of it; more than `most` where it takes more. */
  const editsBetween = (typed, word, most, beginning) => {
    const width = Math.min(word.length, typed.length + most, 63);
    if (!beginning && width < word.length) return most + 1;
    let [twoAgo, before, row] = rows;
    for (let j = 0; j <= width; j += 1) before[j] = j;
    for (let i = 1; i <= typed.length; i += 1) {
      const letter = typed.charCodeAt(i - 1);
      let least = row[0] = i;
      for (let j = 1; j <= width; j += 1) {
        const other = word.charCodeAt(j - 1);
        const kept = before[j - 1] + (letter === other ? 0 : 1);
        let edits = Math.min(before[j] + 1, row[j - 1] + 1, kept);
        const swapped = i > 1 && j > 1 && letter === word.charCodeAt(j - 2)
          && other === typed.charCodeAt(i - 2);
        if (swapped) edits = Math.min(edits, twoAgo[j - 2] + 1);
        row[j] = edits;
        if (edits < least) least = edits;
      }
      if (least > most) return most + 1;
      [twoAgo, before, row] = [before, row, twoAgo];
    }
    if (!beginning) return before[width];
    let least = most + 1;
    for (let j = 0; j <= width; j += 1) if (before[j] < least) least = before[j];
    return least;
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
    const texts = new Map(); // the words of what rows show
    const shownTexts = new Map(); // titles, tags and names, folded
    const met = new Uint8Array(count); // which entries a search has met
    const lengths = Uint8Array.from(words, (word) => Math.min(255, word.length));
    let signatures = null;

    /** What `make` makes of the key, from the map if it was made before; `most` are kept. */
    const remembered = (map, key, most, make) => {
      let value = map.get(key);
      if (value !== undefined) return value;
      value = make(key);
      if (map.size >= most) map.delete(map.keys().next().value);
      map.set(key, value);
      return value;
    };

    const placed = (text) => remembered(texts, text, 4000, placedWords);

    /** The signatures of all words, made once. */
    const signed = () => {
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
      const signs = signed();
      let near = [];
      let least = most;
      for (let place = 0; place < words.length; place += 1) {
        if (lengths[place] < typed.length - most || moreBits(bits & ~signs[place], most)) continue;
        const long = lengths[place] > typed.length + most;
        if (!unfinished && (long || moreBits(signs[place] & ~bits, most))) continue;
        const edits = editsBetween(typed, words[place], least, unfinished);
        if (edits > least) continue;
        if (edits < least) near = [];
        least = edits;
        near.push([place, long ? 0.4 : 0.6]);
      }
      return near;
    };

    /** The words of the same stem that do not begin with the typed one. */
    const related = (typed) => {
      const near = [];
      const stem = stemOf(typed);
      for (let place = placeOf(stem); words[place]?.startsWith(stem); place += 1) {
        const word = words[place];
        if (!word.startsWith(typed) && stemOf(word) === stem) near.push([place, 0.7]);
      }
      return near;
    };

    /** The words that the typed one begins. */
    const begun = (typed, unfinished) => {
      const near = [];
      for (let place = placeOf(typed); words[place]?.startsWith(typed); place += 1) {
        const rest = lengths[place] - typed.length;
        near.push([place, rest === 0 ? 1 : (unfinished ? 0.9 : 0.7) - 0.02 * Math.min(rest, 10)]);
      }
      return near;
    };

    /** How much a typed word is worth in each entry, and how rare it is. */
    const lookUp = (typed, unfinished) => {
      const own = begun(typed, unfinished);
      const kin = typed.length < 6 ? [] : related(typed);
      const others = own.length + kin.length === 0 && typed.length >= 4
        ? misspelt(typed, unfinished) : kin;
      const short = own.length > MANY;
      const worths = new Float32Array(count);
      const entries = [];
      const add = ([place, quality]) => {
        const run = runs[place];
        for (let at = 0; at < run.length; ) {
          const mask = numberAt(run, at);
          const worth = quality * WORTH[mask];
          const end = at + 2 + numberAt(run, at + 1);
          let entry = -1;
          for (at = short && mask === TEXT ? end : at + 2; at < end; at += 1) {
            entry += numberAt(run, at) + 1;
            if (worths[entry] === 0) entries.push(entry);
            if (worth > worths[entry]) worths[entry] = worth;
          }
        }
      };
      own.forEach(add);
      others.forEach(add);
      const weight = entries.length === 0 ? 0 : Math.log(1 + count / entries.length);
      return { typed, others: others.map(([place]) => words[place]), worths, entries, weight };
    };

    const termsOf = (query) => {
      const typed = wordsOf(query).slice(0, 12);
      const last = /\S$/.test(query) ? typed.length - 1 : -1;
      return typed.map((word, place) => place === last
        ? remembered(known, `${word}*`, 32, () => lookUp(word, true))
        : remembered(known, word, 32, () => lookUp(word, false)));
    };

    /** Whether the shown word is one that was typed or meant. */
    const hits = (found, word) => word.startsWith(found.typed) || found.others.includes(word);

    /** The tags and names of an entry. */
    const piecesOf = (entry) => {
      const all = [];
      for (const column of columns) {
        const run = column[entry];
        for (let at = 0; at < run.length; at += 1) all.push(pieces[numberAt(run, at)]);
      }
      return all;
    };

    const shownText = (entry) => remembered(shownTexts, entry, 2000, () =>
      fold([titles[entry], ...piecesOf(entry)].join("\n")));

    /** What tells whether an entry has two typed words side by side in its title, a tag, a name. */
    const besideIn = (one, other) => {
      const any = ({ typed, others }) =>
        [typed, ...others.slice(0, 8)].join("|").replaceAll("+", "\\+");
      const pair = new RegExp(`(?:^|[^a-z0-9])(?:${any(one)})[^\\s-]*[ -]?(?:${any(other)})`, "m");
      return (entry) => one.worths[entry] > WORTH[TEXT] && other.worths[entry] > WORTH[TEXT]
        && pair.test(shownText(entry));
    };

    /** The best entries as [entry, score]; what has the typed words side by side comes first. */
    const lifted = (terms, best) => {
      const tests = terms.slice(1).map((term, place) => besideIn(terms[place], term));
      return best
        .map(([entry, score]) =>
          [entry, score * NEIGHBOURS ** tests.filter((beside) => beside(entry)).length])
        .sort((one, other) => other[1] - one[1] || one[0] - other[0]);
    };

    /** How well an entry answers: it falls steeply, by the eighth power, if it lacks a word. */
    const scoreOf = (entry, terms, total) => {
      let sum = 0;
      let found = 0;
      let shown = 0;
      for (let at = 0; at < terms.length; at += 1) {
        const { worths, weight } = terms[at];
        const worth = worths[entry];
        if (worth === 0) continue;
        sum += weight * worth;
        found += weight;
        if (worth > WORTH[TEXT]) shown += 1;
      }
      const square = (found / total) ** 2;
      const whole = square * square * square * square;
      const seen = 1 - UNSHOWN + UNSHOWN * (shown / terms.length);
      const fresh = 1 + FRESH * (1 - entry / count);
      return sum * whole * seen * fresh * KIND_WEIGHT[index.kinds.charCodeAt(entry) - 48];
    };

    const isBefore = (score, entry, [other, its]) =>
      score > its || (score === its && entry < other);

    /** The best entries as [entry, score], best first; the newer one among equals. */
    const rank = (terms, limit) => {
      const total = terms.reduce((sum, { weight }) => sum + weight, 0);
      const most = Math.max(...terms.map(({ weight }) => weight));
      const best = [];
      met.fill(0);
      for (const { entries, weight } of terms) {
        if (weight < most * TELLING) continue; // what has only such a word is far behind
        for (let at = 0; at < entries.length; at += 1) {
          const entry = entries[at];
          if (met[entry] === 1) continue;
          met[entry] = 1;
          const score = scoreOf(entry, terms, total);
          let place = best.length;
          if (place === limit && score < best[limit - 1][1]) continue;
          while (place > 0 && isBefore(score, entry, best[place - 1])) place -= 1;
          best.splice(place, 0, [entry, score]);
          if (best.length > limit) best.pop();
        }
      }
      return best;
    };

    /** Where in the text stands what was typed or meant: [start, end] pairs. */
    const marksIn = (text, terms) => {
      const marks = [];
      for (const { start, end, word } of placed(text)) {
        const term = terms.find((each) => hits(each, word));
        if (!term) continue;
        const begun = word.length === end - start && word.startsWith(term.typed);
        marks.push([start, begun ? start + term.typed.length : end]);
      }
      return marks;
    };

    /** What a row shows: before the hint also the tags and names that were found, and why. */
    const row = (entry, terms) => {
      const title = titles[entry];
      const seen = [...placed(title), ...placed(hints[entry])];
      const unseen = terms.filter((term) => !seen.some(({ word }) => hits(term, word)));
      const why = unseen.length === 0 ? [] : piecesOf(entry).filter((piece) =>
        placed(piece).some(({ word }) => unseen.some((term) => hits(term, word))));
      const kind = KINDS[index.kinds.charCodeAt(entry) - 48];
      const hint = [LABELS[kind], ...why.slice(0, 2), hints[entry]].filter(Boolean).join(" · ");
      const titleMarks = marksIn(title, terms);
      return { url: urls[entry], title, titleMarks, hint, hintMarks: marksIn(hint, terms) };
    };

    /** The rows for what was typed, best first; none if there is no word in it. */
    const find = (query, limit) => {
      const terms = termsOf(query);
      const best = terms.length > 1 ? lifted(terms, rank(terms, CONTENDERS)) : rank(terms, limit);
      return best.slice(0, limit).map(([entry]) => row(entry, terms));
    };

    /** Looks for words of some titles, a step each: what runs for the first time runs slowly. */
    const warm = function* () {
      signed();
      for (const title of titles.slice(0, 8)) {
        yield;
        find(`${title.slice(0, 9)} x${title.slice(1, 9)}`, 8);
      }
    };

    /** The rows of the newest entries. */
    const newest = (limit) =>
      Array.from({ length: Math.min(limit, count) }, (_, entry) => row(entry, []));

    return { find, newest, warm };
  };

  globalThis.playbookMatch = { open, wordsOf, LABELS };
})();
