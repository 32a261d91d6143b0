import { itemName } from "../shared/reading.js";
import { short } from "../shared/numbers.js";
import { tuned } from "../shared/tweaks.js";

/** The names of the controls in a sentence. @type {Record<string, string>} */
const CONTROLS = {
    data: "data", points: "points", count: "number of examples", noise: "noise", testShare: "test share", dataSeed: "seed of the data", targets: "targets",
    features: "inputs", hidden: "hidden layers", activation: "activation", output: "output activation", init: "starting weights",
    initSize: "size of the starting weights", biases: "biases", cost: "cost", costMargin: "margin of the cost", optimizer: "optimizer",
    learningRate: "learning rate", momentum: "momentum", nesterov: "Nesterov’s momentum", decay: "decay", beta1: "beta 1", beta2: "beta 2",
    weightDecay: "weight decay", penalty: "penalty", penaltyRate: "penalty rate", dropout: "dropout", batchSize: "batch", seed: "seed",
};

/** The names of what a tweak changes, by its parts. @type {Record<string, Record<string, string>>} */
const TWEAKED = {
    optimizer: { learningRate: "learning rate", momentum: "momentum", decay: "decay", beta1: "beta 1", beta2: "beta 2", epsilon: "epsilon", weightDecay: "weight decay" },
    batch: { size: "batch", shuffle: "order of the examples", reduce: "reduction of the batch" },
};

/** The most changed controls that a sentence names. */
const MOST_NAMED = 2;

/**
 * A change in words, for a sentence that begins with "Undone:".
 *
 * @param {import("./changes.js").Change} change
 * @param {import("./changes.js").Snapshot} before
 * @param {import("./changes.js").Snapshot} now
 * @param {{setup: any, value: (name: string, value: string) => string}} page the shown run, and the words that the page has for a control's value
 */
export function changeWords({ tweaks, names, isAnew }, before, now, { setup, value }) {
    if (tweaks.length > 0) {
        return tweakWords(tweaks[tweaks.length - 1], before, setup);
    }
    if (names.length === 0) {
        return isAnew ? "begin again" : isOtherNetwork(before, now) ? "other starting weights" : "other examples";
    }
    const parts = names.slice(0, MOST_NAMED).map((name) => controlWords(name, before.controls[name], now.controls[name], value));
    const others = names.length - parts.length;
    return parts.join(", ") + (others > 0 ? ` and ${others} more ${others === 1 ? "setting" : "settings"}` : "");
}

/** Tests whether two moments have runs whose networks begin differently. @param {import("./changes.js").Snapshot} before @param {import("./changes.js").Snapshot} now */
function isOtherNetwork(before, now) {
    return JSON.stringify(before.state?.spec.network) !== JSON.stringify(now.state?.spec.network);
}

/** @param {string} name @param {string} from @param {string} to @param {(name: string, value: string) => string} value */
function controlWords(name, from, to, value) {
    const control = CONTROLS[name] ?? name;
    return name === "points" ? "your points" : `${control} from ${value(name, from)} to ${value(name, to)}`;
}

/** @param {import("./changes.js").Tweak} tweak @param {import("./changes.js").Snapshot} before @param {any} setup */
function tweakWords({ step, ...tweak }, before, setup) {
    return `${whatChanged(tweak, before, setup)}, at step ${step}`;
}

/** @param {any} tweak @param {import("./changes.js").Snapshot} before @param {any} setup */
function whatChanged(tweak, before, setup) {
    const spec = /** @type {any} */ (before.state && tuned(before.state.spec, before.runs[before.state.front].tweaks));
    for (const [part, names] of Object.entries(TWEAKED)) {
        const key = Object.keys(tweak[part] ?? {})[0];
        if (key !== undefined) {
            return `${names[key] ?? key} from ${spec?.[part]?.[key]} to ${tweak[part][key]}`;
        }
    }
    if (tweak.regularization) {
        return `penalty from ${penaltyWords(spec?.regularization)} to ${penaltyWords(tweak.regularization)}`;
    }
    const set = [...(tweak.weights ?? []).map((/** @type {any} */ one) => ({ kind: "weight", ...one })),
        ...(tweak.biases ?? []).map((/** @type {any} */ one) => ({ kind: "bias", ...one }))];
    if (set.length === 1 && setup) {
        const name = itemName(set[0], setup);
        return `${name[0].toLowerCase()}${name.slice(1)} set to ${short(set[0].value)}`;
    }
    return set.length > 0 ? `${set.length} weights and biases set` : tweak.frozen ? "frozen parts" : "a setting";
}

/** A penalty in words. @param {{name: string, rate: number} | undefined} penalty */
function penaltyWords(penalty) {
    return penalty && penalty.rate > 0 ? `${penalty.name.toUpperCase()} ${penalty.rate}` : "none";
}
