import { BASE } from "../shared/base.js";
import { launchHeader } from "../shared/launch.js";
import { progress, trace } from "../kept/progress.js";

/** The verdicts after which a question counts as done. */
const DONE = ["right", "shown", "noted"];

/** The parts of a lesson that were sent last. */
let sent = "";

/** The parts of a lesson that this browser knows to be done, as the server names them. @param {import("../kept/progress.js").Trace} trace */
export function partsOf({ seen, answers }) {
    const questions = Object.entries(answers).filter(([, { verdict }]) => DONE.includes(verdict)).map(([id]) => `question-${id}`);
    return [...seen.map((scene) => `scene-${scene}`), ...questions].sort().join(" ");
}

/** Tells the server how far the lesson is, where a learning platform opened it in this tab; it has the platform note the score. */
export function report(/** @type {string} */ lesson) {
    const headers = launchHeader();
    const parts = partsOf(trace(progress(), lesson));
    const now = `${lesson}: ${parts}`;
    if (Object.keys(headers).length === 0 || parts === "" || now === sent) {
        return;
    }
    sent = now;
    const body = new URLSearchParams({ lesson, parts });
    const again = () => (sent = "");
    fetch(`${BASE}lti/progress`, { method: "POST", body, headers, keepalive: true }).then(({ ok, status }) => !ok && status !== 404 && again(), again);
}
