import { keep, progress, trace } from "../kept/progress.js";
import { report } from "./report.js";

/** The scene on this page; none in a frame that shows the figure alone. */
function here() {
    const scene = /** @type {HTMLElement | null} */ (document.querySelector("x-scene[data-lesson]"));
    return { scene, lesson: scene?.dataset.lesson ?? "", number: Number(scene?.dataset.scene) };
}

/** Notes that the learner has gone through this scene: it was left by Next, or its questions are answered. */
export function leave() {
    const { scene, lesson, number } = here();
    if (!scene) {
        return;
    }
    keep((all) => {
        const { seen } = trace(all, lesson);
        if (!seen.includes(number)) {
            seen.push(number);
        }
    });
    mark();
    report(lesson);
}

/** Notes it once no question of the scene is open. A last scene without questions is gone through by being looked at. */
export function leaveIfAnswered() {
    const { scene, number } = here();
    const questions = [...document.querySelectorAll("x-question")];
    const isLast = number === Number(scene?.dataset.scenes);
    const isOpen = (/** @type {Element} */ question) => ["wrong", undefined].includes(/** @type {HTMLElement} */ (question).dataset.done);
    if ((questions.length > 0 || isLast) && !questions.some(isOpen)) {
        leave();
    }
}

/** Marks the finished scenes in the row of all. */
export function mark() {
    const { lesson } = here();
    const { seen } = trace(progress(), lesson);
    document.querySelectorAll(".scenes li").forEach((item, i) => item.classList.toggle("seen", seen.includes(i + 1)));
}

/** The first scene that the learner has still to go through; the first of all where there is none. */
export function firstUnseen(/** @type {string} */ lesson, /** @type {number} */ scenes) {
    const { seen } = trace(progress(), lesson);
    const next = Array.from({ length: scenes }, (_, i) => i + 1).find((number) => !seen.includes(number));
    return next ?? 1;
}
