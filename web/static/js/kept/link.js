import { forked } from "../shared/branches.js";

/** The version of a link's text: the server reads it, as `LinkText` says. */
const VERSION = "1";
/** The most characters of an address that the server, and a proxy before it, reads. */
export const MOST_CHARACTERS = 8000;

/** @typedef {import("../stage.js").Stage} Stage */

/**
 * The state of a stage's run, as a link holds it: what makes the run and its branches again, and what the page shows of them. Null where there
 * is no run yet.
 */
export function stateOf(/** @type {Stage} */ stage) {
    const { setup, progress: { all, branch: front, newest, shown, off, state }, example, held } = stage;
    if (!setup?.origin || all.length === 0) {
        return null;
    }
    const reached = all.map((branch) => (branch.id === front ? { ...branch, newest } : branch));
    const isOff = new Set(off.map(({ id }) => id));
    return {
        spec: setup.origin,
        runs: forked(reached).map(({ id, tweaks, newest: step, parent, from }) => ({
            ...(parent < 0 ? {} : { parent, from }),
            step,
            ...listed("tweaks", tweaks.filter((tweak) => parent < 0 || tweak.step >= from)),
            ...(id === front && state === "diverged" ? { diverged: true } : {}),
            ...(isOff.has(id) ? { off: true } : {}),
        })),
        front: Math.max(0, all.findIndex(({ id }) => id === front)),
        ...(shown < newest ? { shown } : {}),
        ...(example === null ? {} : { example }),
        ...(held ? { selected: held } : {}),
        ...listed("open", [...stage.querySelectorAll("details[open][id]")].map(({ id }) => id)),
        ...(stage.querySelector("input[name=scale][value=log]:checked") ? { scale: "log" } : {}),
    };
}

/** A field with a list, if there is anything in the list. @param {string} name @param {any[]} list */
function listed(name, list) {
    return list.length > 0 ? { [name]: list } : {};
}

/** The text of a state: its JSON in the zlib format, which has a checksum, in base64url, after the version. */
export async function packed(/** @type {string} */ json) {
    const deflated = new Blob([json]).stream().pipeThrough(new CompressionStream("deflate"));
    const bytes = new Uint8Array(await new Response(deflated).arrayBuffer());
    const letters = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
    return `${VERSION}.${letters.replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "")}`;
}

/** The names in an address that say which run it shows. */
const NAMES = ["run", "branches"];

/**
 * The address of a link: with the state, or, where that makes it too long to be read, with the views of the run and its branches, which the server
 * finds as long as it keeps the run.
 *
 * @param {string} page the page's own address
 * @param {string} text of the state; empty for the address as it is, without one
 * @param {{named?: boolean}} [options] whether a link with the state names the run too, for the browser that drives it
 * @returns {{address: string, isWhole: boolean}}
 */
export function linkOf(page, text, { named = false } = {}) {
    const link = new URL(page);
    if (text === "") {
        link.searchParams.delete("state");
        return { address: link.href, isWhole: true };
    }
    for (const name of named ? [] : NAMES) {
        link.searchParams.delete(name);
    }
    link.searchParams.set("state", text);
    if (link.href.length <= MOST_CHARACTERS) {
        return { address: link.href, isWhole: true };
    }
    const byName = new URL(page);
    byName.searchParams.delete("state");
    return { address: byName.href, isWhole: false };
}
