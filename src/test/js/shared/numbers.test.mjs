import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, it } from "node:test";
import { amid, beside, count, long, percent, plain, raised, read, short, signed, significant } from "../../../../web/static/js/shared/numbers.js";

/** The cases with which the server's NumberText is tested too. */
const CASES = JSON.parse(readFileSync(new URL("../../resources/number-texts.json", import.meta.url), "utf8"));

describe("a number's text", () => {
    for (const known of CASES) {
        it(`is the server's for ${known.value}`, () => {
            const x = known.value;
            const written = { value: x, short: short(x), signed: signed(x), long: long(x), significant: significant(x, 4), plain: plain(x, 4), amid: amid(x, 2) };
            assert.deepEqual(written, known);
        });
    }

    it("is a word for results beyond all numbers", () => {
        assert.equal(short(Infinity), "infinite");
        assert.equal(plain(-Infinity, 4), "−infinite");
        assert.equal(long(NaN), "not a number");
        assert.equal(significant(NaN, 3), "not a number");
    });

    it("is 0 for negative zero", () => {
        assert.equal(short(-0), "0");
        assert.equal(signed(-0), "0");
        assert.equal(long(-0), "0");
    });

    it("is 0 in a beginner's table only where it is negligible beside the largest number", () => {
        assert.equal(amid(1e-37, 1), "0");
        assert.equal(amid(9e-7, 1), "0");
        assert.equal(amid(1.1e-6, 1), "1.10 × 10⁻⁶");
        assert.equal(amid(1e-37, 1e-37), "1.00 × 10⁻³⁷");
        assert.equal(amid(0, 0), "0");
    });
});

describe("a number beside its change", () => {
    it("has as many decimals as show two digits of the change", () => {
        assert.equal(beside(0.5, 0.00012), "0.50000");
        assert.equal(beside(-1.5, -0.02), "−1.500");
        assert.equal(beside(12.3456, 0.001), "12.3456");
    });

    it("keeps its usual text where the change is 0 or not finite", () => {
        for (const change of [0, NaN, Infinity, -Infinity]) {
            assert.equal(beside(0.5, change), "0.500");
        }
    });

    it("keeps its usual text where the change is too small for nine decimals", () => {
        assert.equal(beside(0.5, 1e-37), "0.500");
    });

    it("keeps its power of ten", () => {
        assert.equal(beside(1e9, 0.1), short(1e9));
        assert.match(beside(1e-37, 0.1), /× 10⁻³⁷/);
    });
});

describe("a share", () => {
    it("has one decimal, except all and nothing", () => {
        assert.deepEqual([0, 1, 0.5, 0.0004, 0.9999, -0.25].map(percent), ["0%", "100%", "50.0%", "0.0%", "100.0%", "−25.0%"]);
    });
});

describe("a count", () => {
    it("has thin spaces between its thousands", () => {
        assert.deepEqual([0, 999, 1000, 50890, 1234567].map(count), ["0", "999", "1\u202f000", "50\u202f890", "1\u202f234\u202f567"]);
    });
});

describe("a typed number", () => {
    const typed = { "0.5": 0.5, "0,5": 0.5, " -3 ": -3, "−0.25": -0.25, "1e-3": 0.001, ".5": 0.5, "4.50 × 10⁻³⁷": 4.5e-37, "2x10^-6": 2e-6, "3 * 10^5": 3e5, "1.00 × 10⁹": 1e9 };
    for (const [text, value] of Object.entries(typed)) {
        it(`is read from "${text}"`, () => assert.equal(read(text), value));
    }

    for (const text of ["", "  ", "x", "1.2.3", "0,5,5", "5 apples", "--1"]) {
        it(`is none in "${text}"`, () => assert.ok(Number.isNaN(read(text))));
    }

    it("is read back from what is written", () => {
        for (const { value } of CASES) {
            assert.ok(Math.abs(read(long(value)) - value) <= 1e-6 * Math.abs(value) + 1e-9, String(value));
        }
    });
});

describe("an exponent above the line", () => {
    it("has no plus, and a raised minus", () => {
        assert.deepEqual(["+12", "-37", "0", "\u22129"].map(raised), ["¹²", "⁻³⁷", "⁰", "⁻⁹"]);
    });
});
