import { gradientLengths } from "../../shared/lengths.js";

/**
 * The number at a path like `deltas.1.0` in what a stage shows; undefined if there is none. The target is the shown example's;
 * in a computation graph `value.w` and `gradient.w` are of the node of that name.
 *
 * @param {string} path
 * @param {any} picture
 * @param {any} setup
 * @returns {number | undefined}
 */
export function valueAt(path, picture, setup) {
    const [name, ...rest] = path.split(".");
    if (setup?.data && (name === "target" || name === "targets")) {
        return inside(setup.data.targets?.[picture.example], rest);
    }
    if (name === "cost") {
        return picture.trainCost ?? picture.cost;
    }
    if (name === "gradientLengths") {
        return gradientLengths(picture)[Number(rest[0])];
    }
    if (picture.graph && (name === "value" || name === "gradient")) {
        return picture.graph.nodes.find((/** @type {any} */ node) => node.name === rest[0])?.[name];
    }
    return inside(picture[name] ?? setup?.spec?.optimizer?.[name], rest);
}

function inside(/** @type {any} */ value, /** @type {string[]} */ path) {
    return path.reduce((at, key) => at?.[key], value);
}
