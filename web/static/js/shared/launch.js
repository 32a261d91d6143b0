const KEY = "launch";
const LESSON = "launch-lesson";
const OWNER = "launch-owner";
const VISITOR = "launch-visitor";

/** Tells whether a page of another site shows this one in a frame, where browsers send no cookies along. */
export function isFramed() {
    return globalThis.parent !== globalThis.window;
}

/** The session storage of this tab; null where the browser keeps nothing. */
export function tabStorage() {
    try {
        const storage = globalThis.sessionStorage;
        storage.setItem("probe", "1");
        storage.removeItem("probe");
        return storage;
    } catch {
        return null;
    }
}

/**
 * Notes that a learning platform opened this tab, until the tab is closed.
 *
 * @param {object} launch
 * @param {string} launch.key to the launch; empty if nobody hears of what is done here
 * @param {string} launch.lesson the lesson that was opened, if any
 * @param {string} launch.owner a code for the learner, whose progress is kept apart from that of others at this browser
 * @param {string} launch.visitor the token by which a page in a frame says who it is; empty where a cookie does
 */
export function noteLaunch({ key, lesson, owner, visitor }) {
    const storage = tabStorage();
    storage?.setItem(KEY, key);
    storage?.setItem(LESSON, lesson);
    storage?.setItem(OWNER, owner);
    storage?.setItem(VISITOR, visitor);
}

/** The code for the learner whom a learning platform sent to this tab; empty in other tabs. */
export function launchOwner() {
    return read(OWNER);
}

/** The visitor's token of an earlier launch in this tab. */
export function frameToken() {
    return isFramed() ? read(VISITOR) : "";
}

function read(/** @type {string} */ name) {
    try {
        return globalThis.sessionStorage?.getItem(name) ?? "";
    } catch {
        return "";
    }
}

/** Tells whether a learning platform opened this tab for a lesson, and hears how far it is. */
export function isLaunchedFor(/** @type {string} */ lesson) {
    return read(KEY) !== "" && read(LESSON) === lesson;
}

/** The header by which a tab that a learning platform opened says which launch it belongs to; nothing in other tabs. @returns {Record<string, string>} */
export function launchHeader() {
    const key = read(KEY);
    return key === "" ? {} : { "Downhill-Launch": key };
}

/** The header by which a page in a frame of a learning platform says who it is; nothing on other pages. @returns {Record<string, string>} */
export function frameHeader() {
    const token = frameToken();
    return token === "" ? {} : { Authorization: `Bearer ${token}` };
}
