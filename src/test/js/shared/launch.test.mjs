import assert from "node:assert/strict";
import { beforeEach, describe, it } from "node:test";
import { frameHeader, isLaunchedFor, launchHeader, launchOwner, noteLaunch } from "../../../../web/static/js/shared/launch.js";
import { keep, progress } from "../../../../web/static/js/kept/progress.js";

/** A browser's storage, whose names are its own properties. */
function storage() {
    const methods = {
        getItem(name) { return Object.hasOwn(this, name) ? this[name] : null; },
        setItem(name, text) { this[name] = String(text); },
        removeItem(name) { delete this[name]; },
    };
    return Object.create(methods);
}

const LAUNCH = { key: "key", lesson: "the-hill", owner: "ann", visitor: "token" };

describe("a tab that a learning platform opened", () => {
    beforeEach(() => {
        globalThis.sessionStorage = storage();
        globalThis.localStorage = storage();
        globalThis.window = globalThis;
        globalThis.parent = globalThis;
    });

    it("says which launch it belongs to, and other tabs do not", () => {
        assert.deepEqual(launchHeader(), {});
        assert.equal(isLaunchedFor("the-hill"), false);
        noteLaunch(LAUNCH);
        assert.deepEqual(launchHeader(), { "Downhill-Launch": "key" });
        assert.deepEqual([isLaunchedFor("the-hill"), isLaunchedFor("step-size")], [true, false]);
        noteLaunch({ key: "", lesson: "", owner: "", visitor: "" });
        assert.deepEqual(launchHeader(), {});
    });

    it("shows its token only in a frame, where there is no cookie", () => {
        noteLaunch(LAUNCH);
        assert.deepEqual(frameHeader(), {});
        globalThis.parent = {};
        assert.deepEqual(frameHeader(), { Authorization: "Bearer token" });
    });

    it("keeps each learner's progress apart", () => {
        keep((all) => (all.learner = 1));
        noteLaunch(LAUNCH);
        assert.equal(progress().learner, undefined);
        keep((all) => (all.learner = 2));
        noteLaunch({ ...LAUNCH, owner: "bo" });
        assert.equal(progress().learner, undefined);
        noteLaunch(LAUNCH);
        assert.deepEqual([launchOwner(), progress().learner], ["ann", 2]);
        globalThis.sessionStorage = storage();
        assert.equal(progress().learner, 1);
    });

    it("keeps the progress of a limited number of learners", () => {
        keep((all) => (all.learner = 1));
        for (let i = 0; i < 50; i++) {
            noteLaunch({ ...LAUNCH, owner: `learner ${i}` });
            keep((all) => (all.learner = i));
        }
        assert.equal(progress().learner, 49);
        assert.equal(Object.keys(localStorage).filter((name) => name.startsWith("progress of ")).length, 20);
        assert.notEqual(localStorage.getItem("progress"), null);
    });

    it("works without storage", () => {
        const refuse = () => { throw new Error("SecurityError"); };
        globalThis.sessionStorage = { getItem: refuse, setItem: refuse, removeItem: refuse };
        noteLaunch(LAUNCH);
        assert.deepEqual([launchHeader(), frameHeader(), launchOwner()], [{}, {}, ""]);
    });
});
