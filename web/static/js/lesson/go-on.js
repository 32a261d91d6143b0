import { progress } from "../kept/progress.js";

/** @typedef {{slug: string, scenes: number, title: string}} Lesson */

/**
 * `<x-go-on data-lessons="…">` around the link to the first lesson: for a learner who has begun, the link leads to the scene that
 * comes next. `data-lessons` has a line for each lesson: its name in addresses, its number of scenes, its title.
 */
class GoOn extends HTMLElement {
    connectedCallback() {
        const link = this.querySelector("a");
        const next = nextScene(lessonsOf(this.dataset.lessons ?? ""), progress());
        if (link && next) {
            link.href = `${this.dataset.base ?? ""}/lessons/${next.lesson.slug}/${next.scene}`;
            link.textContent = `Go on with ${next.lesson.title}, scene ${next.scene}`;
        }
    }
}

/** @returns {Lesson[]} */
function lessonsOf(/** @type {string} */ lines) {
    return lines.split("\n").flatMap((line) => {
        const found = /^(\S+) (\d+) (.+)$/.exec(line.trim());
        return found ? [{ slug: found[1], scenes: Number(found[2]), title: found[3] }] : [];
    });
}

/**
 * The first unseen scene of the last lesson that was begun or, once that is done, the first scene of the lesson after it; null
 * for a new learner and for one who has seen everything.
 *
 * @param {Lesson[]} lessons
 * @param {import("../kept/progress.js").Progress} all
 */
export function nextScene(lessons, all) {
    const seen = lessons.map(({ slug }) => all.lessons[slug]?.seen ?? []);
    const last = seen.findLastIndex((scenes) => scenes.length > 0);
    if (last < 0) {
        return null;
    }
    const order = [...lessons.keys()];
    for (const i of [...order.slice(last), ...order.slice(0, last)]) {
        const scene = Array.from({ length: lessons[i].scenes }, (_, n) => n + 1).find((number) => !seen[i].includes(number));
        if (scene !== undefined) {
            return { lesson: lessons[i], scene };
        }
    }
    return null;
}

customElements.define("x-go-on", GoOn);
