import { figure } from "../../hills/figure.js";
import { pool, set, unique } from "../../hills/parts.js";
import { floorWords, LEVEL, lieOf, ridgeWords } from "../../hills/level.js";
import { away, drawAxes, drawGround, isInside, round, trail } from "./side-view.js";
import { linear } from "../../hills/scale.js";
import { secantLine } from "./secant.js";
import { goBy, goTo, keyStep, Steering } from "../../hills/steering.js";
import { short, signed } from "../../shared/numbers.js";
import { granted } from "../../shared/dom/room.js";
import { svg } from "../../shared/dom/svg.js";
import { write } from "../../shared/dom/write.js";
import { StageWidget } from "../../stage-widget.js";

/** @typedef {import("../../shared/types.js").HillPicture} HillPicture */
/** @typedef {import("../../shared/types.js").HillWalker} HillWalker */
/** @typedef {import("../../hills/scale.js").Scale} Scale */

const MARGIN = { left: 46, right: 14, top: 46, bottom: 44 };
const TANGENT = 74;
/** The share of all heights in the picture's width that is shown; where the hill is higher it leaves the picture. */
const SHOWN_SHARE = 0.82;
/** The light around the visible circle in fog, in its radii. */
const GLOW = 2.2;
const SMALL = 480;
/** The tilt in radians from which on the ground is steep, the distance of its slope from the walker then, and the width of that text. */
const STEEP = 0.35;
const BESIDE = 16;
const LABEL = 100;
const LEAST_HEIGHT = 250;
const MOST_HEIGHT = 430;

/**
 * `<x-profile>`: a hill over a line, seen from the side, with its walkers, their trails, the tangent under the feet of the
 * first, and its last step as rise over run. In fog only a small circle around each walker is drawn. The arrow keys, or
 * dragging, walk by hand or move the start of a descent.
 */
class Profile extends StageWidget {
    figure = { name: "Hill from the side", line: "The height of the hill, and the walkers on it." };
    #box = document.createElement("div");
    #svg = svg(this.#box, "svg", { class: "hill-figure", tabindex: 0, role: "application" });
    #said = document.createElement("p");
    #felt = document.createElement("p");
    /** @type {any} */ #setup = null;
    /** @type {HillPicture | null} */ #picture = null;
    /** @type {Scale | null} */ #x = null;
    /** @type {Scale | null} */ #y = null;
    /** @type {Record<string, any>} */ #part = {};
    #highest = -Infinity;
    #feltAt = 0;
    #sized = new ResizeObserver(() => this.#resize());

    enter(/** @type {AbortSignal} */ signal) {
        this.#box.className = "hill-box";
        this.#felt.className = "felt";
        this.#felt.setAttribute("role", "status");
        this.replaceChildren(this.#box, this.#felt, this.#said);
        this.#said.className = "unseen";
        this.#said.setAttribute("role", "status");
        this.#svg.addEventListener("keydown", (event) => this.#key(/** @type {KeyboardEvent} */ (event)), { signal });
        this.stage.addEventListener("feel", () => this.#feel(), { signal });
        new Steering(this.#svg, {
            place: (x) => [/** @type {Scale} */ (this.#x).back(x)],
            walker: () => this.#pixel(),
            byHand: () => this.#picture?.walkers[0].byHand ?? false,
            go: async (target) => this.#picture && goTo(this.stage, this.#picture, target),
        }, signal);
        this.#sized.observe(this);
    }

    leave() {
        this.#sized.disconnect();
    }

    build(/** @type {any} */ setup) {
        this.#highest = -Infinity;
        this.#setup = setup.hill?.dimensions === 1 ? setup : null;
        this.#resize();
    }

    #resize() {
        const width = Math.round(this.clientWidth);
        if (!this.#setup || width <= MARGIN.left + MARGIN.right) {
            return;
        }
        const height = granted(this.#box) ?? Math.round(Math.min(MOST_HEIGHT, Math.max(LEAST_HEIGHT, width * 0.56)));
        set(this.#svg, { viewBox: `0 0 ${width} ${height}`, width, height });
        const [[low, high]] = this.#setup.hill.domain;
        const [bottom, top] = this.#heights();
        this.#x = linear(low, high, MARGIN.left, width - MARGIN.right);
        this.#y = linear(bottom, top, height - MARGIN.bottom, MARGIN.top);
        this.#make(width, height);
        this.redraw();
    }

    /** The shown range of heights: from a little below the lowest to where most of the hill, and every start, is in view. */
    #heights() {
        const heights = this.#setup.map.heights[0];
        const sorted = [...heights].sort((a, b) => a - b);
        const low = sorted[0];
        const high = Math.max(sorted[Math.floor(SHOWN_SHARE * (sorted.length - 1))], this.#highest);
        return [low - 0.06 * (high - low), high + 0.04 * (high - low)];
    }

    #make(/** @type {number} */ width, /** @type {number} */ height) {
        const [x, y] = [/** @type {Scale} */ (this.#x), /** @type {Scale} */ (this.#y)];
        const [clip, mask, light, glow] = ["clip", "mask", "light", "glow"].map(unique);
        this.#svg.replaceChildren();
        const defs = svg(this.#svg, "defs");
        const box = { x: x.from, y: 0, width: x.to - x.from, height: y.from };
        svg(svg(defs, "clipPath", { id: clip }), "rect", box);
        const shine = svg(defs, "radialGradient", { id: light });
        svg(shine, "stop", { offset: 0.85, class: "clear" });
        svg(shine, "stop", { offset: 1, class: "gone" });
        const seen = pool(svg(defs, "mask", { id: mask, maskUnits: "userSpaceOnUse", ...box }), (parent) =>
            svg(parent, "circle", { fill: `url(#${light})` }));
        const fog = svg(this.#svg, "rect", { class: "fog", ...box });
        const halo = svg(defs, "radialGradient", { id: glow });
        svg(halo, "stop", { offset: 0.5, class: "glow" });
        svg(halo, "stop", { offset: 1, class: "glow gone" });
        const glows = pool(svg(this.#svg, "g"), (parent) => svg(parent, "circle", { fill: `url(#${glow})`, "clip-path": `url(#${clip})` }));
        const lit = pool(svg(this.#svg, "g", { class: "lit", "clip-path": `url(#${clip})` }), (parent) => svg(parent, "circle"));
        const ground = svg(this.#svg, "g", { "clip-path": `url(#${clip})` });
        const hidden = svg(ground, "g");
        drawGround(hidden, this.#setup, x, y);
        drawAxes(this.#svg, width, height, x, y);
        const inside = svg(this.#svg, "g", { "clip-path": `url(#${clip})` });
        const step = svg(inside, "g", { class: "rise-and-run" });
        this.#part = {
            fog, lit, seen, glows, hidden, mask: `url(#${mask})`,
            trails: pool(inside, (parent, i) => svg(parent, "g", { class: `trail walker-${i % 4}` })),
            run: svg(step, "path", { class: "run" }), rise: svg(step, "path", { class: "rise" }),
            runText: svg(step, "text", { class: "run" }), riseText: svg(step, "text", { class: "rise" }), step,
            secant: secantLine(inside),
            tangent: svg(inside, "path", { class: "tangent" }),
            slope: svg(this.#svg, "text", { class: "slope" }),
            walkers: pool(svg(this.#svg, "g"), figure),
            away: pool(svg(this.#svg, "g"), (parent, i) => svg(parent, "g", { class: `away walker-${i % 4}` })),
        };
    }

    draw(/** @type {any} */ picture) {
        if (!this.#x || !this.#y || !picture.walkers) {
            return;
        }
        this.#picture = picture;
        if (picture.step !== this.#feltAt) {
            this.#feltAt = picture.step;
            const [{ name, place }] = picture.walkers;
            write(this.#felt, lieOf(place.position[0], place.slope[0], this.#setup.map) === "floor" ? floorWords(name) : "");
        }
        const highest = Math.max(...picture.walkers.map((/** @type {HillWalker} */ walker) => walker.trail[0].height));
        if (highest > this.#y.high) {
            this.#highest = highest;
            this.#resize();
        }
        const [x, y] = [this.#x, this.#y];
        this.#fog(picture, x, y);
        this.#part.trails.fit(picture.walkers, (/** @type {SVGElement} */ g, /** @type {HillWalker} */ walker) => trail(g, walker, x, y));
        this.#step(picture.walkers[0], x, y);
        this.#tangent(picture.walkers[0], x, y);
        this.#part.secant.place(picture.secant, picture.walkers[0].place, x, y);
        const size = this.#size((picture.fog ?? 0) * x.unit);
        const present = picture.walkers.map((/** @type {HillWalker} */ walker) => ({ walker, inside: isInside(walker, x, y) }));
        this.#part.walkers.fit(present, (/** @type {SVGElement} */ g, /** @type {any} */ { walker, inside }) => {
            g.toggleAttribute("hidden", !inside);
            if (inside) {
                g.style.transform = `translate(${round(x.of(walker.place.position[0]))}px, ${round(y.of(walker.place.height))}px) scale(${size})`;
            }
        });
        this.#part.away.fit(present.filter((/** @type {any} */ w) => !w.inside), (/** @type {SVGElement} */ g, /** @type {any} */ { walker }, /** @type {number} */ i) =>
            away(g, walker, x, y, i));
        this.#describe(picture);
    }

    /** The size of a walker: smaller in a small picture, and within the visible part in fog. */
    #size(/** @type {number} */ fog) {
        const width = /** @type {Scale} */ (this.#x).to;
        return Math.min(width < SMALL ? 0.95 : 1.2, fog > 0 ? fog / 36 : Infinity);
    }

    /** @param {HillPicture} picture @param {Scale} x @param {Scale} y */
    #fog({ fog, walkers }, x, y) {
        const { seen, lit, glows, hidden, mask } = this.#part;
        this.#svg.classList.toggle("foggy", fog !== null);
        this.#part.fog.toggleAttribute("hidden", fog === null);
        if (fog === null) {
            hidden.removeAttribute("mask");
        } else {
            hidden.setAttribute("mask", mask);
        }
        const circle = (/** @type {SVGElement} */ element, /** @type {HillWalker} */ { place }, share = 1) =>
            set(element, { cx: round(x.of(place.position[0])), cy: round(y.of(place.height)), r: round(share * (fog ?? 0) * x.unit) });
        const around = fog === null ? [] : walkers.filter((walker) => isInside(walker, x, y));
        seen.fit(around, (/** @type {SVGElement} */ element, /** @type {HillWalker} */ walker) => circle(element, walker));
        lit.fit(around, (/** @type {SVGElement} */ element, /** @type {HillWalker} */ walker) => circle(element, walker));
        glows.fit(around, (/** @type {SVGElement} */ element, /** @type {HillWalker} */ walker) => circle(element, walker, GLOW));
    }

    /** The last step as a run and a rise. @param {HillWalker} walker @param {Scale} x @param {Scale} y */
    #step({ trail: places, place }, x, y) {
        const { run, rise, runText, riseText, step } = this.#part;
        const before = places[places.length - 2];
        const shown = before !== undefined && !this.#picture?.secant && Math.abs(x.of(before.position[0]) - x.of(place.position[0])) > 8
            && x.holds(before.position[0]) && x.holds(place.position[0]) && before.height <= y.high && place.height <= y.high;
        step.toggleAttribute("hidden", !shown);
        if (!shown) {
            return;
        }
        const [x0, y0, x1, y1] = [x.of(before.position[0]), y.of(before.height), x.of(place.position[0]), y.of(place.height)];
        set(run, { d: `M${x0} ${y0}H${x1}` });
        set(rise, { d: `M${x1} ${y0}V${y1}` });
        const wide = Math.abs(x1 - x0) > 70;
        const tall = Math.abs(y1 - y0) > 24;
        write(runText, wide ? signed(place.position[0] - before.position[0]) : "");
        write(riseText, tall ? signed(place.height - before.height) : "");
        set(runText, { x: (x0 + x1) / 2, y: y0 + (y1 > y0 ? -7 : 17) });
        set(riseText, { x: x1 + (x1 > x0 ? 7 : -7), y: (y0 + y1) / 2 + 5, class: x1 > x0 ? "rise" : "rise end" });
    }

    /** @param {HillWalker} walker @param {Scale} x @param {Scale} y */
    #tangent(walker, x, y) {
        const { tangent, slope } = this.#part;
        const inside = isInside(walker, x, y) && !this.#picture?.secant;
        tangent.toggleAttribute("hidden", !inside);
        slope.toggleAttribute("hidden", !inside);
        if (!inside) {
            return;
        }
        const { position: [at], height, slope: [rise] } = walker.place;
        const [px, py] = [x.of(at), y.of(height)];
        const tilt = Math.atan2(rise * y.unit, x.unit);
        const reach = Math.min(TANGENT, this.#picture?.fog ? 0.92 * this.#picture.fog * x.unit : TANGENT);
        const [dx, dy] = [reach * Math.cos(tilt), reach * Math.sin(tilt)];
        set(tangent, { d: `M${px - dx} ${py - dy}L${px + dx} ${py + dy}` });
        write(slope, `slope ${short(rise)}`);
        this.#label(px, py, tilt, x, y);
    }

    /** The slope's number in the sky: beside the walker where the ground falls, above its head where the ground is flat; in fog above what is lit, or below it. @param {number} px @param {number} py @param {number} tilt @param {Scale} x @param {Scale} y */
    #label(px, py, tilt, x, y) {
        const { slope } = this.#part;
        const fog = (this.#picture?.fog ?? 0) * x.unit;
        const size = this.#size(fog);
        const side = fog > 0 || Math.abs(tilt) < STEEP ? 0 : Math.sign(tilt);
        const fits = side < 0 ? px - BESIDE - LABEL > x.from : px + BESIDE + LABEL < x.to;
        if (side !== 0 && fits && py > 40) {
            set(slope, { x: px + side * BESIDE * size, y: py - 14, class: side < 0 ? "slope end" : "slope" });
            return;
        }
        const above = py - Math.max(fog + 10, 32 * size + 12);
        const up = above > 16;
        set(slope, { x: Math.min(x.to - LABEL / 2, Math.max(x.from + LABEL / 2, px)), y: up ? above : Math.min(py + (fog > 0 ? fog + 22 : 30), y.from - 8),
            class: up ? "slope middle" : "slope middle below" });
    }

    #describe(/** @type {HillPicture} */ { walkers, fog }) {
        const { place: { position: [at], height, slope: [rise] }, byHand } = walkers[0];
        const keys = byHand ? "The left and right arrow keys take a step." : "The left and right arrow keys move its start.";
        this.#svg.setAttribute("aria-label", `${fog === null ? "A hill from the side" : "A hill in fog"}. ${walkers[0].name} at x = ${short(at)}, `
            + `height ${short(height)}, slope ${short(rise)}. ${keys}`);
    }

    async #key(/** @type {KeyboardEvent} */ event) {
        const step = this.#picture && keyStep(event, 1, this.#picture.length);
        if (step && this.#picture) {
            await goBy(this.stage, this.#picture, step);
            const { height, slope, position } = this.stage.picture;
            this.#said.textContent = `x ${short(position[0])}, height ${short(height)}, slope ${short(slope[0])}`;
        }
    }

    /** Leans the walker to both sides and shows the slope under its feet. */
    #feel() {
        if (!this.#picture) {
            return;
        }
        const { slope: [rise], position: [at], walkers: [{ name }] } = this.#picture;
        const size = short(Math.abs(rise));
        const lie = lieOf(at, rise, this.#setup.map);
        write(this.#felt, lie === "floor" && Math.abs(rise) < LEVEL ? floorWords(name) : lie === "ridge" ? ridgeWords(name)
            : lie === "level" ? "The ground is level here."
            : `To the right the ground ${rise < 0 ? "falls" : "rises"}: ${size} for each unit. To the left it ${rise < 0 ? "rises" : "falls"}.`);
        this.#svg.classList.remove("feeling");
        requestAnimationFrame(() => this.#svg.classList.add("feeling"));
    }

    /** @returns {[number, number] | null} */
    #pixel() {
        const place = this.#picture?.walkers[0].place;
        return place && this.#x && this.#y ? [this.#x.of(place.position[0]), this.#y.of(place.height)] : null;
    }
}

customElements.define("x-profile", Profile);
