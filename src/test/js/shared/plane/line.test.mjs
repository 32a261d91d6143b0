import assert from "node:assert/strict";
import { test } from "node:test";
import { between, cutSquare, lineThrough, sumAt, towardOne } from "../../../../../web/static/js/shared/plane/line.js";

const SQUARE = { low: -0.5, high: 1.5 };

test("the line through two points has the output 1 on the left of the way between them", () => {
    const neuron = lineThrough([0, 0.5], [1, 0.5]);
    assert.ok(Math.abs(sumAt(neuron, [0.3, 0.5])) < 1e-12);
    assert.ok(sumAt(neuron, [0.3, 1]) > 0);
    assert.ok(sumAt(lineThrough([1, 0.5], [0, 0.5]), [0.3, 1]) < 0);
});

test("a line cuts the square into two sides", () => {
    const { side, ends } = cutSquare({ w1: 1, w2: 0, bias: -0.5 }, SQUARE);
    assert.deepEqual(ends.map(([x]) => x), [0.5, 0.5]);
    assert.ok(side.every(([x]) => x >= 0.5));
    assert.equal(side.length, 4);
});

test("a neuron without a line has all of the square on one side", () => {
    assert.deepEqual(cutSquare({ w1: 0, w2: 0, bias: 0 }, SQUARE), { side: [], ends: [] });
    assert.equal(cutSquare({ w1: 0, w2: 0, bias: 1 }, SQUARE).side.length, 4);
    assert.equal(towardOne({ w1: 0, w2: 0, bias: 1 }), null);
});

test("halfway between two neurons every number is halfway", () => {
    assert.deepEqual(between({ w1: 0, w2: 2, bias: -1 }, { w1: 2, w2: 0, bias: 1 }, 0.5), { w1: 1, w2: 1, bias: 0 });
});
