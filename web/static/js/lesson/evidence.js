/** Milliseconds that an answer waits for its figure. */
const FIGURE_WAIT_MS = 8000;

/**
 * The state of the stage around an element, in fields for the server: it computes an answer from this, never from numbers that the page sends.
 *
 * @returns {Promise<Record<string, string> | null>} null if the figure is not there yet, though waited for
 */
export async function evidence(/** @type {Element} */ element) {
    const stage = /** @type {import("../stage.js").Stage} */ (element.closest("x-stage"));
    if (!await hasPicture(stage)) {
        return null;
    }
    const { run: { frames }, config: { hill, perceptron } } = stage;
    if (frames !== undefined) {
        const { step = 0, example = 0 } = stage.picture ?? {};
        return { run: frames.split("/").at(-2) ?? "", step: String(step), example: String(example) };
    }
    if (hill !== undefined) {
        return { walk: JSON.stringify(descentOf(stage)) };
    }
    if (perceptron !== undefined) {
        return { perceptron: JSON.stringify(/** @type {any} */ (await stage.source).evidence()) };
    }
    const { expression, values } = /** @type {any} */ (await stage.source).evidence();
    return { graph: JSON.stringify({ expression, values: JSON.parse(values) }) };
}

/** Waits a little for the stage's first picture: the impatient answer before it is drawn. */
function hasPicture(/** @type {import("../stage.js").Stage} */ stage) {
    return stage.picture ? true : new Promise((resolve) => {
        setTimeout(() => resolve(stage.picture !== null), FIGURE_WAIT_MS);
        for (const name of ["frame", "seek"]) {
            stage.addEventListener(name, () => resolve(true), { once: true });
        }
    });
}

/** The first walker's descent so far; one moved by hand has no descent, only a place. */
function descentOf(/** @type {import("../stage.js").Stage} */ stage) {
    const { byHand, start, rate, momentum, place, trail } = stage.picture.walkers[0];
    return byHand
        ? { start: place.position, steps: 0 }
        : { start, optimizer: { learningRate: rate, momentum }, steps: trail.length - 1 };
}
