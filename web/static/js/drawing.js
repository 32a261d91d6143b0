/** The time that new widgets may take in one animation frame, in milliseconds, so that the page answers in between. */
const SHARE = 8;

/** @typedef {import("./stage-widget.js").StageWidget} Widget */

/** Schedules a stage's widgets: they are drawn at most once an animation frame, and new ones do not all begin in the same. */
export class Drawing {
    /** The reason to draw all widgets. @type {string | null} */ #cause = null;
    /** Widgets that are to begin, in the order in which they came. @type {Set<Widget>} */ #new = new Set();
    /** Widgets that have begun and wait for the first picture, or for their turn to draw it. @type {Set<Widget>} */ #blank = new Set();
    /** Widgets that are to be drawn again alone. @type {Set<Widget>} */ #some = new Set();
    #planned = 0;
    #stage;

    constructor(/** @type {import("./stage.js").Stage} */ stage) {
        this.#stage = stage;
    }

    /** Has everything drawn. */
    all(/** @type {string} */ cause) {
        this.#cause = this.#cause === "frame" ? "frame" : cause;
        this.#plan();
    }

    /** Draws one widget again, because its size or its settings changed. */
    one(/** @type {Widget} */ widget) {
        this.#some.add(widget);
        this.#plan();
    }

    /** Has a new widget begin, and drawn. */
    admit(/** @type {Widget} */ widget) {
        this.#new.add(widget);
        this.#plan();
    }

    #plan() {
        this.#planned = this.#planned || requestAnimationFrame(() => this.#draw());
    }

    /** Tests whether a widget waits for its turn to begin or to be drawn first. */
    awaits(/** @type {Widget} */ widget) {
        return this.#new.has(widget) || this.#blank.has(widget);
    }

    #draw() {
        const cause = this.#cause;
        const { picture } = this.#stage;
        this.#planned = 0;
        this.#cause = null;
        if (!this.#stage.isConnected) {
            return;
        }
        if (picture && cause !== null) {
            this.#stage.draw(cause);
        } else if (picture) {
            this.#stage.draw(null, [...this.#some].filter((widget) => !this.awaits(widget)));
        }
        this.#some.clear();
        this.#begin(picture !== null);
        if (this.#new.size > 0 || (picture && this.#blank.size > 0)) {
            this.#plan();
        } else if (picture) {
            this.#stage.dataset.step = String(picture.step);
            this.#stage.dispatchEvent(new CustomEvent("whole"));
        }
    }

    /** Lets new widgets begin, and draws them once there is a picture, until their time is over; at least one. */
    #begin(/** @type {boolean} */ hasPicture) {
        const until = performance.now() + SHARE;
        for (const widget of [...(hasPicture ? this.#blank : []), ...this.#new]) {
            const isNew = this.#new.delete(widget);
            this.#blank.delete(widget);
            if (widget.isConnected && widget.stage === this.#stage) {
                this.#first(widget, isNew, hasPicture);
            }
            if (performance.now() > until) {
                return;
            }
        }
    }

    /** One that fails keeps no other from its turn. @param {Widget} widget @param {boolean} isNew @param {boolean} hasPicture */
    #first(widget, isNew, hasPicture) {
        try {
            if (isNew) {
                widget.begin();
            }
            if (hasPicture) {
                this.#stage.draw(null, [widget]);
            } else {
                this.#blank.add(widget);
            }
        } catch (error) {
            reportError(error);
        }
    }
}
