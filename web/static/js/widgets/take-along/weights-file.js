/** @typedef {{weights: number[][][], biases: number[][]}} Weights as a specification has them */

/** The names of both lists in a file, by its kind. */
const NAMES = { json: { weights: "weights", biases: "biases" }, numpy: { weights: "W", biases: "b" } };
const NONE = "This file holds no weights. It must be a file that this menu writes: JSON with “weights” and “biases”, or NumPy with “W” and “b”.";

/** Reads the weights and biases in a file, JSON or the text of a NumPy program. An error names the field that is wrong. @returns {Weights} */
export function weightsIn(/** @type {string} */ text) {
    const isJson = /^\s*[{[]/.test(text);
    const names = NAMES[isJson ? "json" : "numpy"];
    const found = isJson ? parsed(text) : { weights: listOf(text, names.weights), biases: listOf(text, names.biases) };
    if (!Array.isArray(found?.weights) && !Array.isArray(found?.biases)) {
        throw new Error(NONE);
    }
    check(found.weights, names.weights, 3);
    check(found.biases, names.biases, 2);
    return { weights: found.weights, biases: found.biases };
}

/** The place that the server finds fault with, as the file names it: `/network/weights/1/0` is `weights[1][0]`. */
export function placeOf(/** @type {string} */ pointer) {
    const [name, ...at] = pointer.replace(/^\/network\//, "").split("/").filter((part) => part !== "");
    return [name, ...at.map((i) => `[${i}]`)].join("");
}

function parsed(/** @type {string} */ text) {
    try {
        return JSON.parse(text);
    } catch (error) {
        throw new Error(`This file is not JSON: ${/** @type {Error} */ (error).message}.`);
    }
}

/** The list of arrays under a name in a program, if it has one. */
function listOf(/** @type {string} */ text, /** @type {string} */ name) {
    const begin = new RegExp(`^${name}\\s*=\\s*\\[`, "m").exec(text);
    if (!begin) {
        return undefined;
    }
    const list = upToItsEnd(text.slice(begin.index + begin[0].length - 1), name);
    const json = list.replace(/#.*$/gm, "").replace(/(?:np|numpy)\.array\(/g, "").replace(/,\s*dtype\s*=\s*[\w.]+/g, "").replaceAll(")", "")
        .replace(/(\d)\.(?=[\s,\]e])/g, "$1.0").replace(/(^|[\s,[-])\.(\d)/g, "$10.$2").replace(/,(\s*\])/g, "$1");
    try {
        return JSON.parse(json);
    } catch {
        throw new Error(`“${name}” in this file must be a list of np.array([…]) with numbers only.`);
    }
}

/** The text of a list up to the bracket that ends it. */
function upToItsEnd(/** @type {string} */ text, /** @type {string} */ name) {
    let depth = 0;
    for (let i = 0; i < text.length; i++) {
        depth += text[i] === "[" ? 1 : text[i] === "]" ? -1 : 0;
        if (depth === 0) {
            return text.slice(0, i + 1);
        }
    }
    throw new Error(`“${name}” in this file does not end: a bracket ] is missing.`);
}

/** Refuses a value that is not a number inside this many lists. @param {any} value @param {string} at @param {number} depth */
function check(value, at, depth) {
    if (depth === 0 && typeof value !== "number") {
        throw new Error(`${at} in this file must be a number.`);
    }
    if (depth > 0 && !Array.isArray(value)) {
        throw new Error(value === undefined ? `This file has no “${at}”.` : `${at} in this file must be a list${depth > 1 ? " of lists" : ""} of numbers.`);
    }
    if (depth > 0) {
        value.forEach((/** @type {any} */ part, /** @type {number} */ i) => check(part, `${at}[${i}]`, depth - 1));
    }
}
