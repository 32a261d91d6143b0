/**
 * A thing that the search finds.
 *
 * @typedef {object} Entry
 * @property {string} title
 * @property {string} note its kind and place
 * @property {string[]} [also] other words that find it
 * @property {string} [path] the address of a page
 * @property {HTMLElement} [button] the page's own button
 */

/** The ranks of a word of the search, best first: each entry's rank is that of its worst word. */
const WHOLE = 0;
const START = 1;
const OTHER_WORD = 2;
const NOTE = 3;
const INSIDE = 4;
const LETTERS = 5;

/** The fewest letters of a word that may stand inside another one. */
const FEWEST_INSIDE = 2;

/** The fewest letters of a word that is found by its letters in their order. */
const FEWEST_LETTERS = 3;

/** The words of a text in small letters, without accents. */
export function wordsOf(/** @type {string} */ text) {
    return text.normalize("NFD").replace(/\p{M}/gu, "").replace(/[’']/g, "").toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

/**
 * The entries that have every word of a search, the best first. A whole word is better than the start of one, a title better than
 * another word for it or the note; then a part inside a word, then the letters of the word in their order (“grdt” finds “gradient”).
 * Entries of equal rank keep their order. A search without words finds all.
 *
 * @param {Entry[]} entries
 * @param {string} search
 */
export function ranked(entries, search) {
    const wanted = wordsOf(search);
    return entries.map((entry) => ({ entry, rank: rankOf(entry, wanted) }))
        .filter(({ rank }) => Number.isFinite(rank))
        .sort((one, other) => one.rank - other.rank)
        .map(({ entry }) => entry);
}

/** @param {Entry} entry @param {string[]} wanted */
function rankOf({ title, note, also = [] }, wanted) {
    const titles = wordsOf(title);
    const others = also.flatMap(wordsOf);
    const notes = wordsOf(note);
    const worst = Math.max(0, ...wanted.map((word) => rankOfWord(word, titles, others, notes)));
    // A title that begins with the words comes before one that has them later.
    const begins = wanted.every((word, place) => titles[place]?.startsWith(word));
    return worst + (begins ? 0 : 0.5);
}

/** @param {string} word @param {string[]} titles @param {string[]} others @param {string[]} notes */
function rankOfWord(word, titles, others, notes) {
    const starts = (/** @type {string} */ one) => one.startsWith(word);
    const inside = word.length >= FEWEST_INSIDE;
    /** @type {[boolean, number][]} */
    const ranks = [
        [titles.includes(word), WHOLE],
        [titles.some(starts), START],
        [others.some(starts), OTHER_WORD],
        [notes.some(starts), NOTE],
        [inside && titles.some((one) => one.includes(word)), INSIDE],
        [word.length >= FEWEST_LETTERS && titles.some((one) => hasLetters(one, word)), LETTERS],
    ];
    return ranks.find(([holds]) => holds)?.[1] ?? Infinity;
}

/** Tests whether a word begins with the first letter of another and has all its letters in their order. */
function hasLetters(/** @type {string} */ text, /** @type {string} */ letters) {
    let at = -1;
    return text[0] === letters[0] && [...letters].every((letter) => (at = text.indexOf(letter, at + 1)) >= 0);
}
