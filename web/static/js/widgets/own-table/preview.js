import { html, row } from "../../shared/dom/html.js";
import { plain } from "../../shared/numbers.js";
import { MOST_SHOWN } from "./columns.js";

/** @typedef {import("./columns.js").Preview} Preview @typedef {import("./columns.js").Role} Role */

/** @type {[Role, string][]} */
const ROLES = [["input", "input"], ["target", "target"], ["unused", "leave out"]];
const SEPARATORS = /** @type {Record<string, string>} */ ({ ",": "commas", ";": "semicolons", "\t": "tabs" });

/** A sentence on how the table was understood. @param {Preview} preview */
export function understood({ examples, columns, separator, header }) {
    const more = columns.length > MOST_SHOWN ? ` The columns after number ${MOST_SHOWN} are not shown; those with numbers are inputs.` : "";
    return `${examples} ${examples === 1 ? "example" : "examples"} and ${columns.length} columns, separated by ${SEPARATORS[separator]}. `
        + `${header ? "The first row names the columns." : "The first row is an example: it has numbers."}${more}`;
}

/** The first rows of a table, with a choice above each column, and below each the numbers by which it is scaled. @param {Preview} preview @param {Role[]} roles */
export function tableOf({ columns, rows, examples }, roles) {
    const shown = columns.slice(0, MOST_SHOWN);
    const head = html("thead", {},
        html("tr", {}, html("th", { scope: "row" }, "column"), ...shown.map(({ name }, c) => html("th", { scope: "col" }, `${c + 1} ${name}`))),
        html("tr", {}, html("th", { scope: "row" }, "use as"), ...shown.map(({ name }, c) => html("td", {}, choice(c, name, roles[c])))));
    const body = rows.map((cells) => row("td", ["", ...cells.slice(0, MOST_SHOWN)]));
    if (examples > rows.length) {
        body.push(row("td", ["", ...shown.map(() => "…")]));
    }
    const feet = [numbers("mean", shown.map(({ mean }) => mean)), numbers("spread", shown.map(({ spread }) => spread))];
    return html("table", {}, head, html("tbody", {}, ...body), html("tfoot", {}, ...feet));
}

/** @param {number} column @param {string} name @param {Role} role */
function choice(column, name, role) {
    const options = ROLES.map(([value, label]) => html("option", { value, selected: value === role }, label));
    return html("select", { "data-column": column, "aria-label": `Use column ${column + 1}, ${name}, as` }, ...options);
}

/** @param {string} title @param {(number | null)[]} values */
function numbers(title, values) {
    return html("tr", {}, html("th", { scope: "row" }, title), ...values.map((value) => html("td", {}, value === null ? "–" : plain(value, 4))));
}
