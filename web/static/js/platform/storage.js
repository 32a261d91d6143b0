/** The milliseconds after which a platform counts as one that keeps nothing for us. */
const LIMIT_MS = 3000;

let sent = 0;

/**
 * Has a learning platform keep a value for this page, by messages between the windows (LTI Client Side postMessages).
 *
 * @param {{target: string, origin: string}} platform the frame that keeps it, and the platform's origin
 * @param {string} key
 * @param {string} value
 */
export async function put(platform, key, value) {
    await ask(platform, { subject: "lti.put_data", key, value });
}

/** The value that a platform keeps under a key. @param {{target: string, origin: string}} platform @param {string} key @returns {Promise<string>} */
export async function get(platform, key) {
    return String((await ask(platform, { subject: "lti.get_data", key })).value ?? "");
}

/** The window that takes the messages: the one that shows this page, or a frame of it. @returns {Window | null} */
function windowOf(/** @type {string} */ target) {
    const { parent } = globalThis;
    return target === "_parent" ? parent : /** @type {any} */ (parent.frames)[target] ?? null;
}

/** @param {{target: string, origin: string}} platform @param {{subject: string, key: string, value?: string}} message */
function ask({ target, origin }, message) {
    sent++;
    const id = `downhill-${sent}-${message.key}`;
    return new Promise((/** @type {(data: any) => void} */ resolve, reject) => {
        const ending = new AbortController();
        const end = setTimeout(() => {
            ending.abort();
            reject(new Error("The platform does not answer."));
        }, LIMIT_MS);
        addEventListener("message", ({ data, origin: from }) => {
            if (from !== origin || data?.subject !== `${message.subject}.response` || data.message_id !== id) {
                return;
            }
            ending.abort();
            clearTimeout(end);
            if (data.error) {
                reject(new Error(String(data.error.message ?? data.error.code)));
            } else {
                resolve(data);
            }
        }, { signal: ending.signal });
        const keeper = windowOf(target);
        if (keeper) {
            keeper.postMessage({ ...message, message_id: id }, origin);
        }
    });
}
