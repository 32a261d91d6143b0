import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, it } from "node:test";
import { framed, SIDE } from "../../../../../web/static/js/widgets/digit-pad/framing.js";

/** The cases with which the server's Framing is tested too. */
const CASES = JSON.parse(readFileSync(new URL("../../../resources/framed-drawings.json", import.meta.url), "utf8"));

describe("a drawing in the frame of the training digits", () => {
    for (const { name, width, ink, framed: known } of CASES) {
        it(`is the server's: ${name}`, () => {
            const drawing = new Float64Array(width * width);
            ink.forEach(([x, y, value]) => (drawing[y * width + x] = value));
            const expected = new Float64Array(SIDE * SIDE);
            known.forEach(([i, value]) => (expected[i] = value));
            framed(drawing, width).forEach((value, i) => assert.ok(Math.abs(value - expected[i]) <= 1e-12, `pixel ${i}: ${value}`));
        });
    }
});
