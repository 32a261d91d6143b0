// Numbers as people read them. The server's NumberText writes the same texts; both are tested with the cases of number-texts.json.
const RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹";
/** A number this many times smaller than the largest one beside it is written as 0 in a beginner's table. */
const NEGLIGIBLE = 1e-6;

/** A number with three or four digits, as in tables and beside figures: a true minus sign, powers of ten only for very large and very small ones. */
export function short(/** @type {number} */ value) {
    const size = Math.abs(value);
    if (hasNoDigits(value)) {
        return word(value);
    }
    if (size >= 1e5 || size < 1e-4) {
        return power(value);
    }
    const digits = size >= 1000 ? 0 : size >= 100 ? 1 : size >= 10 ? 2 : size >= 0.1 ? 3 : 4;
    return minus(value.toFixed(size < 0.001 ? 6 : size < 0.01 ? 5 : digits));
}

/**
 * A number beside a change of it: with decimals enough to show two digits of the change, nine at most. @param {number} value @param {number}
 * change
 */
export function beside(value, change) {
    const usual = short(value);
    const decimals = Math.ceil(-Math.log10(Math.abs(change))) + 1;
    const written = usual.includes("×") || !(decimals <= 9) ? 0 : decimals;
    return written > (usual.split(".")[1]?.length ?? 0) ? minus(value.toFixed(written)) : usual;
}

/** A number with this many significant digits, zeros at the end included. @param {number} value @param {number} digits */
export function significant(value, digits) {
    if (hasNoDigits(value)) {
        return word(value);
    }
    const size = Math.abs(value);
    const exponent = Number(value.toExponential(digits - 1).split("e")[1]);
    return size >= 1e6 || size < 1e-4 ? power(value, digits - 1) : minus(value.toFixed(Math.max(0, digits - 1 - exponent)));
}

/** A number with at most this many significant digits, without zeros at the end, as in a sentence. @param {number} value @param {number} digits */
export function plain(value, digits) {
    const [mantissa, ...rest] = significant(value, digits).split(" ×");
    return [mantissa.includes(".") ? mantissa.replace(/\.?0+$/, "") : mantissa, ...rest].join(" ×");
}

/** A number in a beginner's table: 0 if it is negligible beside the largest number of its kind there. @param {number} value @param {number} largest */
export function amid(value, largest) {
    return Math.abs(value) < NEGLIGIBLE * Math.abs(largest) ? "0" : short(value);
}

/** A number as it is compared: nine decimals, or seven digits and a power of ten, without zeros at the end. */
export function long(/** @type {number} */ value) {
    const size = Math.abs(value);
    if (hasNoDigits(value)) {
        return word(value);
    }
    return size >= 1e6 || size < 1e-5 ? power(value, 6) : minus(value.toFixed(9).replace(/\.?0+$/, ""));
}

/** A change: the same with its sign always there. */
export function signed(/** @type {number} */ value) {
    return value > 0 ? "+" + short(value) : short(value);
}

/** A share of one as a percentage. */
export function percent(/** @type {number} */ share) {
    return minus((100 * share).toFixed(share === 1 || share === 0 ? 0 : 1)) + "%";
}

/** A count with thin spaces between its thousands, at which no line breaks. */
export function count(/** @type {number} */ value) {
    return String(value).replace(/\B(?=(\d{3})+$)/g, "\u202f");
}

/** A number as somebody writes it, or copies it from a page: with a comma, a true minus sign, a power of ten; else NaN. */
export function read(/** @type {string} */ text) {
    const ascii = text.replace(/[⁰¹²³⁴⁵⁶⁷⁸⁹]/g, (digit) => String(RAISED.indexOf(digit))).replace(/[\u2212⁻]/g, "-").replace(",", ".")
        .replace(/\s*[×x*]\s*10\^?(?=[-\d])/, "e").trim();
    return ascii === "" ? NaN : Number(ascii);
}

/** An exponent in raised digits. */
export function raised(/** @type {string} */ exponent) {
    return exponent.replace("+", "").replace(/[-\u2212]/, "⁻").replace(/\d/g, (digit) => RAISED[Number(digit)]);
}

function hasNoDigits(/** @type {number} */ value) {
    return value === 0 || !Number.isFinite(value);
}

/** The text of 0 and of results that are beyond all numbers. */
function word(/** @type {number} */ value) {
    return Number.isNaN(value) ? "not a number" : value === 0 ? "0" : value > 0 ? "infinite" : "\u2212infinite";
}

function power(/** @type {number} */ value, digits = 2) {
    const [mantissa, exponent] = value.toExponential(digits).split("e");
    return `${minus(mantissa)} × 10${raised(exponent)}`;
}

function minus(/** @type {string} */ text) {
    return text.replace("-", "\u2212");
}
