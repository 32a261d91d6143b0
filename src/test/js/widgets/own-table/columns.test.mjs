import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { firstRoles, firstShare, lackOf, query, specOf, withRole } from "../../../../../web/static/js/widgets/own-table/columns.js";

const FITTING = "identity sigmoid softmax";

const COLUMNS = [
    { name: "id", numeric: false, target: false }, { name: "x", numeric: true, target: false },
    { name: "y", numeric: true, target: false }, { name: "town", numeric: false, target: true },
];

describe("the columns of a table", () => {
    it("are inputs where they begin with a number, and the last one is the target", () => {
        assert.deepEqual(firstRoles(COLUMNS), ["unused", "input", "input", "target"]);
    });

    it("have one target: the one before becomes an input if it holds numbers", () => {
        const other = withRole(firstRoles(COLUMNS), 2, "target", COLUMNS);
        assert.deepEqual(other, ["unused", "input", "target", "unused"]);
        assert.deepEqual(withRole(other, 1, "target", COLUMNS), ["unused", "target", "input", "unused"]);
        assert.deepEqual(withRole(other, 1, "unused", COLUMNS), ["unused", "unused", "target", "unused"]);
    });

    it("need a target and an input", () => {
        assert.equal(lackOf(["input", "target"]), "");
        assert.match(lackOf(["input", "unused"]), /No column is the target/);
        assert.match(lackOf(["unused", "target"]), /No column is an input/);
    });

    it("are counted from 1 in the upload", () => {
        assert.equal(query(["unused", "input", "input", "target"], true), "inputs=2,3&targets=4&scale=true");
    });
});

describe("the run of a table", () => {
    it("has the playground's hidden layers and a last layer that fits the targets", () => {
        const classes = specOf({ id: "a", inputs: 2, outputs: [1, 2], targets: "classes" }, 0.2, "4-2", "tanh.relu", FITTING);
        assert.deepEqual(classes.network, { layers: [2, 4, 2, 1], activations: ["tanh", "relu", "sigmoid"] });
        assert.deepEqual([classes.cost, classes.data], ["cross-entropy", { name: "file", id: "a", testShare: 0.2 }]);
        const many = specOf({ id: "a", inputs: 2, outputs: [3], targets: "classes" }, 0, "none", "tanh", FITTING);
        assert.deepEqual(many.network, { layers: [2, 3], activations: ["softmax"] });
        const numbers = specOf({ id: "a", inputs: 1, outputs: [1], targets: "numbers" }, 0, "3-3", "tanh", FITTING);
        assert.deepEqual([numbers.network.activations, numbers.cost], [["tanh", "tanh", "identity"], "half-squared-error"]);
    });

    it("keeps no example of a short table out of training", () => {
        assert.deepEqual([firstShare(9), firstShare(10)], [0, 0.2]);
    });
});
