import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { Fold } from "../../../../../web/static/js/widgets/network/fold.js";
import { ends, heightAt, layInto, layOut } from "../../../../../web/static/js/widgets/network/layout.js";
import { nextPlace } from "../../../../../web/static/js/widgets/network/arrow-keys.js";

describe("a network's layout", () => {
    const shapes = [[1, 1], [2, 4, 2, 1], [2, 8, 8, 8, 1], [784, 100, 10], [12, 12]];

    it("puts every layer's neurons below each other, inside the picture", () => {
        for (const layers of shapes) {
            for (const layout of [layOut(layers, 600, 200), layOut(layers, 320, 150), layInto(layers, 600, 240)]) {
                layout.columns.forEach(({ ys, hidden }, l) => {
                    assert.equal(ys.length + hidden, layers[l]);
                    ys.forEach((y, j) => {
                        assert.ok(y - layout.node / 2 >= 0 && y + layout.node / 2 <= layout.height, `${layers} ${l} ${j}`);
                        assert.ok(j === 0 || y - ys[j - 1] >= layout.node, `${layers}: neuron ${j} of layer ${l} covers another`);
                    });
                });
            }
        }
    });

    it("draws ten neurons of a layer wider than twelve", () => {
        assert.deepEqual(layOut([12, 13], 600, 100).columns.map(({ ys, hidden }) => [ys.length, hidden]), [[12, 0], [10, 3]]);
    });

    it("has lines that begin and end at their neurons", () => {
        const line = ends(layOut([2, 3, 1], 600, 200), 0, 2, 1);
        assert.ok(Math.abs(heightAt(line, line.x1) - line.y1) < 0.1);
        assert.ok(Math.abs(heightAt(line, line.x2) - line.y2) < 0.1);
        assert.ok(Math.abs(heightAt(line, (line.x1 + line.x2) / 2) - (line.y1 + line.y2) / 2) < 0.1);
    });
});

describe("the arrow keys on a network", () => {
    const layers = [2, 3, 1];
    const neuron = (layer, j) => ({ item: { kind: "neuron", at: [layer, j] }, about: "source" });

    it("go around a layer", () => {
        assert.deepEqual(nextPlace(neuron(1, 2), "ArrowDown", layers).item.at, [1, 0]);
        assert.deepEqual(nextPlace(neuron(1, 0), "ArrowUp", layers).item.at, [1, 2]);
        assert.deepEqual(nextPlace(neuron(2, 0), "ArrowUp", layers).item.at, [2, 0]);
    });

    it("go along a line from neuron to neuron", () => {
        const line = nextPlace(neuron(0, 1), "ArrowRight", layers);
        assert.deepEqual(line, { about: "source", item: { kind: "weight", at: [0, 1, 1] } });
        assert.deepEqual(nextPlace(line, "ArrowDown", layers).item.at, [0, 2, 1]);
        assert.deepEqual(nextPlace(line, "ArrowRight", layers).item, { kind: "neuron", at: [1, 1] });
        assert.deepEqual(nextPlace(line, "ArrowLeft", layers).item, { kind: "neuron", at: [0, 1] });
    });

    it("stop at the first and at the last layer", () => {
        assert.deepEqual(nextPlace(neuron(0, 0), "ArrowLeft", layers).item.at, [0, 0]);
        assert.deepEqual(nextPlace(neuron(2, 0), "ArrowRight", layers).item.at, [2, 0]);
    });

    it("take a bias for its neuron", () => {
        assert.deepEqual(nextPlace({ item: { kind: "bias", at: [0, 2] }, about: "source" }, "ArrowDown", layers).item, { kind: "neuron", at: [1, 0] });
    });

    it("stay among the neurons that are drawn", () => {
        assert.deepEqual(nextPlace(neuron(0, 9), "ArrowDown", [784, 1]).item.at, [0, 0]);
    });
});

describe("the drawn neurons of a wide layer", () => {
    it("are spread evenly, and one that is brought in takes the place of its neighbour", () => {
        const fold = new Fold([100, 2]);
        assert.deepEqual(fold.at[0], [5, 15, 25, 35, 45, 55, 65, 75, 85, 95]);
        fold.bring(0, 99);
        assert.deepEqual(fold.at[0].slice(-2), [85, 99]);
        fold.bring(0, 99);
        fold.bring(0, 0);
        assert.deepEqual(fold.at[0].slice(0, 2), [0, 15]);
        assert.ok(!fold.isWhole && new Fold([12, 1]).isWhole);
    });

    it("have places, which the rest of the page does not know", () => {
        const fold = new Fold([100, 13, 1]);
        assert.deepEqual(fold.inner({ kind: "weight", at: [0, 0, 15] }), { kind: "weight", at: [0, 0, 1] });
        assert.equal(fold.inner({ kind: "weight", at: [0, 0, 16] }), null);
        assert.deepEqual(fold.outer({ kind: "neuron", at: [0, 9] }), { kind: "neuron", at: [0, 95] });
        assert.deepEqual(fold.outer(fold.inner({ kind: "bias", at: [1, 0] })), { kind: "bias", at: [1, 0] });
        assert.equal(fold.inner(null), null);
    });

    it("are all that a frame tells of, with 0 where nothing is known yet", () => {
        const fold = new Fold([13, 1]);
        const frame = { step: 1, activations: [Array.from({ length: 13 }, (_, j) => j), [0.5]] };
        const told = fold.frame(frame, () => undefined);
        assert.deepEqual(told.activations, [fold.at[0], [0.5]]);
        assert.deepEqual(told.weights, [[Array(10).fill(0)]]);
        assert.deepEqual([told.biases, told.deltas], [[[0]], [[0]]]);
    });
});
