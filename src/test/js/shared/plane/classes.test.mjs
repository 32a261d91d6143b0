import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, it } from "node:test";
import { borders } from "../../../../../web/static/js/shared/plane/borders.js";
import { classesOf, Leads, shapeOf, shapePath } from "../../../../../web/static/js/shared/plane/classes.js";
import { hindrance, pointsOf } from "../../../../../web/static/js/shared/plane/points.js";

const data = { inputs: [[0, 0], [1, 0], [0, 1]], targets: [[0, 0, 1], [1, 0, 0], [0, 1, 0]], testInputs: [[1, 1]], testTargets: [[0, 1, 0]],
    inputNames: ["x₁", "x₂"], classNames: ["A", "B", "C"] };
const setup = (layers, of = data) => ({ spec: { network: { layers }, data: { name: "pinwheel", features: ["x", "y"] } }, data: of });

describe("the classes of a network", () => {
    it("have names where there is one output each", () => {
        assert.deepEqual(classesOf(setup([2, 3])), ["A", "B", "C"]);
        assert.deepEqual(classesOf(setup([2, 1], { ...data, classNames: undefined })), []);
    });

    it("are read off the targets of the points", () => {
        assert.deepEqual(pointsOf(data).map(({ of, held }) => [of, held]), [[2, false], [0, false], [1, false], [1, true]]);
    });

    it("cannot be changed point by point", () => {
        assert.match(hindrance(setup([2, 3])) ?? "", /two classes/);
    });

    it("have sixteen different looks", () => {
        const looks = Array.from({ length: 16 }, (_, i) => `${i % 8} ${shapeOf(i)}`);
        assert.equal(new Set(looks).size, 16);
        assert.match(shapePath(0, 5), /^M-5 0a5 5/);
        assert.match(shapePath(1, 5), /^M-4.50 -4.50L/);
    });
});

describe("the lead of a class", () => {
    it("is the distance to the next best output, and the first of equals leads", () => {
        const { winner, lead } = new Leads([[0.2, 0.5, 0.1], [0.7, 0.5, 0.2], [0.1, 0, 0.7]].map((row) => Float64Array.from(row)));
        assert.deepEqual([...winner], [1, 0, 2]);
        assert.deepEqual([...lead].map((value) => Math.round(100 * value)), [50, 0, 50]);
    });
});

describe("the borders of classes", () => {
    const grid = (of, size = 5) => Float64Array.from({ length: size * size }, (_, p) => of(p % size, Math.floor(p / size)));
    const drawn = (...values) => borders(values, new Leads(values).winner, 5);

    it("lie where the two leading outputs are equal", () => {
        const segments = drawn(grid((x) => 1.25 - x), grid((x) => x - 1.25), grid(() => -9));
        assert.equal(segments.length, 4);
        segments.forEach(([x1, , x2]) => assert.deepEqual([x1, x2], [1.25, 1.25]));
    });

    it("meet in a point where three classes meet", () => {
        const segments = drawn(grid((x, y) => -y), grid((x, y) => y - 4 + (x < 2 ? 0.1 : -9)), grid((x, y) => y - 4 + (x < 2 ? -9 : 0.1)));
        const ends = segments.flatMap(([x1, y1, x2, y2]) => [`${x1} ${y1}`, `${x2} ${y2}`]);
        assert.ok(Math.max(...ends.map((end) => ends.filter((other) => other === end).length)) === 3);
    });

    it("are none where one class leads everywhere", () => {
        assert.deepEqual(drawn(grid(() => 1), grid(() => 0), grid(() => 0)), []);
    });
});

describe("the colours of classes", () => {
    const css = readFileSync("web/static/css/tokens.css", "utf8");
    const linear = (value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
    // Maps linear RGB to what eyes with one kind of cones missing see: Machado, Oliveira and Fernandes, 2009, full severity.
    const eyes = {
        "usual": [1, 0, 0, 0, 1, 0, 0, 0, 1],
        "without long waves": [0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998],
        "without middle waves": [0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.01182, 0.04294, 0.968881],
        "without short waves": [1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.3039],
    };

    function lab([r, g, b]) {
        const f = (t) => (t > 0.008856 ? Math.cbrt(t) : 7.787 * t + 16 / 116);
        const [x, y, z] = [(0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.95047, 0.2126 * r + 0.7152 * g + 0.0722 * b, (0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.08883].map(f);
        return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
    }

    function seen(theme, eye) {
        return Array.from({ length: 8 }, (_, i) => {
            const hex = css.match(new RegExp(`--class-${i + 1}: light-dark\\((#\\w+), (#\\w+)\\)`))[1 + theme];
            const rgb = [1, 3, 5].map((at) => linear(parseInt(hex.slice(at, at + 2), 16) / 255));
            return lab([0, 3, 6].map((row) => Math.min(1, Math.max(0, rgb.reduce((sum, value, k) => sum + value * eye[row + k], 0)))));
        });
    }

    it("differ to every kind of eye, on paper light and dark", () => {
        for (const theme of [0, 1]) {
            for (const [name, eye] of Object.entries(eyes)) {
                const colours = seen(theme, eye);
                colours.forEach((a, i) => colours.slice(0, i).forEach((b, j) =>
                    assert.ok(Math.hypot(...a.map((value, k) => value - b[k])) > 10, `classes ${j + 1} and ${i + 1} look alike ${name}`)));
            }
        }
    });
});
