import { idOf, note } from "./keys.js";
import { parent } from "../shared/addresses.js";

/** @typedef {import("../stage.js").Stage} Stage */

/** Has the stage make a copy where the page's address carries a state whose run this tab does not drive; answers whether that is so. */
export function opensCopy(/** @type {Stage} */ stage) {
    const { link, frames } = stage.run;
    if (!link || (frames && idOf(parent(frames).split("/").at(-1) ?? "") !== null)) {
        return false;
    }
    stage.run = { ...stage.run, frames: undefined, lent: undefined, branches: "", own: link.copies };
    return true;
}

/** Asks for the run and the branches that a link's state describes; answers where they are. */
export async function copyOf(/** @type {Stage} */ stage) {
    const { link } = stage.run;
    const { frames, branches, runs, said } = await stage.post(link?.copies ?? "", { state: link?.state });
    runs.forEach(note);
    if (said.length > 0) {
        stage.dispatchEvent(new CustomEvent("said", { detail: { text: said.join(" ") } }));
    }
    return { frames, branches };
}

/** Shows of a run what a link's page showed: the step, the example, the selection, the opened parts and the scale of the cost. */
export async function showPage(/** @type {Stage} */ stage, /** @type {import("../stage/config.js").PageState | undefined} */ page) {
    if (!page) {
        return;
    }
    const { shown, example, selected, open, scale } = page;
    const chosen = /** @type {HTMLInputElement | null} */ (stage.querySelector(`input[name=scale][value=${scale}]`));
    if (chosen && !chosen.checked) {
        chosen.click();
    }
    if (shown !== undefined) {
        await stage.seek(shown);
    }
    if (example !== undefined && stage.picture?.example !== example) {
        await stage.look(example);
    }
    stage.example = example ?? stage.example;
    if (selected) {
        stage.select(/** @type {import("../shared/types.js").Item} */ (selected), "hold");
    }
    for (const id of open) {
        stage.querySelector(`details[id="${id}"]`)?.setAttribute("open", "");
    }
}
