import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { cutQuery } from "../../../../web/static/js/hills/cut.js";

describe("a slice's query", () => {
    it("has random directions unless the stage names some, and a width only where it is known", () => {
        assert.equal(String(cutQuery({}, 0, 15)), "directions=random&size=15&coarser=true&step=0");
        assert.equal(String(cutQuery({ directions: "weights:1.0.0,1.0.1", span: 8 }, 3, 49)),
            "directions=weights%3A1.0.0%2C1.0.1&size=49&coarser=true&step=3&span=8");
    });
});
