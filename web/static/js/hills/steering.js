const NEAR = 44;
const HAND_PAUSE = 90;
const DRAG_PAUSE = 30;

/**
 * Walking by pointer: while it is held, `go` is asked again and again to come nearer to where it is. A finger has to touch near
 * the walker to drag it, anywhere else it scrolls the page, and a tap there is one step.
 */
export class Steering {
    /** @type {number[] | null} */ #target = null;
    /** @type {number[] | null} */ #tapped = null;
    #element;
    #plan;

    /**
     * @param {SVGElement} element
     * @param {{place: (x: number, y: number) => number[], walker: () => [number, number] | null, byHand: () => boolean,
     *     go: (target: number[]) => Promise<any>}} plan the place under a pixel, the pixel of the walker, and how to get to a place
     * @param {AbortSignal} signal
     */
    constructor(element, plan, signal) {
        this.#element = element;
        this.#plan = plan;
        element.addEventListener("pointerdown", (event) => this.#down(event), { signal });
        element.addEventListener("pointermove", (event) => this.#target && (this.#target = this.#place(event)), { signal });
        element.addEventListener("pointerup", () => this.#up(), { signal });
        element.addEventListener("pointercancel", () => (this.#target = this.#tapped = null), { signal });
        element.addEventListener("touchstart", (event) => this.#isNear(event.touches[0]) && event.preventDefault(),
            { signal, passive: false });
    }

    #down(/** @type {PointerEvent} */ event) {
        if (event.button !== 0) {
            return;
        }
        if (event.pointerType === "touch" && !this.#isNear(event)) {
            this.#tapped = this.#place(event);
            return;
        }
        this.#element.setPointerCapture(event.pointerId);
        this.#target = this.#place(event);
        this.#follow();
    }

    #up() {
        this.#target = null;
        if (this.#tapped) {
            this.#plan.go(this.#tapped);
            this.#tapped = null;
        }
    }

    #at(/** @type {{clientX: number, clientY: number}} */ event) {
        const box = this.#element.getBoundingClientRect();
        return [event.clientX - box.left, event.clientY - box.top];
    }

    #place(/** @type {PointerEvent} */ event) {
        const [x, y] = this.#at(event);
        return this.#plan.place(x, y);
    }

    #isNear(/** @type {{clientX: number, clientY: number}} */ event) {
        const walker = this.#plan.walker();
        const [x, y] = this.#at(event);
        return walker !== null && Math.hypot(x - walker[0], y - walker[1]) < NEAR;
    }

    async #follow() {
        while (this.#target) {
            await this.#plan.go(this.#target);
            await new Promise((done) => setTimeout(done, this.#plan.byHand() ? HAND_PAUSE : DRAG_PAUSE));
        }
    }
}

/**
 * Takes a hill's first walker nearer to a place: one step by hand, or its start there.
 *
 * @param {import("../stage.js").Stage} stage
 * @param {import("../shared/types.js").HillPicture} picture
 * @param {number[]} target
 */
export async function goTo(stage, { walkers: [walker], length }, target) {
    const here = walker.byHand ? walker.place.position : walker.start ?? walker.place.position;
    const far = Math.hypot(...target.map((x, i) => x - here[i]));
    if (far > (walker.byHand ? length / 2 : 0)) {
        await stage.act(walker.byHand ? "walk" : "place", walker.byHand ? { toward: target } : { at: target });
    }
}

const KEYS = /** @type {Record<string, number[]>} */ ({
    ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowDown: [0, -1], ArrowUp: [0, 1],
});

/** The step that an arrow key asks for, or null. @param {KeyboardEvent} event @param {number} dimensions @param {number} length */
export function keyStep(event, dimensions, length) {
    const side = KEYS[event.key]?.slice(0, dimensions);
    if (!side || side.every((x) => x === 0) || event.altKey || event.ctrlKey || event.metaKey) {
        return null;
    }
    event.preventDefault();
    event.stopPropagation();
    return side.map((x) => x * length);
}

/** Takes the step of a key. @param {import("../stage.js").Stage} stage @param {import("../shared/types.js").HillPicture} picture @param {number[]} by */
export async function goBy(stage, { walkers: [walker] }, by) {
    const start = walker.start ?? walker.place.position;
    await stage.act(walker.byHand ? "walk" : "place", walker.byHand ? { by } : { at: start.map((x, i) => x + by[i]) });
}
