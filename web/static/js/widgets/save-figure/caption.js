import { plain, short } from "../../shared/numbers.js";

/**
 * The words below a saved figure: one line for its title, and sentences about what it shows.
 *
 * @typedef {{name: string, line: string}} FigureWords
 * @typedef {{title: string, sentences: string[]}} Caption
 */

/** @param {FigureWords} figure @param {any} setup @param {any} picture @returns {Caption} */
export function captionOf({ name, line }, setup, picture) {
    return { title: name, sentences: [line, ...facts(setup ?? {}, picture ?? {})].filter((sentence) => sentence !== "") };
}

/** The name of a file that says what is in it. @param {FigureWords} figure @param {any} setup @param {any} picture */
export function fileName({ name }, setup, picture) {
    const what = [name, topic(setup ?? {}), picture?.step === undefined ? "" : `step ${picture.step}`];
    return ["downhill", ...what].join(" ").toLowerCase().replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "");
}

function topic(/** @type {any} */ { spec, hill, perceptron }) {
    return spec ? dataOf(spec) : hill ? hill.name ?? "" : perceptron ? "perceptron" : "";
}

function facts(/** @type {any} */ setup, /** @type {any} */ picture) {
    if (setup.spec) {
        return ofRun(setup, picture);
    }
    if (setup.hill) {
        return ofHill(setup.hill, picture);
    }
    if (setup.perceptron) {
        return [`Visit ${picture.step}: ${picture.right} of 4 examples right, ${picture.mistakes} mistakes so far.`,
            `Weights ${short(picture.w1)} and ${short(picture.w2)}, bias ${short(picture.bias)}.`];
    }
    return setup.graph ? [`Formula: ${setup.graph.typed}.`] : [];
}

function ofRun(/** @type {any} */ { spec, data }, /** @type {any} */ frame) {
    const { network, optimizer } = spec;
    const tests = data?.testInputs?.length ?? 0;
    const examples = data?.inputs?.length ?? 0;
    const batch = spec.batch.size > 0 ? `, batches of ${spec.batch.size}` : "";
    return [
        `Step ${frame.step}, ${costsOf(frame)}.`,
        `Data: ${dataOf(spec)}${examples > 0 ? `, ${examples} training example${examples === 1 ? "" : "s"}` : ""}${tests > 0 ? ` and ${tests} for the test` : ""}${batch}.`,
        `Network: ${network.layers.join("-")}, ${[...new Set(network.activations)].join(" and ")}. Cost: ${spec.cost.replaceAll("-", " ")}. Learning rate ${plain(optimizer.learningRate, 6)} (${optimizer.name}), seed ${spec.seed}.`,
    ];
}

function costsOf(/** @type {any} */ { cost, testCost, accuracy, testAccuracy }) {
    return [`cost ${short(cost)}`, ...[["test cost", testCost]].filter(([, value]) => isNumber(value)).map(([name, value]) => `${name} ${short(value)}`),
        ...(isNumber(accuracy) ? [`${percent(accuracy)} of the training examples right`] : []),
        ...(isNumber(testAccuracy) ? [`${percent(testAccuracy)} of the test examples right`] : [])].join(", ");
}

function ofHill(/** @type {any} */ hill, /** @type {any} */ { step, walkers }) {
    const at = (walkers ?? []).map((/** @type {any} */ { name, place, rate, momentum }) =>
        `${name || "The walker"}: at ${place.position.map(short).join(", ")}, height ${short(place.height)}${isNumber(rate) ? `, learning rate ${plain(rate, 6)}` : ""}${momentum ? `, momentum ${plain(momentum, 6)}` : ""}.`);
    return [`Hill: ${hill.title ?? hill.name}${hill.formula ? `, ${hill.formula}` : ""}. Step ${step}.`, ...at];
}

function dataOf(/** @type {any} */ { data }) {
    return { inline: "examples of one’s own", file: "a file of one’s own", xor: "XOR", and: "AND", or: "OR" }[/** @type {string} */ (data.name)] ?? data.name.replaceAll("-", " ");
}

function isNumber(/** @type {any} */ value) {
    return typeof value === "number";
}

function percent(/** @type {number} */ share) {
    return `${Math.round(1000 * share) / 10}%`;
}
