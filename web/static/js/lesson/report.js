import { BASE } from "../shared/base.js";
import { isLaunchedFor, launchHeader } from "../shared/launch.js";
import { progress, trace } from "../kept/progress.js";

/** The verdicts after which a question counts as done. */
const DONE = ["right", "shown", "noted"];

/** The parts of a lesson that were sent last. */
let sent = "";

/** The score that the server answered last, in words. */
let said = "";

/** The parts of a lesson that this browser knows to be done, as the server names them. @param {import("../kept/progress.js").Trace} trace */
export function partsOf({ seen, answers }) {
    const questions = Object.entries(answers).filter(([, { verdict }]) => DONE.includes(verdict)).map(([id]) => `question-${id}`);
    return [...seen.map((scene) => `scene-${scene}`), ...questions].sort().join(" ");
}

/** Says on the page how far the lesson is for the course. */
function show() {
    const head = document.querySelector(".scene-head");
    if (!head || said === "") {
        return;
    }
    const place = head.querySelector(".course-score") ?? document.createElement("p");
    place.className = "course-score";
    place.setAttribute("role", "status");
    head.append(place);
    place.textContent = said;
}

/** Keeps the words for a score. */
function take(/** @type {{score: number, maximum: number, goesToCourse: boolean}} */ { score, maximum, goesToCourse }) {
    said = goesToCourse ? `Your course gets your score: ${score} of ${maximum} parts are done.` : "";
    show();
}

/** Tells the server how far the lesson is, where a learning platform opened it in this tab; it has the platform note the score. */
export function report(/** @type {string} */ lesson) {
    show();
    const parts = partsOf(trace(progress(), lesson));
    const now = `${lesson}: ${parts}`;
    if (!isLaunchedFor(lesson) || now === sent) {
        return;
    }
    sent = now;
    const body = new URLSearchParams({ lesson, parts });
    fetch(`${BASE}lti/progress`, { method: "POST", body, headers: launchHeader(), keepalive: true })
        .then(async (answer) => (answer.ok ? take(await answer.json()) : lose(answer.status)))
        .catch(() => lose(0));
}

/** Says that the score did not get through; it is sent again with the next part. */
function lose(/** @type {number} */ status) {
    sent = "";
    said = status === 404
        ? "Your score no longer reaches your course from this tab. Open the activity from your course again."
        : "Your score could not be sent. It is sent again with your next answer.";
    show();
}
