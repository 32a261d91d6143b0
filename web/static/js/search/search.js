import { BASE } from "../shared/base.js";
import { write } from "../shared/dom/write.js";
import { buttonsOf } from "./buttons.js";
import { ranked } from "./ranking.js";

/** The most results in the list. */
const MOST = 40;

const dialog = /** @type {HTMLDialogElement} */ (document.getElementById("search"));
const field = /** @type {HTMLInputElement} */ (dialog.querySelector("[role=combobox]"));
const list = /** @type {HTMLElement} */ (dialog.querySelector("[role=listbox]"));
const said = /** @type {HTMLElement} */ (dialog.querySelector("[role=status]"));

/** The site's pages, once they are there. @type {import("./ranking.js").Entry[]} */
let pages = [];
/** @type {import("./ranking.js").Entry[]} */
let buttons = [];
/** @type {import("./ranking.js").Entry[]} */
let found = [];
let chosen = 0;
let missing = "";

/** Opens the search with an empty field; the first time, the list of pages is fetched. */
export async function open() {
    if (dialog.open) {
        return;
    }
    buttons = buttonsOf(document);
    field.value = "";
    dialog.showModal();
    find();
    if (pages.length > 0) {
        return;
    }
    try {
        const answer = await fetch(`${BASE}search.json`);
        if (!answer.ok) {
            throw new Error(answer.statusText);
        }
        pages = (await answer.json()).entries;
        missing = "";
    } catch {
        missing = " The list of pages did not arrive. Close the search and open it again to ask for it once more.";
    }
    find();
}

function find() {
    const all = ranked([...buttons, ...pages], field.value);
    found = all.slice(0, MOST);
    list.replaceChildren(...found.map(option));
    choose(0);
    const count = all.length === 0 ? "Nothing has all these words. Try fewer or shorter words."
        : all.length === 1 ? "1 result." : all.length > MOST ? `${all.length} results; the first ${MOST} are listed.` : `${all.length} results.`;
    write(said, count + missing);
}

/** @param {import("./ranking.js").Entry} entry @param {number} place */
function option({ title, note }, place) {
    const item = document.createElement("li");
    item.id = `search-${place}`;
    item.role = "option";
    item.dataset.place = String(place);
    const small = document.createElement("small");
    small.textContent = note;
    item.append(title, " ", small);
    return item;
}

/** Marks one result; the others lose their mark. */
function choose(/** @type {number} */ place) {
    chosen = place;
    [...list.children].forEach((item, at) => item.setAttribute("aria-selected", String(at === place)));
    const item = list.children[place];
    if (item) {
        field.setAttribute("aria-activedescendant", item.id);
        item.scrollIntoView({ block: "nearest", behavior: "instant" });
    } else {
        field.removeAttribute("aria-activedescendant");
    }
}

/** Goes to the page or presses the button. The search is closed first, so a button that moves the focus finds it where it was. */
function take(/** @type {import("./ranking.js").Entry | undefined} */ entry) {
    if (!entry) {
        return;
    }
    dialog.close();
    if (entry.path !== undefined) {
        location.assign(BASE + entry.path.slice(1));
    } else if (entry.button?.isConnected) {
        entry.button.scrollIntoView({ block: "nearest", behavior: "instant" });
        entry.button.click();
        if (entry.button.localName === "summary") {
            entry.button.focus();
        }
    }
}

field.addEventListener("input", find);
field.addEventListener("keydown", (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && found.length > 0) {
        event.preventDefault();
        choose((chosen + step + found.length) % found.length);
    } else if (event.key === "Enter" && !event.isComposing) {
        event.preventDefault();
        take(found[chosen]);
    }
});
list.addEventListener("click", ({ target }) => {
    const place = /** @type {HTMLElement | null} */ (/** @type {Element} */ (target).closest("li"))?.dataset.place;
    take(found[Number(place ?? -1)]);
});
// A press beside the dialog closes it, as with any menu.
dialog.addEventListener("click", ({ target }) => target === dialog && dialog.close());
dialog.querySelector("[data-part=close]")?.addEventListener("click", () => dialog.close());
