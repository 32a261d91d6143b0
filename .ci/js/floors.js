import path from "node:path";

/**
 * The floors of web/static/js: a module imports only from its own room and from floors above it in this list. Rooms of one
 * floor do not know each other. `*` makes each folder or file at that place a room of its own. The page's own scripts, which
 * start everything, come after all of them.
 */
const FLOORS = [
    ["shared"],
    ["stage"],
    ["graph", "hills"],
    ["kept"],
    ["sources"],
    ["drawing.js"],
    ["stage.js"],
    ["stage-widget.js"],
    ["lesson", "classroom", "platform", "widgets/*"],
];
const SCRIPTS = path.resolve(import.meta.dirname ?? path.dirname(new URL(import.meta.url).pathname), "../../web/static/js");

/** The floor and the room of a script: the longest of the names above that fits. */
function placeOf(script) {
    const folders = path.relative(SCRIPTS, script).split(path.sep);
    const fits = FLOORS.flatMap((rooms, floor) => rooms.map((room) => ({ floor, parts: room.split("/") })))
        .filter(({ parts }) => parts.every((part, i) => (part === "*" ? i < folders.length : part === folders[i])))
        .sort((a, b) => b.parts.length - a.parts.length || a.floor - b.floor);
    const { floor, parts } = fits[0] ?? { floor: FLOORS.length, parts: [] };
    return { floor, room: folders.slice(0, parts.length).join("/") || "the page" };
}

/** Refuses imports from a lower floor or from another room of the same floor. */
export const floors = {
    meta: { type: "problem" },
    create(context) {
        const here = placeOf(context.filename);
        const check = (node) => {
            const name = node.source?.value;
            if (typeof name === "string" && name.startsWith(".")) {
                const there = placeOf(path.resolve(path.dirname(context.filename), name));
                if (there.room !== here.room && there.floor >= here.floor) {
                    context.report({ node, message: `${here.room} may not import from ${there.room}: see the floors in .ci/js/floors.js` });
                }
            }
        };
        return { ImportDeclaration: check, ImportExpression: check, ExportNamedDeclaration: check, ExportAllDeclaration: check };
    },
};
