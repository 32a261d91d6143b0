/** What few pages show: each is loaded where its element stands. */
const LATER = /** @type {Record<string, () => Promise<any>>} */ ({
    "x-contents": () => import("./lesson/contents.js"),
    "x-contour-map": () => import("./widgets/contour-map/contour-map.js"),
    "x-cost-chart": () => import("./widgets/cost-chart/cost-chart.js"),
    "x-cost-table": () => import("./widgets/cost-table/cost-table.js"),
    "x-counting": () => import("./widgets/counting/counting.js"),
    "x-debugger": () => import("./widgets/debugger/debugger.js"),
    "x-decision-map": () => import("./widgets/decision-map/decision-map.js"),
    "x-describe": () => import("./widgets/describe/describe.js"),
    "x-digit-pad": () => import("./widgets/digit-pad/digit-pad.js"),
    "x-equation": () => import("./widgets/equation/equation.js"),
    "x-examples": () => import("./widgets/examples/examples.js"),
    "x-go-on": () => import("./lesson/go-on.js"),
    "x-graph": () => import("./widgets/graph/graph.js"),
    "x-guide": () => import("./widgets/guide/guide.js"),
    "x-heights": () => import("./widgets/heights/heights.js"),
    "x-hinton": () => import("./widgets/hinton/hinton.js"),
    "x-layer-health": () => import("./widgets/layer-health/layer-health.js"),
    "x-log-range": () => import("./widgets/log-range/log-range.js"),
    "x-network": () => import("./widgets/network/network.js"),
    "x-neuron": () => import("./widgets/neuron/neuron.js"),
    "x-nudge": () => import("./widgets/nudge/nudge.js"),
    "x-profile": () => import("./widgets/profile/profile.js"),
    "x-prove-it": () => import("./widgets/prove-it/prove-it.js"),
    "x-scene": () => import("./lesson.js"),
    "x-secant": () => import("./widgets/secant/secant.js"),
    "x-seeds": () => import("./widgets/seeds/seeds.js"),
    "x-sensitivity": () => import("./widgets/sensitivity/sensitivity.js"),
    "x-sketch": () => import("./widgets/sketch/sketch.js"),
    "x-slice": () => import("./widgets/slice/slice.js"),
    "x-speed": () => import("./widgets/speed/speed.js"),
    "x-surface": () => import("./widgets/surface/surface.js"),
    "x-table": () => import("./widgets/table/table.js"),
    "x-term": () => import("./lesson/term.js"),
    "x-tug-of-war": () => import("./widgets/tug-of-war/tug-of-war.js"),
    "x-tuning": () => import("./widgets/tuning/tuning.js"),
    "x-walk": () => import("./widgets/walk/walk.js"),
    "x-walkers": () => import("./widgets/walkers/walkers.js"),
    "x-weight-picture": () => import("./widgets/weight-picture/weight-picture.js"),
    "x-wiggle": () => import("./widgets/wiggle/wiggle.js"),
});

/** Loads what is needed, now and after each swap; says `begun` when all that the page opened with is there. */
export async function startLater() {
    const parsed = new Promise((resolve) => document.addEventListener("DOMContentLoaded", resolve, { once: true }));
    // What few pages show has a turn of its own: the browser is at its busiest here.
    await new Promise((resolve) => setTimeout(resolve));
    document.addEventListener("htmx:afterSettle", loadLater);
    await Promise.allSettled([parsed, ...loadLater()]);
    document.dispatchEvent(new Event("begun"));
}

/** Loads what the page shows now. */
export function loadLater() {
    return [...document.querySelectorAll(":not(:defined)")].map((element) => LATER[element.localName]?.());
}
