const PREFIX = "drives ";

/**
 * The names of the runs that this page knows: an id drives a run, and its view, which only reads it, may be part of addresses and links. The tab's own
 * storage keeps which id belongs to a view, so that a reload and the way back go on with the learner's run. Another tab, like
 * another browser, does not have it.
 */
const views = /** @type {Map<string, string>} */ (new Map());

/** Takes in both names of a run, which its description gives. @param {{id: string, view: string}} description */
export function note({ id, view }) {
    views.set(id, view);
    if (id !== view) {
        try {
            sessionStorage.setItem(PREFIX + view, id);
        } catch {
            // A reload shows a copy of the run.
        }
    }
}

/** The id that drives the run of this view, if this tab has it. */
export function idOf(/** @type {string} */ view) {
    try {
        return sessionStorage.getItem(PREFIX + view);
    } catch {
        return null;
    }
}

/** The name of a run that may be shown; empty for one that this page has not asked for. */
export function viewOf(/** @type {string} */ id) {
    return views.get(id) ?? "";
}

/** The names of branches as `run.branches` lists them, each in its other form. */
export function renamed(/** @type {string} */ branches, /** @type {(name: string) => string | null} */ name) {
    return branches.split(".").map((part) => (part === "" ? "" : name(part) ?? part)).join(".");
}
