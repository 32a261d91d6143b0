/** The distance in pixels from which a press on the chart is a drag over a part of it. */
const DRAG = 6;
/** The factor of one key press, and the share of the width that an arrow key moves by. */
const ZOOM = 0.5;
const MOVE = 0.25;

/**
 * The acts on a chart.
 *
 * @typedef {object} Acts
 * @property {(x: number) => void} press a press at a place, in pixels from the left of the plot
 * @property {(from: number, to: number) => void} drag a drag from one place to another
 * @property {(factor: number) => void} scale
 * @property {(share: number) => void} move
 * @property {() => void} all
 */

/**
 * Listens to the pointer on a plot: a press goes to a step, a drag chooses a part, a double click undoes that. A finger that moves up or down still
 * scrolls the page.
 *
 * @param {any} u the plot
 * @param {Acts} acts
 */
export function listenToPointer(u, acts) {
    const { over } = u;
    /** The place where the press began, or -1. */
    let from = -1;
    let isDrag = false;
    const x = (/** @type {PointerEvent} */ event) =>
        Math.min(over.clientWidth, Math.max(0, event.clientX - over.getBoundingClientRect().left));
    const end = () => {
        from = -1;
        u.setSelect({ left: 0, top: 0, width: 0, height: 0 }, false);
    };
    over.style.touchAction = "pan-y";
    over.addEventListener("pointerdown", (/** @type {PointerEvent} */ event) => {
        if (event.button === 0) {
            from = x(event);
            isDrag = false;
        }
    });
    over.addEventListener("pointermove", (/** @type {PointerEvent} */ event) => {
        if (from < 0) {
            return;
        }
        const to = x(event);
        if (!isDrag && Math.abs(to - from) >= DRAG) {
            isDrag = true;
            over.setPointerCapture(event.pointerId);
        }
        if (isDrag) {
            u.setSelect({ left: Math.min(from, to), top: 0, width: Math.abs(to - from), height: over.clientHeight }, false);
        }
    });
    over.addEventListener("pointerup", (/** @type {PointerEvent} */ event) => {
        const began = from;
        end();
        if (began >= 0 && isDrag) {
            acts.drag(began, x(event));
        } else if (began >= 0) {
            acts.press(x(event));
        }
    });
    over.addEventListener("pointercancel", end);
    over.addEventListener("dblclick", () => acts.all());
}

/** The keys of a chart that has the focus: + and − zoom, the arrows move along, 0 and Escape show all. @param {KeyboardEvent} event @param {Acts} acts */
export function pressKey(event, acts) {
    const act = event.ctrlKey || event.metaKey || event.altKey ? undefined : {
        "+": () => acts.scale(ZOOM),
        "=": () => acts.scale(ZOOM),
        "-": () => acts.scale(1 / ZOOM),
        "−": () => acts.scale(1 / ZOOM),
        "ArrowLeft": () => acts.move(-MOVE),
        "ArrowRight": () => acts.move(MOVE),
        "0": () => acts.all(),
        "Escape": () => acts.all(),
    }[event.key];
    if (act) {
        event.preventDefault();
        event.stopPropagation();
        act();
    }
}
