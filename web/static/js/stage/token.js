import { BASE } from "../shared/base.js";
import { frameHeader } from "../shared/launch.js";

/** The address at which a program gets a visitor's token. */
const ADDRESS = `${BASE}api/visitors`;

/** The token of this page, once it was asked for. @type {Promise<string> | null} */
let token = null;

/**
 * The header by which a page in a frame without cookies says who it is: in a sandboxed frame, which has no origin, or in a frame of a learning platform.
 * Nothing on other pages, where the browser's cookie does. A page that only shows something asks for no token.
 *
 * @returns {Promise<Record<string, string>>}
 */
export async function authorization() {
    if (globalThis.origin !== "null") {
        return frameHeader();
    }
    token ??= ask();
    try {
        return { Authorization: `Bearer ${await token}` };
    } catch (error) {
        token = null;
        throw error;
    }
}

async function ask() {
    const answer = await fetch(ADDRESS, { method: "POST", headers: { Accept: "application/json" } });
    if (!answer.ok) {
        throw new Error("The server has no room for another figure here. Open the figure in a tab of its own: the link is below it.");
    }
    return (await answer.json()).token;
}
