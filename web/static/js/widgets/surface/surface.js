import { Scene } from "./scene.js";
import { sliceOf } from "../../hills/slice.js";
import { terrain } from "../../hills/terrain.js";
import { short } from "../../shared/numbers.js";
import { granted, say } from "../../shared/dom/room.js";
import { StageWidget } from "../../stage-widget.js";

/** @typedef {import("../../shared/types.js").HillPicture} HillPicture */
/** @typedef {import("../../hills/terrain.js").Terrain} Terrain */

const TURN = 0.09;
const PER_PIXEL = 0.008;
const LOWEST = 0.15;
const HIGHEST = 1.45;
const AWAY = 4.4;
const MOST_HEIGHT = 440;
/** The height of the picture as a share of its width, at most. */
const WIDE = 0.66;
const SQUARE = 1;
const KEYS = /** @type {Record<string, [number, number]>} */ ({
    ArrowLeft: [-TURN, 0], ArrowRight: [TURN, 0], ArrowUp: [0, TURN], ArrowDown: [0, -TURN],
});

/**
 * `<x-surface>`: a hill over a plane, or a slice of a network's cost, in space, turned by dragging
 * or by the arrow keys. Its library, at the address that the page's head names, is loaded only when there is such a picture; the contour map shows all that it shows.
 */
class Surface extends StageWidget {
    figure = { name: "Surface", line: "The hill in space." };
    #box = document.createElement("div");
    #canvas = document.createElement("canvas");
    #note = document.createElement("p");
    /** @type {any} */ #three = null;
    /** @type {any} */ #renderer = null;
    /** @type {any} */ #camera = null;
    /** @type {Scene | null} */ #scene = null;
    /** @type {Terrain | null} */ #terrain = null;
    /** @type {import("../../hills/slice.js").Slice | null} */ #slice = null;
    /** @type {HillPicture | null} */ #picture = null;
    #turn = 0.6;
    #tilt = 0.62;
    #sized = new ResizeObserver(() => this.#render());

    enter(/** @type {AbortSignal} */ signal) {
        this.#canvas.className = "surface-canvas";
        this.#canvas.tabIndex = 0;
        this.#canvas.setAttribute("role", "application");
        this.#note.className = "note";
        this.#note.hidden = true;
        this.#box.className = "hill-box";
        this.#box.append(this.#canvas);
        this.replaceChildren(this.#box, this.#note);
        this.#slice = sliceOf(this.stage, this.dataset.slice !== undefined);
        this.#slice?.addEventListener("change", () => this.#change(this.#slice?.terrain ?? null), { signal });
        document.addEventListener("palette", () => this.#change(this.#terrain), { signal });
        this.#canvas.addEventListener("pointerdown", (event) => this.#canvas.setPointerCapture(event.pointerId), { signal });
        this.#canvas.addEventListener("pointermove", (event) => event.buttons === 1
            && this.#rotate(event.movementX * PER_PIXEL, event.movementY * PER_PIXEL), { signal });
        this.#canvas.addEventListener("keydown", (event) => this.#key(event), { signal });
        this.#sized.observe(this);
        this.#sized.observe(this.#box);
    }

    leave() {
        this.#sized.disconnect();
        this.#scene?.dispose();
        this.#renderer?.dispose();
        this.#renderer = null;
    }

    build(/** @type {any} */ setup) {
        if (setup.hill?.dimensions === 2) {
            this.#change(terrain(setup.map, { minima: setup.hill.minima, even: setup.hill.curvature !== null }));
        } else if (this.#slice) {
            this.#change(this.#slice.terrain);
        }
    }

    async #change(/** @type {Terrain | null} */ ground) {
        this.#terrain = ground;
        this.#canvas.hidden = ground === null;
        say(this, this.#slice?.waiting ?? "");
        if (!ground || !(await this.#load()) || ground !== this.#terrain) {
            return;
        }
        this.#scene?.dispose();
        this.#scene = new Scene(this.#three, ground);
        this.redraw();
    }

    /** The library and a canvas to draw on, or a word that there are none. */
    async #load() {
        if (this.#renderer) {
            return true;
        }
        try {
            this.#three ??= await import(/** @type {HTMLMetaElement} */ (document.querySelector("meta[name=three]")).content);
            this.#renderer ??= new this.#three.WebGLRenderer({ canvas: this.#canvas, antialias: true, alpha: true });
            this.#renderer.localClippingEnabled = true;
            this.#camera ??= new this.#three.PerspectiveCamera(30, 1, 0.1, 30);
            return true;
        } catch {
            this.#canvas.hidden = true;
            this.#note.hidden = false;
            this.#note.textContent = "This browser cannot draw in 3-D. The map shows the same hill.";
            return false;
        }
    }

    draw(/** @type {any} */ frame) {
        this.#picture = this.#slice ? this.#slice.picture(frame) : frame;
        this.#draw();
    }

    #draw() {
        if (!this.#scene || !this.#picture?.walkers) {
            return;
        }
        this.#scene.place(this.#picture);
        const { walkers: [{ name, place }] } = this.#picture;
        this.#canvas.setAttribute("aria-label", `The hill in space; the arrow keys turn it. ${name} at ${place.position.map(short).join(", ")}, height ${short(place.height)}`);
        this.#render();
    }

    #rotate(/** @type {number} */ turn, /** @type {number} */ tilt) {
        this.#turn += turn;
        this.#tilt = Math.min(HIGHEST, Math.max(LOWEST, this.#tilt + tilt));
        this.#render();
    }

    #key(/** @type {KeyboardEvent} */ event) {
        const turn = KEYS[event.key];
        if (turn && !event.altKey && !event.ctrlKey && !event.metaKey) {
            this.#rotate(...turn);
            event.preventDefault();
            event.stopPropagation();
        }
    }

    #render() {
        const width = this.clientWidth;
        if (!this.#scene || !this.#renderer || width === 0) {
            return;
        }
        const most = granted(this.#box);
        const height = Math.min(most ?? MOST_HEIGHT, Math.round((most === null ? WIDE : SQUARE) * width));
        this.#renderer.setPixelRatio(devicePixelRatio || 1);
        this.#renderer.setSize(width, height);
        this.#camera.aspect = width / height;
        const { middle } = this.#scene;
        const far = AWAY * Math.max(1, 1.35 / this.#camera.aspect);
        this.#camera.position.set(far * Math.cos(this.#tilt) * Math.sin(-this.#turn), middle + far * Math.sin(this.#tilt),
            far * Math.cos(this.#tilt) * Math.cos(this.#turn));
        this.#camera.lookAt(0, middle - 0.05, 0);
        this.#camera.updateProjectionMatrix();
        this.#renderer.render(this.#scene.scene, this.#camera);
    }
}

customElements.define("x-surface", Surface);
