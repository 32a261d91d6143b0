import { aim } from "./aim.js";
import { mark } from "../../hills/figure.js";
import { floorWords, leftWords, nearest } from "../../hills/level.js";
import { arrow, pool, set, unique } from "../../hills/parts.js";
import { Relief } from "./relief.js";
import { linear, ticks, tickText } from "../../hills/scale.js";
import { sliceOf } from "../../hills/slice.js";
import { goBy, goTo, keyStep, Steering } from "../../hills/steering.js";
import { steepest, terrain } from "../../hills/terrain.js";
import { short } from "../../shared/numbers.js";
import { granted, say } from "../../shared/dom/room.js";
import { svg } from "../../shared/dom/svg.js";
import { write } from "../../shared/dom/write.js";
import { StageWidget } from "../../stage-widget.js";

/** @typedef {import("../../shared/types.js").HillPicture} HillPicture */
/** @typedef {import("../../shared/types.js").HillWalker} HillWalker */
/** @typedef {import("../../hills/scale.js").Scale} Scale */
/** @typedef {import("../../hills/terrain.js").Terrain} Terrain */

const MARGIN = { left: 40, right: 12, top: 26, bottom: 44 };
const [LEAST_HEIGHT, MOST_HEIGHT] = [100, 480];
/** The length of the first gradient's arrow, and the limit for the steepest; all are as long as their gradients are. */
const FIRST_ARROW = 70;
const LONGEST_ARROW = 150;

/**
 * `<x-contour-map>`: a hill over a plane from above, or a slice of a network's cost: lines of equal height, the lower the darker,
 * walkers with their trails, arrows for the gradient and what momentum remembers. Arrow keys, dragging or a tap walk by hand or
 * move the start of a descent. In fog only a circle around each walker is drawn.
 */
class ContourMap extends StageWidget {
    figure = { name: "Contour map", line: "The hill from above: each line joins places of one height." };
    #box = document.createElement("div");
    #canvas = document.createElement("canvas");
    #svg = svg(this.#box, "svg", { class: "hill-figure map-figure", tabindex: 0, role: "application" });
    #said = document.createElement("p");
    #note = document.createElement("p");
    #felt = document.createElement("p");
    #relief = new Relief();
    /** @type {import("../../hills/slice.js").Slice | null} */ #slice = null;
    /** @type {Terrain | null} */ #terrain = null;
    #steepest = 0;
    /** @type {HillPicture | null} */ #picture = null;
    /** @type {string[]} */ #arrows = [];
    /** @type {Scale | null} */ #x = null;
    /** @type {Scale | null} */ #y = null;
    /** @type {Record<string, any>} */ #part = {};
    #sized = new ResizeObserver(() => this.#lay());

    enter(/** @type {AbortSignal} */ signal) {
        this.#box.className = "contour-box hill-box";
        this.#box.prepend(this.#canvas);
        this.#said.className = "unseen";
        this.#said.setAttribute("role", "status");
        this.#note.className = "note";
        this.#felt.className = "felt";
        this.#felt.setAttribute("role", "status");
        this.append(this.#box, this.#felt, this.#note, this.#said);
        this.#slice = sliceOf(this.stage, this.dataset.slice !== undefined);
        this.#slice?.addEventListener("change", () => this.#change(this.#slice?.terrain ?? null), { signal });
        document.addEventListener("palette", () => this.#lay(), { signal });
        this.#svg.addEventListener("keydown", (event) => this.#key(/** @type {KeyboardEvent} */ (event)), { signal });
        new Steering(this.#svg, {
            place: (x, y) => [/** @type {Scale} */ (this.#x).back(x), /** @type {Scale} */ (this.#y).back(y)],
            walker: () => this.#picture && this.#pixel(this.#picture.walkers[0]),
            byHand: () => this.#picture?.walkers[0].byHand ?? false,
            go: async (target) => this.#go(target),
        }, signal);
        this.#sized.observe(this);
    }

    leave() {
        this.#sized.disconnect();
    }

    build(/** @type {any} */ setup) {
        if (setup.hill?.dimensions === 2) {
            this.#arrows = setup.arrows;
            this.#change(terrain(setup.map, { minima: setup.hill.minima, even: setup.hill.curvature !== null }));
        } else if (this.#slice) {
            this.#arrows = ["gradient"];
            this.#change(this.#slice.terrain);
        }
    }

    #change(/** @type {Terrain | null} */ ground) {
        this.#terrain = ground;
        this.#steepest = ground ? steepest(ground) : 0;
        this.#note.textContent = this.#slice?.note ?? "";
        this.#note.hidden = this.#note.textContent === "";
        this.#box.hidden = ground === null;
        say(this, this.#slice?.waiting ?? "");
        this.#felt.hidden = this.#slice !== null;
        this.#lay();
    }

    /** Lays the map out with one unit as long across as up, so that the gradient crosses the lines at right angles. */
    #lay() {
        const width = Math.round(this.clientWidth);
        if (!this.#terrain || width === 0) {
            return;
        }
        const { xs, ys } = this.#terrain;
        const [spanX, spanY] = [xs[xs.length - 1] - xs[0], ys[ys.length - 1] - ys[0]];
        const room = granted(this.#box);
        const most = room === null ? MOST_HEIGHT : Math.max(LEAST_HEIGHT, room - MARGIN.top - MARGIN.bottom);
        const across = Math.max(1, Math.min(width - MARGIN.left - MARGIN.right, (most * spanX) / spanY));
        const up = (across * spanY) / spanX;
        this.#x = linear(xs[0], xs[xs.length - 1], MARGIN.left, MARGIN.left + across);
        this.#y = linear(ys[0], ys[ys.length - 1], MARGIN.top + up, MARGIN.top);
        const scale = devicePixelRatio || 1;
        this.#canvas.width = Math.round(across * scale);
        this.#canvas.height = Math.round(up * scale);
        Object.assign(this.#canvas.style, { left: `${MARGIN.left}px`, top: `${MARGIN.top}px`, width: `${across}px`, height: `${up}px` });
        this.#relief.paint(this.#terrain, this.#canvas.width, this.#canvas.height);
        const size = { width: Math.round(across) + MARGIN.left + MARGIN.right, height: Math.round(up) + MARGIN.top + MARGIN.bottom };
        set(this.#svg, { viewBox: `0 0 ${size.width} ${size.height}`, ...size });
        this.#make(this.#x, this.#y);
        this.redraw();
    }

    /** @param {Scale} x @param {Scale} y */
    #make(x, y) {
        const clip = unique("clip");
        this.#svg.replaceChildren();
        svg(svg(svg(this.#svg, "defs"), "clipPath", { id: clip }), "rect", { x: x.from, y: y.to, width: x.to - x.from, height: y.from - y.to });
        this.#axes(x, y);
        const inside = svg(this.#svg, "g", { "clip-path": `url(#${clip})` });
        const minima = svg(inside, "g", { class: "minima" });
        for (const { position: [at, up] } of /** @type {Terrain} */ (this.#terrain).minima) {
            svg(minima, "path", { d: `M${x.of(at) - 6} ${y.of(up)}h12m-6-6v12` });
        }
        const over = svg(this.#svg, "g");
        this.#part = {
            minima,
            lit: pool(inside, (parent) => svg(parent, "circle", { class: "light" })),
            trails: pool(inside, (parent, i) => svg(parent, "g", { class: `trail on-map walker-${i % 4}` })),
            momentum: pool(over, (parent, i) => svg(parent, "g", { class: `walker-${i % 4}` })),
            aim: aim(inside),
            gradient: arrow(over, "gradient"),
            walkers: pool(over, mark),
            away: pool(svg(this.#svg, "g"), (parent, i) => svg(parent, "g", { class: `away walker-${i % 4}` })),
        };
        this.#part.memories = [];
    }

    /** @param {Scale} x @param {Scale} y */
    #axes(x, y) {
        const { names } = /** @type {Terrain} */ (this.#terrain);
        const g = svg(this.#svg, "g", { class: "axes" });
        svg(g, "path", { d: `M${x.from} ${y.to}V${y.from}H${x.to}V${y.to}z` });
        for (const tick of ticks(x.low, x.high, (x.to - x.from) / 70)) {
            svg(g, "path", { d: `M${x.of(tick)} ${y.from}v5` });
            svg(g, "text", { x: x.of(tick), y: y.from + 19, class: "middle" }).textContent = tickText(tick);
        }
        for (const tick of ticks(y.low, y.high, (y.from - y.to) / 60)) {
            svg(g, "path", { d: `M${x.from} ${y.of(tick)}h-5` });
            svg(g, "text", { x: x.from - 8, y: y.of(tick) + 4, class: "end" }).textContent = tickText(tick);
        }
        svg(g, "text", { x: x.from, y: 14, class: "name" }).textContent = names[1];
        svg(g, "text", { x: x.to, y: y.from + 38, class: "name end" }).textContent = names[0];
    }

    draw(/** @type {any} */ frame) {
        const picture = this.#slice ? this.#slice.picture(frame) : frame;
        if (!this.#x || !this.#y || !picture?.walkers) {
            return;
        }
        this.#picture = picture;
        const [x, y] = [this.#x, this.#y];
        this.#fog(picture, x);
        this.#part.trails.fit(picture.walkers, (/** @type {SVGElement} */ g, /** @type {HillWalker} */ walker) => trail(g, walker, x, y));
        const inside = picture.walkers.map((/** @type {HillWalker} */ w) => !w.lost && x.holds(w.place.position[0]) && y.holds(w.place.position[1]));
        this.#part.walkers.fit(picture.walkers, (/** @type {SVGElement} */ g, /** @type {HillWalker} */ walker, /** @type {number} */ i) => {
            const [px, py] = this.#pixel(walker);
            g.toggleAttribute("hidden", !inside[i]);
            if (inside[i]) {
                g.style.transform = `translate(${px}px, ${py}px)`;
            }
        });
        this.#arrow(picture.walkers[0], inside[0]);
        this.#part.aim.place(this.#arrows.includes("downhill") && inside[0] ? picture.walkers[0] : null, x, y,
            picture.fog === null ? this.#terrain?.minima ?? [] : []);
        this.#memory(picture.walkers, inside);
        this.#part.away.fit(picture.walkers.filter((/** @type {HillWalker} */ _w, /** @type {number} */ i) => !inside[i]),
            (/** @type {SVGElement} */ g, /** @type {HillWalker} */ walker, /** @type {number} */ i) => away(g, walker, x, y, i));
        const { name, place: { position } } = picture.walkers[0];
        write(this.#felt, inside[0] && nearest(position, /** @type {Terrain} */ (this.#terrain)) ? floorWords(name) : "");
        this.#describe(picture);
    }

    /** @returns {[number, number]} */
    #pixel(/** @type {HillWalker} */ { place: { position: [at, up] } }) {
        return [/** @type {Scale} */ (this.#x).of(at), /** @type {Scale} */ (this.#y).of(up)];
    }

    /** The edges of the map, which no arrow crosses. */
    get #frame() {
        const [x, y] = [/** @type {Scale} */ (this.#x), /** @type {Scale} */ (this.#y)];
        return { left: x.from, right: x.to, top: y.to, bottom: y.from };
    }

    /** @param {HillPicture} picture @param {Scale} x */
    #fog({ fog, walkers }, x) {
        const scale = devicePixelRatio || 1;
        const lit = fog === null ? null : walkers.map((walker) => {
            const [px, py] = this.#pixel(walker);
            return { x: (px - MARGIN.left) * scale, y: (py - MARGIN.top) * scale, radius: fog * x.unit * scale };
        });
        const context = this.#canvas.getContext("2d");
        if (context) {
            this.#relief.draw(context, lit);
        }
        this.#part.minima.toggleAttribute("hidden", fog !== null);
        this.#part.lit.fit(fog === null ? [] : walkers, (/** @type {SVGElement} */ circle, /** @type {HillWalker} */ walker) => {
            const [cx, cy] = this.#pixel(walker);
            set(circle, { cx, cy, r: 0.9 * (fog ?? 0) * x.unit });
        });
    }

    /** The gradient at the first walker's place: the steepest direction up. @param {HillWalker} walker @param {boolean} inside */
    #arrow(walker, inside) {
        const { gradient } = this.#part;
        if (!this.#arrows.includes("gradient") || !inside) {
            gradient.g.toggleAttribute("hidden", true);
            return;
        }
        const { slope } = walker.place;
        const first = Math.hypot(...walker.trail[0].slope);
        const room = Math.min(1, (/** @type {Scale} */ (this.#x).to - MARGIN.left) / MOST_HEIGHT);
        const unit = room * Math.min(first > 0 ? FIRST_ARROW / first : Infinity, LONGEST_ARROW / (Math.max(first, this.#steepest) || 1));
        gradient.place(...this.#pixel(walker), slope[0] * unit, -slope[1] * unit, this.#frame);
    }

    /** Draws the velocity that a walker with momentum keeps from its last steps. @param {HillWalker[]} walkers @param {boolean[]} inside */
    #memory(walkers, inside) {
        const { memories, momentum } = this.#part;
        momentum.fit(walkers, (/** @type {SVGElement} */ g, /** @type {HillWalker} */ walker, /** @type {number} */ i) => {
            memories[i] ??= arrow(g, "momentum");
            const shown = this.#arrows.includes("momentum") && inside[i] && (walker.momentum ?? 0) > 0;
            const [vx, vy] = walker.place.velocity;
            const unit = shown ? /** @type {Scale} */ (this.#x).unit : 0;
            memories[i].place(...this.#pixel(walker), vx * unit, -vy * unit, this.#frame);
        });
    }

    #describe(/** @type {HillPicture} */ { walkers: [walker], fog }) {
        const { position, height, slope } = walker.place;
        const keys = walker.byHand === undefined ? "" : walker.byHand ? " The arrow keys take a step." : " The arrow keys move its start.";
        this.#svg.setAttribute("aria-label", `${fog === null ? "A map of heights" : "A map in fog"}. ${walker.name} at ${position.map(short).join(", ")}, `
            + `height ${short(height)}, slopes ${slope.map(short).join(", ")}.${keys}`);
    }

    async #go(/** @type {number[]} */ target) {
        if (this.#slice) {
            await this.#slice.go(target);
        } else if (this.#picture) {
            await goTo(this.stage, this.#picture, target);
        }
    }

    async #key(/** @type {KeyboardEvent} */ event) {
        const picture = this.#picture;
        const step = picture && keyStep(event, 2, picture.length);
        if (!step || !picture) {
            return;
        }
        if (this.#slice) {
            await this.#slice.go(picture.position.map((at, i) => at + step[i]));
        } else {
            await goBy(this.stage, picture, step);
        }
        const { position, height } = /** @type {HillPicture} */ (this.#picture);
        this.#said.textContent = `${position.map(short).join(", ")}, height ${short(height)}`;
    }
}

/** @param {SVGElement} g @param {HillWalker} walker @param {Scale} x @param {Scale} y */
function trail(g, { trail: places }, x, y) {
    const far = (/** @type {number} */ pixel) => Math.round(Math.max(-9999, Math.min(9999, pixel)) * 10) / 10;
    const dots = places.map(({ position }) => [far(x.of(position[0])), far(y.of(position[1]))]);
    const d = dots.map((dot) => dot.join(" ")).join("L");
    g.innerHTML = places.length < 2 ? "" : `<path class="halo" d="M${d}"/><path d="M${d}"/>${dots.slice(0, -1).map(([cx, cy]) => `<circle cx="${cx}" cy="${cy}" r="2.4"/>`).join("")}`;
}

/** An arrow at the edge, to where a walker has left, and a word. @param {SVGElement} g @param {HillWalker} walker @param {Scale} x @param {Scale} y @param {number} i */
function away(g, { name, place, lost }, x, y, i) {
    const [at, up] = place.position;
    const px = Math.min(x.to - 14, Math.max(x.from + 14, x.of(at)));
    const py = Math.min(y.from - 14, Math.max(y.to + 14 + 22 * i, y.of(up)));
    const turn = (Math.atan2(py - y.of(up), x.of(at) - px) * -180) / Math.PI;
    const end = px > (x.from + x.to) / 2;
    g.replaceChildren();
    svg(g, "path", { d: "M-8-5l10 5-10 5", transform: `translate(${px} ${py}) rotate(${turn})` });
    svg(g, "text", { x: px + (end ? -18 : 18), y: py + 5, class: end ? "end" : "start" }).textContent =
        leftWords(name, lost, place.position.map(short).join(", "));
}

customElements.define("x-contour-map", ContourMap);
