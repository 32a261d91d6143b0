import { viewOf } from "../../kept/keys.js";
import { linkOf, packed, stateOf } from "../../kept/link.js";
import { write } from "../../shared/dom/write.js";
import { StageWidget } from "../../stage-widget.js";

/** The shortest time between two changes of the page's address, in milliseconds: some browsers allow a hundred in half a minute. */
const EVERY_MS = 1000;
/** The time for which the button's success stays in sight, in milliseconds. */
const SEEN_MS = 4000;

const TOO_LONG = "The examples of this run are too many to travel in a link. This link works as long as the server keeps the run, "
    + "and opens a copy at its newest step.";

/**
 * `<x-share>`: the button **Copy link**. Its link holds the whole state, so it opens the same numbers after the server has forgotten the run. The
 * page's own address holds the same state once the page is at rest for a moment, so that it can be sent to someone, and a reload shows the same.
 */
class Share extends StageWidget {
    #due = 0;
    /** The state that the page's address has, as JSON. */ #kept = "";
    #hiding = 0;
    #field = /** @type {HTMLInputElement} */ (this.#part("address"));

    #part(/** @type {string} */ name) {
        return /** @type {HTMLElement} */ (this.querySelector(`[data-part=${name}]`));
    }

    enter(/** @type {AbortSignal} */ signal) {
        this.#part("copy").addEventListener("click", () => this.#copy(), { signal });
        const prepare = /** @type {HTMLAnchorElement | null} */ (this.querySelector("[data-part=prepare]"));
        // The form begins with what the page shows now.
        prepare?.addEventListener("click", () => (prepare.search = location.search), { signal });
        this.#field.addEventListener("blur", () => (this.#field.hidden = true), { signal });
        this.stage.addEventListener("toggle", () => this.#note(), { signal, capture: true });
        this.stage.addEventListener("change", () => this.#note(), { signal });
        this.stage.addEventListener("said", (event) => say(/** @type {CustomEvent} */ (event).detail.text), { signal });
    }

    draw() {
        this.#note();
    }

    follow() {
        this.#note();
    }

    leave() {
        clearTimeout(this.#due);
        this.#due = 0;
        clearTimeout(this.#hiding);
    }

    /** Has the state written into the page's address soon; an old one is taken out at once, unless the run is playing. */
    #note() {
        if (this.stage.progress.state !== "running") {
            if (this.#now() === this.#kept) {
                return;
            }
            if (this.#kept !== "") {
                this.#write("");
            }
        }
        this.#due ||= setTimeout(() => this.#keep(), EVERY_MS);
    }

    /** The state as JSON; empty where there is no run. */
    #now() {
        const state = stateOf(this.stage);
        return state ? JSON.stringify(state) : "";
    }

    async #keep() {
        this.#due = 0;
        const now = this.#now();
        const text = now && await packed(now);
        if (this.isConnected && now === this.#now()) {
            this.#kept = now;
            this.#write(text);
        }
    }

    /** Writes the text of the state into the page's address, if that names the run. */
    #write(/** @type {string} */ text) {
        const { searchParams } = new URL(location.href);
        const isHere = searchParams.get("run") === viewOf(this.stage.run.frames?.split("/").at(-2) ?? "");
        const { address } = linkOf(location.href, text, { named: true });
        if (isHere && address !== location.href) {
            history.replaceState({ htmx: true }, "", address);
        }
    }

    async #copy() {
        const now = this.#now();
        const link = Promise.resolve(now && packed(now)).then((text) => linkOf(location.href, text));
        try {
            await put(link.then(({ address }) => address));
            const { isWhole } = await link;
            this.#tell("Link copied");
            say(isWhole ? "" : TOO_LONG);
        } catch {
            const { address, isWhole } = await link;
            this.#tell("Copy this link:", { stays: true });
            say(isWhole ? "" : TOO_LONG);
            this.#field.value = address;
            this.#field.hidden = false;
            this.#field.select();
        }
    }

    #tell(/** @type {string} */ text, { stays = false } = {}) {
        clearTimeout(this.#hiding);
        const said = this.#part("said");
        write(said, text);
        const end = () => write(said, "");
        if (stays) {
            this.#field.addEventListener("blur", end, { once: true });
        } else {
            this.#hiding = setTimeout(end, SEEN_MS);
        }
    }
}

/** Puts a text on the clipboard that is not known yet: some browsers allow that only within the press itself. */
async function put(/** @type {Promise<string>} */ text) {
    const blob = text.then((known) => new Blob([known], { type: "text/plain" }));
    await navigator.clipboard.write([new ClipboardItem({ "text/plain": blob })]);
}

/** Says in the page what is to be known of a link. */
function say(/** @type {string} */ text) {
    const place = document.getElementById("link-said");
    if (place) {
        place.replaceChildren(Object.assign(document.createElement("p"), { textContent: text }));
        place.hidden = text === "";
    }
}

customElements.define("x-share", Share);
