import { note } from "../kept/keys.js";
import { motionOf } from "../shared/motion.js";
import { placed } from "../shared/plane/domain.js";
import { tuned } from "../shared/tweaks.js";

/** The number of numbers of the examples that are enough to draw. */
const NUMBERS = 20_000;

/** @typedef {import("../stage.js").Stage} Stage */

/** Tells a stage what a run is, as the server describes it; answers the description. */
export async function beginRun(/** @type {Stage} */ stage, /** @type {string} */ run) {
    const [description, data] = await Promise.all([stage.get(run), stage.get(`${run}/data?numbers=${NUMBERS}`)]);
    note(description);
    const { spec, tweaks } = description;
    stage.begin({ spec: tuned(spec, tweaks), origin: spec, data: placed(data, stage) });
    stage.setProgress(motionOf(description));
    return description;
}

/** Tells a stage what a run that is not made yet would be; answers its first frame. */
export async function beginPreview(/** @type {Stage} */ stage, /** @type {string} */ address) {
    const { spec, data, frame } = await stage.get(address);
    stage.begin({ spec, data: placed(data, stage) });
    return { ...frame, exact: true };
}

/**
 * Tells a stage that a run has diverged, or has stopped by itself, where that happened after its description was written and before its stream was
 * heard: the stream tells only of later changes. Answers the same promise.
 *
 * @param {Stage} stage
 * @param {string} run
 * @param {{state: string}} description
 * @param {Promise<void>} heard fulfilled when the run's stream is heard
 */
export function meetEnd(stage, run, description, heard) {
    if (description.state === "running") {
        heard.then(() => stage.get(run)).then((now) => (now.state === "diverged" || now.stopped) && stage.setProgress(motionOf(now))).catch(() => {});
    }
    return heard;
}
