import { parent } from "../shared/addresses.js";

/**
 * Makes a run that is like the stage's, but learns from other examples, on this part of the plane; answers the address of its frames.
 *
 * @param {import("../stage.js").Stage} stage
 * @param {string} run the address of the run that is shown
 * @param {{examples: {inputs: number[][], targets: (number[] | undefined)[], testInputs: number[][], testTargets: (number[] | undefined)[]}, domain: import("../shared/plane/domain.js").Domain}} request
 */
async function withExamples(stage, run, { examples, domain: { low, high } }) {
    const runs = parent(run);
    const { id } = await stage.post(runs, { ...stage.setup.spec, data: { name: "inline", ...examples } });
    stage.domain = [low, high];
    stage.isOther = true;
    return `${runs}/${id}/frames`;
}

/**
 * Makes a run that is like the stage's, but whose network begins with other settings; answers the address of its frames.
 *
 * @param {import("../stage.js").Stage} stage
 * @param {string} run the address of the run that is shown
 * @param {any} settings parts of the network's specification
 */
async function withNetwork(stage, run, settings) {
    const runs = parent(run);
    const { spec } = await stage.get(run);
    const { id } = await stage.post(runs, { ...spec, network: { ...spec.network, ...settings } });
    stage.isOther = true;
    return `${runs}/${id}/frames`;
}

/**
 * Makes a run that goes on from a step of the stage's, and has a drawing among its training examples from there on; answers the address of its frames.
 *
 * @param {import("../stage.js").Stage} stage
 * @param {string} run the address of the run that is shown
 * @param {{step: number, digit: number, ink: string}} drawing
 */
async function withDrawing(stage, run, drawing) {
    const { id } = await stage.post(`${run}/drawings`, drawing);
    return `${parent(run)}/${id}/frames`;
}

/** The ways to begin another run from the one that is shown, by the name of the act. @type {Record<string, (stage: any, run: string, body: any) => Promise<string>>} */
export const BEGINNINGS = { examples: withExamples, network: withNetwork, drawing: withDrawing };
