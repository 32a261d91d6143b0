import { classesOf } from "../../shared/plane/classes.js";
import { contour } from "../../shared/plane/contour.js";
import { domainOf, isCurve, isPlane } from "../../shared/plane/domain.js";
import { fieldOf } from "../../shared/plane/fields.js";
import { neuronName } from "../../shared/items.js";
import { count, short } from "../../shared/numbers.js";
import { palette } from "../../shared/palette.js";
import { drawField } from "../../shared/plane/picture.js";
import { hindrance, isFixed, pointsOf } from "../../shared/plane/points.js";
import { write } from "../../shared/dom/write.js";
import { StageWidget } from "../../stage-widget.js";
import { ClassMap } from "./class-map.js";
import { Dots } from "./dots.js";
import { FullFrames } from "./full-frames.js";
import { FunctionPlot } from "./function-plot.js";
import { MapOptions } from "./options.js";
import { Probe } from "./probe.js";

/** @typedef {import("../../shared/types.js").Frame} Frame */
/** @typedef {import("../../shared/plane/field.js").Field} Field */

/** Twice as fine as a neuron's own map. */
const POINTS = 47;
const COORDINATES = ["x₁", "x₂"];

/**
 * `<x-decision-map>`: what the network answers everywhere in the input plane, with the examples on it: filled ones are trained
 * on, hollow ones held out. While a neuron is selected it shows what that neuron answers, and its heading says so. With a
 * template of tools in it, the examples can be changed, which makes a run of the learner's own.
 */
class DecisionMap extends StageWidget {
    figure = { name: "Decision map", line: "The answer of the network for every pair of inputs. The dots are the examples." };
    /** @type {import("../../shared/types.js").Setup | null} */ #setup = null;
    /** @type {import("../../shared/plane/domain.js").Domain} */ #domain = { low: -1, high: 1 };
    /** @type {ReturnType<typeof fieldOf> | null} */ #field = null;
    #canvas = document.createElement("canvas");
    #small = document.createElement("canvas");
    #dots = new Dots();
    /** @type {import("../../shared/plane/points.js").Point[]} */ #points = [];
    /** @type {Element | null} */ #heading = null;
    #title = "";
    #ends = ["low", "high"].map(() => document.createElement("span"));
    #names = ["across", "up"].map(() => document.createElement("span"));
    #scale = ["low", "bar", "high"].map(() => document.createElement("span"));
    /** @type {FullFrames | null} */ #full = null;
    /** The function of a network with one input, which is drawn instead of a map. @type {FunctionPlot | null} */ #plot = null;
    /** The map by class, where there are three classes or more. @type {ClassMap | null} */ #classes = null;
    /** @type {MapOptions | null} */ #options = null;
    /** @type {Probe | null} */ #probe = null;
    /** @type {import("./editor.js").PointEditor | null} */ #editor = null;
    #sized = new ResizeObserver(() => this.#resize());

    /** The editor of the examples, once somebody has opened it on this page. @type {typeof import("./editor.js").PointEditor | null} */
    static #Editor = null;

    enter(/** @type {AbortSignal} */ signal) {
        this.#heading = this.querySelector("h2");
        this.#title = this.#heading?.textContent ?? "";
        this.#scale[1].className = "bar";
        this.#names.forEach((name, i) => (name.className = `map-name ${["across", "up"][i]}`));
        const plane = document.createElement("div");
        plane.className = "map-plane";
        plane.append(this.#names[1], this.#canvas, this.#names[0]);
        this.#probe = new Probe(this.#canvas, signal, () => this.redraw(), (example) => this.#choose(example));
        this.#probe.offer(false);
        this.append(plane, row("map-axis", [this.#ends[0], this.#probe.element, this.#ends[1]]), row("map-scale", this.#scale));
        const options = this.querySelector("[data-part=options]");
        if (options) {
            this.append(options);
            this.#options = new MapOptions(options, signal, () => this.redraw());
        }
        this.#sized.observe(this.#canvas);
        const change = this.querySelector("[data-part=change]");
        if (change) {
            this.append(change, .../** @type {NodeListOf<Element>} */ (this.querySelectorAll("[data-part=fixed]")));
            change.addEventListener("click", () => this.#change(), { signal });
            this.#resume();
        }
    }

    leave() {
        this.#sized.disconnect();
        this.#editor?.leave();
    }

    /** Begins to change the examples, or ends it. */
    async #change() {
        DecisionMap.#Editor ??= (await import("./editor.js")).PointEditor;
        if (this.#editor?.isOpen) {
            this.#editor.close();
        } else if (this.#setup) {
            this.#edit(DecisionMap.#Editor).open(this.#setup.data, this.#domain);
        }
        this.#showChanging();
    }

    #edit(/** @type {typeof import("./editor.js").PointEditor} */ Editor) {
        return (this.#editor ??= new Editor(this, this.#canvas, () => this.#setup && this.stage.redraw("select")));
    }

    /** Resumes where the stage before this one was left while its points were changed: the next key may come soon. */
    #resume() {
        const Editor = DecisionMap.#Editor;
        if (Editor?.wasOpen) {
            this.#edit(Editor).resume();
            this.#showChanging();
        }
    }

    #showChanging() {
        const change = this.querySelector("[data-part=change]");
        const isOpen = this.#editor?.isOpen === true;
        change?.setAttribute("aria-pressed", String(isOpen));
        write(change, isOpen ? "Done" : "Change the points");
        this.classList.toggle("changing", isOpen);
        this.#probe?.offer(isOpen);
    }

    /** Shows a training example in the network, once there is a run; in a lesson, its scene says which one is shown. */
    #choose(/** @type {number} */ example) {
        if (this.stage.run.frames && !this.stage.config.scene && !this.stage.watches) {
            this.stage.look(example);
        }
    }

    build(/** @type {import("../../shared/types.js").Setup} */ setup) {
        this.#setup = setup;
        this.#field = null;
        this.#plot = null;
        this.#classes?.legend.remove();
        this.#classes = null;
        this.#full = new FullFrames(this.stage);
        this.#points = isPlane(setup) ? pointsOf(setup.data) : [];
        if (isPlane(setup) || isCurve(setup)) {
            this.#domain = domainOf(setup.data);
            const { low, high } = this.#domain;
            [brief(low), brief(high)].forEach((text, i) => (this.#ends[i].textContent = text));
        }
        if (isPlane(setup)) {
            this.#field = fieldOf(setup, this.#domain, POINTS);
            this.#call(setup.spec.data.features?.length ? COORDINATES : setup.data.inputNames);
            if (classesOf(setup).length > 0) {
                this.#classes = new ClassMap(classesOf(setup), POINTS);
                this.querySelector(".map-scale")?.after(this.#classes.legend);
            }
        } else if (isCurve(setup)) {
            this.#plot = new FunctionPlot(setup, this.#domain);
            this.#call([setup.data.inputNames[0], "output"]);
        }
        this.#probe?.build(setup, this.#domain);
        this.#options?.name(this.#classes !== null);
        this.classList.toggle("of-curve", this.#plot !== null);
        this.#resize();
        this.#offer(setup);
    }

    /** Names the axes. */
    #call(/** @type {string[]} */ [across, up]) {
        this.#names[0].textContent = across;
        this.#names[1].textContent = up;
    }

    /** Lets the examples be changed, or says why they cannot. */
    #offer(/** @type {import("../../shared/types.js").Setup} */ setup) {
        const why = isFixed(setup, this.stage.config) ? "" : hindrance(setup);
        const change = this.querySelector("[data-part=change]");
        change?.toggleAttribute("hidden", why !== null);
        change?.toggleAttribute("disabled", false);
        write(this.querySelector("[data-part=fixed]"), (change && why) ?? "");
        if (this.#editor?.isOpen && why === null) {
            this.#editor.open(setup.data, this.#domain);
        } else if (this.#editor?.isOpen) {
            this.#editor.leave();
            this.#showChanging();
        }
    }

    #resize() {
        const side = Math.round(this.#canvas.clientWidth * (devicePixelRatio || 1));
        if (side > 0 && side !== this.#canvas.width) {
            this.#canvas.width = this.#canvas.height = side;
            this.redraw();
        }
    }

    lacks() {
        const setup = this.#setup;
        return !setup || isPlane(setup) || isCurve(setup) ? null
            : `A map needs examples with one or two inputs; these have ${count(setup.data.inputNames.length)}.`;
    }

    draw(/** @type {Frame} */ frame, /** @type {import("../../shared/types.js").Selection} */ { item }) {
        const context = this.#canvas.getContext("2d");
        if (!(this.#field || this.#plot) || !this.#setup || !context) {
            return;
        }
        const whole = this.#full?.of(frame);
        const last = this.#setup.spec.network.layers.length - 1;
        const [layer, j] = item?.kind === "neuron" ? item.at : [last, 0];
        const byClass = item?.kind === "neuron" ? null : this.#classes;
        const outputs = this.#probe?.say(whole, this.#domain, layer, j, byClass?.names) ?? null;
        this.#classes?.say(byClass ? outputs : null);
        this.classList.toggle("by-class", byClass !== null);
        if (this.#plot) {
            this.#plot.draw(context, whole ?? null, layer, j, this.#options?.shows({ held: true }) ?? true);
            this.#probe?.mark(context, palette().css.ink);
            this.#entitle(layer, j, last);
            return;
        }
        if (whole && this.#field) {
            const field = this.#field.of(whole);
            if (byClass) {
                this.#stroke(context, byClass.draw(context, field, this.#small, this.#options?.twoColours ?? false));
                write(this.#heading, this.#title);
            } else {
                drawField(context, field, layer, j, this.#small, this.#options?.ramp);
                this.#stroke(context, contour(field.values[layer][j], POINTS, field.scale(layer).middle));
                this.#say(field, layer, j, last);
            }
        } else {
            context.clearRect(0, 0, this.#canvas.width, this.#canvas.height);
        }
        this.#dots.draw(context, this.#editor?.isOpen ? this.#editor.points : this.#points, this.#domain, this.#options);
        this.#dots.ring(context, this.#editor?.isOpen ? this.#editor.points[this.#editor.selected] : null, this.#domain);
        this.#probe?.mark(context, palette().css.ink);
    }

    /** Draws lines of the grid: those on which the answer is neither blue nor orange, or the borders of classes. @param {CanvasRenderingContext2D} context @param {number[][]} segments */
    #stroke(context, segments) {
        const cell = this.#canvas.width / (POINTS - 1);
        context.beginPath();
        for (const [x1, y1, x2, y2] of segments) {
            context.moveTo(x1 * cell, y1 * cell);
            context.lineTo(x2 * cell, y2 * cell);
        }
        context.strokeStyle = palette().css.ink;
        context.lineWidth = 1.25 * (devicePixelRatio || 1);
        context.lineCap = "round";
        context.globalAlpha = 0.7;
        context.stroke();
        context.globalAlpha = 1;
    }

    /**
     * Writes the values of the two colours, and the heading.
     *
     * @param {Field} field
     * @param {number} layer
     * @param {number} j
     * @param {number} last
     */
    #say(field, layer, j, last) {
        const { middle } = field.scale(layer);
        const reach = field.reaches[layer][j];
        write(this.#scale[0], brief(middle - reach));
        write(this.#scale[2], brief(middle + reach));
        this.#entitle(layer, j, last);
    }

    /** Writes the heading: the neuron whose values are shown. @param {number} layer @param {number} j @param {number} last */
    #entitle(layer, j, last) {
        const name = neuronName(layer, j, /** @type {import("../../shared/types.js").Setup} */ (this.#setup));
        write(this.#heading, layer === last && j === 0 ? this.#title : name[0].toUpperCase() + name.slice(1));
    }
}

/** @param {string} name @param {Element[]} parts */
function row(name, parts) {
    const element = document.createElement("p");
    element.className = name;
    element.append(...parts);
    return element;
}

/** A number in two digits, for the end of an axis. */
function brief(/** @type {number} */ value) {
    return Math.abs(value) >= 1e5 ? short(value) : String(Number(value.toPrecision(2))).replace("-", "\u2212");
}

customElements.define("x-decision-map", DecisionMap);
