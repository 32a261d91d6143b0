const OFF = "shortcuts-off";

/**
 * The keys that work everywhere on the page: an element says with `data-key` which one presses it. A field that is being typed
 * in, and a widget that takes a key first, are left alone; all can be switched off in their list, which `?` opens.
 */
export function startShortcuts() {
    const dialog = /** @type {HTMLDialogElement | null} */ (document.getElementById("keys"));
    const box = /** @type {HTMLInputElement | null} */ (dialog?.querySelector("input[type=checkbox]") ?? null);
    if (!dialog || !box) {
        return;
    }
    box.checked = !isOff();
    box.addEventListener("change", () => remember(!box.checked));
    document.getElementById("keys-button")?.addEventListener("click", () => dialog.showModal());
    dialog.querySelector("[data-part=close]")?.addEventListener("click", () => dialog.close());
    document.addEventListener("keydown", (event) => {
        if (!box.checked || event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey || dialog.open
            || takesKeys(event.target, event.key)) {
            return;
        }
        if (event.key === "?") {
            dialog.showModal();
        } else if (!press(event.key)) {
            return;
        }
        event.preventDefault();
    });
}

function press(/** @type {string} */ key) {
    const name = key === " " ? "Space" : key.length === 1 ? key.toLowerCase() : key;
    const button = [...document.querySelectorAll("[data-key]")].find((e) => /** @type {HTMLElement} */ (e).dataset.key === name);
    if (!(button instanceof HTMLElement) || /** @type {any} */ (button).disabled) {
        return false;
    }
    button.click();
    if (button.localName === "summary") {
        button.focus();
    }
    return true;
}

function takesKeys(/** @type {EventTarget | null} */ target, /** @type {string} */ key) {
    if (!(target instanceof HTMLElement)) {
        return false;
    }
    if (key.startsWith("Arrow") && target.closest("input, [role=application], [role=slider], [role=tablist], [tabindex='0']")) {
        return true;
    }
    const pressed = key === " " && target.closest("button, summary, a, [role=application]") !== null;
    return pressed || target.closest("input:not([type=range], [type=radio], [type=checkbox]), select, textarea") !== null
        || (key === " " && target.closest("input") !== null);
}

function isOff() {
    try {
        return localStorage.getItem(OFF) === "yes";
    } catch {
        return false;
    }
}

function remember(/** @type {boolean} */ off) {
    try {
        localStorage.setItem(OFF, off ? "yes" : "no");
    } catch {
        // Storage is not available: the choice lasts as long as the page.
    }
}
