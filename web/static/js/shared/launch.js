const KEY = "launch";
const LESSON = "launch-lesson";
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
 * @param {string} key to the launch; empty if nobody hears of what is done here
 * @param {string} lesson the lesson that was opened, if any
 * @param {string} visitor the token by which a page in a frame says who it is; empty where a cookie does
 */
export function noteLaunch(key, lesson, visitor) {
    const storage = tabStorage();
    storage?.setItem(KEY, key);
    storage?.setItem(LESSON, lesson);
    storage?.setItem(VISITOR, visitor);
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
    const token = isFramed() ? read(VISITOR) : "";
    return token === "" ? {} : { Authorization: `Bearer ${token}` };
}
