/**
 * The shapes that stages and widgets hand to each other.
 *
 * @typedef {import("api").components["schemas"]} Schemas those of the interface's description, from which `./test` makes their types
 *
 * @typedef {Schemas["Frame"] & Partial<Pick<Schemas["FrameSummary"], "layers" | "excerpt">> & {exact?: boolean}} Frame
 *     everything about one step, `exact` with all digits, since a stream's numbers are rounded; a frame of a network too large to
 *     be sent whole has no weights, gradients and updates: `layers` measures them, and `excerpt` has those of the neurons that were asked for
 * @typedef {Schemas["Excerpt"]} Excerpt
 * @typedef {Schemas["Examples"]} Data
 * @typedef {Schemas["WholeSpec"]} Spec
 * @typedef {{spec: Spec, data: Data}} Setup
 * @typedef {Schemas["Item"]} Item
 * @typedef {Schemas["Aftermath"]} UpdateEffect
 * @typedef {Schemas["HillPlace"]} HillPlace
 *
 * @typedef {object} Selection what is pointed at, and what stays selected when the pointer leaves
 * @property {Item | null} item
 * @property {boolean} held
 * @property {Item | null} kept what stays selected, while something else is pointed at too
 *
 * @typedef {{item: Item, value: number, cost: number}} Trial a value that a weight or bias is tried with, and the cost that was measured with it
 *
 * @typedef {object} Progress where a run is
 * @property {"first" | "paused" | "running" | "diverged" | "gone" | "lost" | "empty"} state "lost" is a run to which the connection is lost, "first" is a run not yet made, "empty" a recording of none
 * @property {number} rate steps a second while it runs, Infinity for as fast as it goes
 * @property {number} newest the newest step
 * @property {number} shown the step that is shown
 * @property {boolean} isEven true while it plays at an even pace: slowly while much changes
 * @property {boolean} hasLogSteps whether the axis of steps is logarithmic: the chart's and the scrubber's
 * @property {Schemas["Divergence"] | null} divergence
 * @property {Schemas["Stopped"] | null} stopped the reason why it stopped by itself
 * @property {import("./branches.js").Forked[]} branches the branches of the run that are in view, none if it has only one at all
 * @property {import("./branches.js").Forked[]} off those that are taken off the view
 * @property {import("./branches.js").Branch[]} all every branch that this page knows, also a single one, in the order in which they were made
 * @property {string | null} branch the id of the shown one
 * @property {string | null} lit the id of the one that is pointed at
 *
 * @typedef {object} Substep a place inside one training step
 * @property {string} part which quantity is being found: "z", "a", "cost", "delta", "gradient", "mean", "update", "again", "new cost"
 * @property {number} [layer] the layer of weights it belongs to
 * @property {number} [neuron] the neuron, where the substeps go neuron by
 * neuron
 * @property {UpdateEffect} [after] the effect of the update, after it
 *
 * @typedef {object} HillWalker a walker on a hill at a step
 * @property {number} index
 * @property {string} name
 * @property {boolean} [byHand]
 * @property {number} [rate]
 * @property {number} [momentum]
 * @property {HillPlace[]} trail
 * @property {HillPlace} place
 * @property {number[]} [start] where it sets out, if that can be changed
 * @property {boolean} lost whether its numbers ended before the shown step
 *
 * @typedef {object} HillPicture a hill's walkers at a step; number, position, height, slope, velocity and rate are the first walker's
 * @property {number} step
 * @property {number} last the last step that there is to be shown
 * @property {number} number
 * @property {number[]} position
 * @property {number} height
 * @property {number[]} slope
 * @property {number[]} velocity
 * @property {number} [rate]
 * @property {HillWalker[]} walkers
 * @property {number | null} fog the range of sight; null without fog
 * @property {number} length of a step by hand
 * @property {Secant | null} secant null where none is shown
 *
 * @typedef {object} Secant a straight line through the first walker's place and one a width to its right
 * @property {number[]} widths those that can be chosen
 * @property {number} width the chosen one
 * @property {{width: number, to: HillPlace, rise: number, slope: number}[]} measured what was measured from this place, in the order of the widths
 *
 * @typedef {object} PerceptronPicture a perceptron on the four corners of the unit square after some visits; x1, x2, target, sum and output are of the corner that comes next
 * @property {number} step visits so far
 * @property {number} last the last visit that there is to be shown
 * @property {number} w1
 * @property {number} w2
 * @property {number} bias
 * @property {number[]} targets of the corners (0, 0), (0, 1), (1, 0), (1, 1)
 * @property {number} x1
 * @property {number} x2
 * @property {number} target
 * @property {number} sum
 * @property {number} output
 * @property {number} [margin]
 * @property {number} [radius]
 * @property {import("./plane/line.js").Neuron} [widest] the line with the largest margin
 * @property {number} mistakes
 * @property {number} right how many of the four it has right
 * @property {string[]} words
 * @property {import("./plane/line.js").Neuron | null} before the perceptron before the newest visit
 * @property {{corner: number, sum: number, output: number, wrong: boolean} | null} visit the newest one
 * @property {(import("./plane/line.js").Neuron & {cost: number, right: number}) | null} beside the neuron that gradient descent trains
 * @property {[import("./plane/line.js").Point, import("./plane/line.js").Point] | null} ends of a line that is placed by hand
 *
 * @typedef {object} Source where a stage's pictures come from
 * @property {() => Promise<void>} start
 * @property {() => void} end
 * @property {(step: number) => Promise<void>} seek
 * @property {() => void} replay
 * @property {(neurons: number[][] | undefined) => void} [watch]
 * @property {(names: string[]) => void} [explain] has these quantities explained with each picture
 * @property {() => Promise<void>} sharpen shows what is shown with every digit
 * @property {(name: string, body?: any, hear?: import("../stage/progress.js").Listener) => Promise<any>} ask
 * @property {(name: string, body?: any) => Promise<any>} act
 */

/**
 * The answer of an address of the interface.
 *
 * @template {keyof import("api").paths} Path
 * @template {"get" | "post"} [Method="get"]
 * @typedef {import("api").paths[Path][Method] extends {responses: {200: {content: {"application/json": infer A}}}} ? A : never} Answer
 */
export {};
