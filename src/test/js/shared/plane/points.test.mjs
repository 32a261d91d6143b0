import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { domainOf, isPlane, placed } from "../../../../../web/static/js/shared/plane/domain.js";
import { encode, examplesOf, hindrance, isFixed, pointsOf } from "../../../../../web/static/js/shared/plane/points.js";

const data = (targets, testTargets = []) => ({
    inputs: targets.map((_, i) => [i, -i]), targets: targets.map((t) => [t]),
    testInputs: testTargets.map((_, i) => [i, i]), testTargets: testTargets.map((t) => [t]), inputNames: ["x₁", "x₂"],
});
const setup = (of, features) => ({ spec: { data: { name: "circle", features } }, data: of });

describe("the points of a data set", () => {
    it("are high where their target is the higher of the two", () => {
        assert.deepEqual(pointsOf(data([0, 1], [1])).map(({ high, held }) => [high, held]), [[false, false], [true, false], [true, true]]);
        assert.deepEqual(pointsOf(data([-1, 1])).map(({ high }) => high), [false, true]);
        assert.deepEqual(pointsOf(data([0.1, 0.3])).map(({ high }) => high), [false, true]);
    });

    it("are judged by the middle of 0 and 1 where all have the same target", () => {
        assert.deepEqual(pointsOf(data([1, 1])).map(({ high }) => high), [true, true]);
        assert.deepEqual(pointsOf(data([0])).map(({ high }) => high), [false]);
    });

    it("become examples with the targets that the set has", () => {
        const known = data([-0.9, 0.9], [0.9]);
        assert.deepEqual(examplesOf(pointsOf(known), known),
            { inputs: known.inputs, targets: known.targets, testInputs: known.testInputs, testTargets: known.testTargets });
    });

    it("get the targets 0 and 1 for a class that the set does not have", () => {
        const [only] = pointsOf(data([1]));
        assert.deepEqual(examplesOf([only, { ...only, high: false }], data([1])).targets, [[1], [0]]);
    });
});

describe("points in an address", () => {
    const domain = { low: -6, high: 6 };

    it("are two digits for each coordinate, by class and by set", () => {
        const at = (x, y, high, held) => ({ x, y, high, held });
        assert.equal(encode([at(-6, 6, true, false), at(0, 0, false, true)], domain), "-6~6~AA-g~~~fQfQ");
    });

    it("stay inside the domain", () => {
        assert.equal(encode([{ x: -1e9, y: 1e9, high: true, held: false }], domain), "-6~6~AA-g~~~");
    });

    it("may be none", () => {
        assert.equal(encode([], domain), "-6~6~~~~");
    });
});

describe("a set's points", () => {
    it("are fixed where there is no plane, a recording, or a lock on them", () => {
        const plane = setup(data([0, 1]));
        assert.ok(!isFixed(plane, {}));
        assert.ok(isFixed(setup({ ...data([0, 1]), inputNames: ["a", "b", "c"] }), {}));
        assert.ok(isFixed(plane, { recording: { address: "", runs: "" } }));
        assert.ok(isFixed(plane, { scene: { locked: ["learningRate", "points"] } }));
    });

    it("cannot be changed with other inputs, with too many examples, or with three classes", () => {
        assert.equal(hindrance(setup(data([0, 1]))), null);
        assert.match(hindrance(setup(data([0, 1]), ["x", "y", "xy"])), /only while x₁ and x₂ are the only inputs/);
        assert.match(hindrance(setup(data(Array.from({ length: 501 }, (_, i) => i % 2)))), /up to 500 points; this data set has 501/);
        assert.equal(hindrance(setup(data(Array.from({ length: 500 }, (_, i) => i % 2)))), null);
        assert.match(hindrance(setup(data([0, 1, 2]))), /two classes/);
    });
});

describe("the shown part of the plane", () => {
    it("is the one that the set names", () => {
        assert.deepEqual(domainOf({ ...data([0]), domain: [-6, 6] }), { low: -6, high: 6 });
    });

    it("is else all examples and a margin, also around a single place", () => {
        assert.deepEqual(domainOf({ inputs: [[0, 1]], testInputs: [[-1, 0]] }), { low: -1.28, high: 1.28 });
        assert.deepEqual(domainOf({ inputs: [[2, 2]], testInputs: [] }), { low: 1.95, high: 2.05 });
        assert.deepEqual(domainOf({ inputs: [], testInputs: [] }), { low: -1, high: 1 });
    });

    it("exists where two numbers go in, or functions of two", () => {
        assert.ok(isPlane(setup(data([0]))));
        assert.ok(isPlane(setup({ inputNames: ["x", "y", "xy"] }, ["x", "y", "xy"])));
        assert.ok(isPlane(setup({ inputNames: ["x^2", "y", "xy"] }, ["x^2", "y", "xy"])));
        assert.ok(!isPlane(setup({ inputNames: ["x"] }, [])));
    });

    it("is the page's for points of one's own", () => {
        assert.deepEqual(placed({ inputs: [] }, { domain: [-2, 3] }), { inputs: [], domain: [-2, 3], inputNames: ["x₁", "x₂"] });
        const own = {};
        assert.equal(placed(own, { domain: null }), own);
    });
});
