import { svg } from "../../shared/dom/svg.js";
import { inLight } from "../../shared/palette.js";
import { captionOf, fileName } from "./caption.js";
import { linesOf } from "./lettering.js";
import { picture } from "./picture.js";

const MARGIN = 16;
/** A caption's lines, in pixels. */
const TITLE = { size: 16, line: 24, font: "600 16px sans-serif" };
const WORDS = { size: 13, line: 18, font: "400 13px sans-serif" };
/** A narrow figure's caption gets this much room all the same. */
const LEAST_WIDTH = 360;
/** The pixels of a PNG for one of the page, so that it is sharp in print. */
const SHARP = 2;
/** The longest side of a PNG: browsers draw none that is longer. */
const MOST_PIXELS = 8192;
const MICROTASKS = 8;

/** @typedef {import("../../stage-widget.js").StageWidget & {figure: import("./caption.js").FigureWords}} Figure */

/** A figure as one SVG file with its caption, in the colours of the light theme. @param {Figure} widget @returns {Promise<{text: string, name: string, width: number, height: number}>} */
export async function svgOf(widget) {
    const { stage } = widget;
    const root = document.createElementNS("http://www.w3.org/2000/svg", "svg");
    const ground = svg(root, "rect", { width: "100%", height: "100%" });
    const place = svg(root, "g");
    const caption = captionOf(widget.figure, stage.setup, stage.picture);
    const name = fileName(widget.figure, stage.setup, stage.picture);
    const { box, inks } = await inLight(async () => {
        await settled();
        if (stage.picture) {
            stage.draw(null, [widget]);
        }
        await settled();
        return { box: picture(place, widget), inks: inksOf(widget) };
    });
    if (box === null) {
        throw new Error("it is still empty.");
    }
    ground.setAttribute("fill", inks.plate);
    place.setAttribute("transform", `translate(${MARGIN - box.x} ${MARGIN - box.y})`);
    const width = Math.ceil(Math.max(LEAST_WIDTH, box.width + 2 * MARGIN));
    const height = Math.ceil(write(root, caption, box.height + 2 * MARGIN, width - 2 * MARGIN, inks));
    for (const [key, value] of Object.entries({ width, height, viewBox: `0 0 ${width} ${height}` })) {
        root.setAttribute(key, String(value));
    }
    root.prepend(titled("title", caption.title), titled("desc", [...caption.sentences, ...spoken(widget)].join(" ")));
    return { text: `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(root)}\n`, name, width, height };
}

/** Lets charts and surfaces take over the colours and draw: they do so in microtasks, which come before the page is painted. */
async function settled() {
    for (let i = 0; i < MICROTASKS; i++) {
        await Promise.resolve();
    }
}

/** The same as pixels, twice as many each way as on the page. */
export async function pngOf(/** @type {Figure} */ widget) {
    const { text, name, width, height } = await svgOf(widget);
    const image = new Image();
    image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`;
    await image.decode();
    const scale = Math.min(SHARP, MOST_PIXELS / Math.max(width, height));
    const canvas = Object.assign(document.createElement("canvas"), { width: Math.round(width * scale), height: Math.round(height * scale) });
    canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
    const blob = await new Promise((/** @type {(blob: Blob | null) => void} */ resolve) => canvas.toBlob(resolve, "image/png"));
    if (!blob) {
        throw new Error("This browser cannot write a PNG of this size. Save the figure as SVG.");
    }
    return { blob, name };
}

function titled(/** @type {string} */ kind, /** @type {string} */ text) {
    const element = document.createElementNS("http://www.w3.org/2000/svg", kind);
    element.textContent = text;
    return element;
}

/** The words that screen readers say of the drawings. @returns {string[]} */
function spoken(/** @type {Element} */ widget) {
    const words = [...widget.querySelectorAll("svg[aria-label], canvas[aria-label]")].map((drawing) => drawing.getAttribute("aria-label") ?? "");
    return [...new Set(words)].filter((word) => word !== "").map((word) => (/[.!?]$/.test(word) ? word : `${word}.`));
}

function inksOf(/** @type {Element} */ widget) {
    const probe = document.createElement("span");
    widget.append(probe);
    const ink = (/** @type {string} */ name) => {
        probe.style.color = `var(${name})`;
        return getComputedStyle(probe).color;
    };
    const inks = { plate: ink("--plate"), ink: ink("--ink"), soft: ink("--ink-soft") };
    probe.remove();
    return inks;
}

/** Writes a caption below the picture; its lower end. @param {Element} into @param {import("./caption.js").Caption} caption @param {number} top @param {number} width @param {{ink: string, soft: string}} inks */
function write(into, { title, sentences }, top, width, { ink, soft }) {
    const group = svg(into, "g", { "data-part": "caption", "font-family": "sans-serif" });
    let y = top;
    const line = (/** @type {string} */ words, /** @type {typeof WORDS} */ kind, /** @type {string} */ fill, /** @type {string} */ weight) => {
        y += kind.line;
        svg(group, "text", { "x": MARGIN, y, fill, "font-size": kind.size, "font-weight": weight }).textContent = words;
    };
    linesOf(title, TITLE.font, width).forEach((words) => line(words, TITLE, ink, "600"));
    sentences.flatMap((sentence) => linesOf(sentence, WORDS.font, width)).forEach((words) => line(words, WORDS, soft, "400"));
    return y + MARGIN;
}
