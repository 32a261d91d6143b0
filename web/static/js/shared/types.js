/**
 * The shapes that stages and widgets hand to each other; the interface's own are described at /api.
 *
 * @typedef {object} Frame everything about one step
 * @property {number} step
 * @property {number} epoch
 * @property {number} cost
 * @property {number | null} trainCost
 * @property {number | null} testCost
 * @property {number | null} accuracy
 * @property {number | null} testAccuracy
 * @property {number} example
 * @property {number[]} batch
 * @property {number[][][]} weights from neuron k of layer l to neuron j of layer l+1 at [l][j][k]
 * @property {number[][]} biases of neuron j of layer l+1 at [l][j]
 * @property {number[][]} preActivations of neuron j of layer l+1 at [l][j]
 * @property {number[][]} activations of neuron j of layer l at [l][j]
 * @property {number[][]} deltas of neuron j of layer l+1 at [l][j]
 * @property {number[][][]} weightGradients
 * @property {number[][]} biasGradients
 * @property {number[][][]} weightUpdates
 * @property {number[][]} biasUpdates
 * @property {Excerpt} [excerpt] of a network too large to be sent whole, whose frames have no weights: the neurons that were asked for
 * @property {import("./explanations.js").Explanation[]} [explanations] of the quantities that were named
 * @property {boolean} [exact] whether its numbers have all their digits; a stream's are rounded
 *
 * @typedef {object} Excerpt the numbers of some neurons of each layer, at their places in these lists
 * @property {number[][]} neurons
 * @property {number[][][]} weights
 * @property {number[][]} biases
 * @property {number[][][]} weightGradients
 * @property {number[][]} biasGradients
 * @property {number[][][]} weightUpdates
 * @property {number[][]} biasUpdates
 *
 * @typedef {object} Data the examples of a run
 * @property {number[][]} inputs
 * @property {number[][]} targets
 * @property {number[][]} testInputs
 * @property {number[][]} testTargets
 * @property {string[]} inputNames
 * @property {[number, number]} [domain] the part of the plane in which a set of two inputs lies
 *
 * @typedef {object} Spec what a run is made of
 * @property {{name: string, features?: string[]}} data
 * @property {{layers: number[], activations: string[]}} network
 * @property {string} cost
 * @property {number} [costMargin]
 * @property {{name: string, learningRate: number, momentum: number, weightDecay: number}} optimizer
 * @property {{reduce: string}} [batch]
 * @property {object} [regularization]
 *
 * @typedef {{spec: Spec, data: Data}} Setup
 *
 * @typedef {{kind: "weight", at: [number, number, number]} | {kind: "bias" | "neuron", at: [number, number]}} Item
 *     a weight at [l, j, k], a bias at [l, j] as in the frame, or neuron j of layer l (0 is the input) at [l, j]
 *
 * @typedef {object} Selection what is pointed at, and what stays selected when the pointer leaves
 * @property {Item | null} item
 * @property {boolean} held
 * @property {Item | null} kept what stays selected, while something else is pointed at too
 *
 * @typedef {{item: Item, value: number, cost: number}} Trial a value that a weight or bias is tried with, and the cost that was measured with it
 *
 * @typedef {object} Progress where a run is
 * @property {"first" | "paused" | "running" | "diverged" | "gone" | "empty"} state "first" is a run not yet made, "empty" a recording of none
 * @property {number} rate steps a second while it runs, Infinity for as fast as it goes
 * @property {number} newest the newest step
 * @property {number} shown the step that is shown
 * @property {{step: number, layer: number, quantity: string} | null} divergence
 * @property {import("./branches.js").Forked[]} branches the branches of the run that are in view, none if it has only one at all
 * @property {import("./branches.js").Forked[]} off those that are taken off the view
 * @property {string | null} branch the id of the shown one
 * @property {string | null} lit the id of the one that is pointed at
 *
 * @typedef {object} Moment a place inside one training step
 * @property {string} part which quantity is being found: "z", "a", "cost", "delta", "gradient", "mean", "update", "again", "new cost"
 * @property {number} [layer] the layer of weights it belongs to
 * @property {number} [neuron] the neuron, where one goes neuron by neuron
 * @property {Aftermath} [after] once one is behind the update: what it does
 *
 * @typedef {object} Aftermath what a step's update does to its own batch, as the interface tells it
 * @property {{before: number, after: number, predicted: number}} cost
 * @property {{before: number, after: number}} [all] the cost of all training examples, where the batch is a part of them
 * @property {number[][]} activations of the shown example, with the new weights
 * @property {number[][]} preActivations
 *
 * @typedef {object} HillPlace a place of a walk on a hill, as the interface tells it
 * @property {number} number
 * @property {number[]} position
 * @property {number} height
 * @property {number[]} slope
 * @property {number[]} velocity the step that led here
 * @property {number[]} step what the rule adds from here
 *
 * @typedef {object} HillWalker how one who walks on a hill stands
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
 * @property {number | null} fog how far one sees; null without fog
 * @property {number} length of a step by hand
 * @property {Secant | null} secant null where none is shown
 *
 * @typedef {object} Secant a straight line through the first walker's place and one a width to its right
 * @property {number[]} widths those that can be chosen
 * @property {number} width the chosen one
 * @property {{width: number, to: HillPlace, rise: number, slope: number}[]} measured what was measured from this place, in the order of the widths
 *
 * @typedef {object} Source where a stage's pictures come from
 * @property {() => Promise<void>} start
 * @property {() => void} end
 * @property {(step: number) => Promise<void>} seek
 * @property {() => void} replay
 * @property {(neurons: number[][] | undefined) => void} [watch]
 * @property {(names: string[]) => void} [explain] has these quantities explained with each picture
 * @property {() => Promise<void>} sharpen shows what is shown with every digit
 * @property {(name: string, body?: any) => Promise<any>} ask
 * @property {(name: string, body?: any) => Promise<any>} act
 */
export {};
