/** The elements of lessons, of classes and of learning platforms. Every other one is a widget: its folder and script bear its name. */
const OF_PAGES = /** @type {Record<string, () => Promise<any>>} */ ({
    "x-board-tools": () => import("./lesson.js"),
    "x-class-bar": () => import("./lesson/class-bar.js"),
    "x-contents": () => import("./lesson/contents.js"),
    "x-go-on": () => import("./lesson/go-on.js"),
    "x-live": () => import("./classroom/live.js"),
    "x-platform": () => import("./platform/platform.js"),
    "x-question": () => import("./lesson.js"),
    "x-scene": () => import("./lesson.js"),
    "x-term": () => import("./lesson/term.js"),
});

/** Loads what is needed, now and after each swap; says `begun` when all that the page opened with is there. */
export async function startLater() {
    const parsed = new Promise((resolve) => document.addEventListener("DOMContentLoaded", resolve, { once: true }));
    // Modules that few pages need load in a turn of their own: the browser is at its busiest here.
    await new Promise((resolve) => setTimeout(resolve));
    document.addEventListener("htmx:afterSettle", loadLater);
    await Promise.allSettled([parsed, ...loadLater()]);
    document.dispatchEvent(new Event("begun"));
}

/** Loads what the page shows now. */
export function loadLater() {
    return [...document.querySelectorAll(":not(:defined)")].map(({ localName }) => localName)
        .filter((element) => element.startsWith("x-")).map(load);
}

function load(/** @type {string} */ element) {
    const name = element.slice("x-".length);
    // A variable: with the text itself in the call, the bundler would make files of all that a widget's folder holds.
    const script = `./widgets/${name}/${name}.js`;
    return OF_PAGES[element]?.() ?? import(script);
}
