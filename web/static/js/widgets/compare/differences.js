/** The fields of a specification that hold many numbers: they are compared, but not written into a table. */
const LONG = /^(data\.(inputs|targets|testInputs|testTargets)|network\.(weights|biases)|frozen)$/;
/** Fields that mean nothing without the one that they belong to. @type {Record<string, string>} */
const WORDS = {
    "data.name": "data", "data.seed": "seed of the data", "network.layers": "layers", "network.activations": "activations", "network.initializer.name": "starting weights",
    "batch.size": "batch", "optimizer.name": "optimizer", "regularization.name": "penalty", "regularization.rate": "penalty rate",
};

/**
 * The settings in which runs differ, each with its value in every run.
 *
 * @param {any[]} specs
 * @returns {{name: string, values: string[]}[]}
 */
export function differences(specs) {
    const flat = specs.map((spec) => new Map(fields(spec, "")));
    const names = [...new Set(flat.flatMap((each) => [...each.keys()]))];
    return names.filter((name) => new Set(flat.map((each) => each.get(name) ?? "")).size > 1)
        .map((name) => ({ name: worded(name), values: flat.map((each) => written(name, each.get(name))) }));
}

/** Each field by its path, with its value as text. @param {any} value @param {string} path @returns {[string, string][]} */
function fields(value, path) {
    if (value === null || value === undefined) {
        return [];
    }
    if (Array.isArray(value)) {
        return [[path, path === "network.layers" ? value.join("-") : value.some((part) => typeof part === "object") ? JSON.stringify(value) : value.join(", ")]];
    }
    if (typeof value === "object") {
        return Object.entries(value).flatMap(([name, part]) => fields(part, path === "" ? name : `${path}.${name}`));
    }
    return [[path, String(value)]];
}

function worded(/** @type {string} */ path) {
    return WORDS[path] ?? (path.split(".").pop() ?? "").replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}

function written(/** @type {string} */ path, /** @type {string | undefined} */ text) {
    if (text === undefined || text === "") {
        return "–";
    }
    return LONG.test(path) || text.startsWith("[") || text.length > 60 ? "its own" : path === "batch.size" && text === "0" ? "whole set" : text;
}
