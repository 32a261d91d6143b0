import { palette } from "../../shared/palette.js";
import { heightAt, lines } from "../../hills/terrain.js";

/** @typedef {import("../../hills/terrain.js").Terrain} Terrain */
/** @typedef {import("../../shared/types.js").HillPicture} HillPicture */
/** @typedef {import("../../shared/types.js").HillWalker} HillWalker */

/** The height of the drawing when its wider side is 2. */
const TALL = 0.95;
/** The share of a hill that is shown where its walls are much higher than its valleys are deep; the hill is cut off above. */
const SHOWN_SHARE = 0.6;
/** The height up to which a walker above the cut is drawn, in heights of the drawing. */
const MOST_UP = 1.6;
const MOST_WALKERS = 4;
const MARK = 0.036;
/** The distance of a line above the ground, so that it does not sink into it. */
const LIFT = 0.004;
/** Half of how thick a trail is. */
const CORD = 0.007;
/** The number of pieces of a path across the whole hill; places nearer than this are one. */
const PIECES = 64;
const SAME = 1e-4;
const HIDDEN = 0.3;

/**
 * A hill in space for three.js: its ground with the lines of equal height, cut off where it is too high, its walkers and their
 * trails. Of the ground only what is within the fog's radius of a walker is drawn.
 */
export class Scene {
    #three;
    #terrain;
    #cap;
    #width;
    #fog = { value: -1 };
    #eyes = { value: /** @type {any[]} */ ([]) };
    /** @type {any[]} */ #marks = [];
    /** @type {any[]} */ #trails = [];

    /** @param {any} three the library @param {Terrain} terrain */
    constructor(three, terrain) {
        this.#three = three;
        this.#terrain = terrain;
        const { xs, ys, low } = terrain;
        this.#width = Math.max(xs[xs.length - 1] - xs[0], ys[ys.length - 1] - ys[0]);
        this.#cap = cap(terrain);
        this.scene = new three.Scene();
        this.#eyes.value = Array.from({ length: MOST_WALKERS }, () => new three.Vector2(1e6, 1e6));
        this.plane = new three.Plane(new three.Vector3(0, -1, 0), this.#up(this.#cap) + 1e-4);
        this.scene.add(new three.AmbientLight(0xffffff, 1.9));
        const sun = new three.DirectionalLight(0xffffff, 1.7);
        sun.position.set(-1.2, 1.5, 0.6);
        this.scene.add(sun, this.#ground(), this.#lines());
        this.middle = this.#up((low + this.#cap) / 2);
    }

    #across(/** @type {number} */ x) {
        const { xs } = this.#terrain;
        return (2 * (x - (xs[0] + xs[xs.length - 1]) / 2)) / this.#width;
    }

    #deep(/** @type {number} */ y) {
        const { ys } = this.#terrain;
        return (-2 * (y - (ys[0] + ys[ys.length - 1]) / 2)) / this.#width;
    }

    #up(/** @type {number} */ height) {
        return (TALL * (height - this.#terrain.low)) / (this.#cap - this.#terrain.low || 1);
    }

    /** A material of which nothing is drawn that is above the cut or in fog. @param {any} material */
    #veiled(material) {
        material.clippingPlanes = [this.plane];
        material.onBeforeCompile = (/** @type {any} */ shader) => {
            Object.assign(shader.uniforms, { fogRadius: this.#fog, eyes: this.#eyes });
            shader.vertexShader = `varying vec2 vAt;\n${shader.vertexShader.replace("#include <begin_vertex>",
                "#include <begin_vertex>\nvAt = position.xz;")}`;
            shader.fragmentShader = `varying vec2 vAt;\nuniform float fogRadius;\nuniform vec2 eyes[${MOST_WALKERS}];\n${
                shader.fragmentShader.replace("#include <clipping_planes_fragment>", `#include <clipping_planes_fragment>
                if (fogRadius >= 0.0) {
                    float nearest = 1e6;
                    for (int i = 0; i < ${MOST_WALKERS}; i++) nearest = min(nearest, distance(vAt, eyes[i]));
                    if (nearest > fogRadius) discard;
                }`)}`;
        };
        return material;
    }

    #ground() {
        const { xs, ys, heights, low } = this.#terrain;
        const three = this.#three;
        const [bottom, top] = [new three.Color(ink("heightLow")), new three.Color(ink("heightHigh"))];
        const mixed = new three.Color();
        const [points, colours, corners] = [/** @type {number[]} */ ([]), /** @type {number[]} */ ([]), /** @type {number[]} */ ([])];
        heights.forEach((height, p) => {
            points.push(this.#across(xs[p % xs.length]), this.#up(height), this.#deep(ys[Math.floor(p / xs.length)]));
            mixed.lerpColors(bottom, top, Math.min(1, ((height - low) / (this.#cap - low || 1)) ** 0.8));
            colours.push(mixed.r, mixed.g, mixed.b);
        });
        for (let j = 0; j < ys.length - 1; j++) {
            for (let i = 0; i < xs.length - 1; i++) {
                const p = j * xs.length + i;
                corners.push(p, p + 1, p + xs.length, p + 1, p + xs.length + 1, p + xs.length);
            }
        }
        const geometry = new three.BufferGeometry();
        geometry.setAttribute("position", new three.Float32BufferAttribute(points, 3));
        geometry.setAttribute("color", new three.Float32BufferAttribute(colours, 3));
        geometry.setIndex(corners);
        geometry.computeVertexNormals();
        return new three.Mesh(geometry, this.#veiled(new three.MeshLambertMaterial({ vertexColors: true, side: three.DoubleSide })));
    }

    #lines() {
        const three = this.#three;
        const points = lines(this.#terrain).flatMap((pieces, i) => pieces.flatMap(([x1, y1, x2, y2]) => {
            const up = this.#up(this.#terrain.levels[i]) + LIFT;
            return [this.#across(x1), up, this.#deep(y1), this.#across(x2), up, this.#deep(y2)];
        }));
        const geometry = new three.BufferGeometry();
        geometry.setAttribute("position", new three.Float32BufferAttribute(points, 3));
        return new three.LineSegments(geometry, this.#veiled(new three.LineBasicMaterial({ color: ink("heightLine") })));
    }

    /** Puts the walkers and the fog in their places. @param {HillPicture} picture */
    place({ walkers, fog }) {
        this.#fog.value = fog === null ? -1 : (2 * fog) / this.#width;
        this.#eyes.value.forEach((eye, i) => {
            const at = walkers[i]?.place.position;
            eye.set(at ? this.#across(at[0]) : 1e6, at ? this.#deep(at[1]) : 1e6);
        });
        this.#trails.forEach((trail) => {
            this.scene.remove(trail);
            trail.geometry.dispose();
            trail.material.dispose();
        });
        this.#marks.forEach((mark, i) => (mark.visible = i < walkers.length));
        this.#trails = walkers.flatMap((walker) => {
            const mark = (this.#marks[walker.index] ??= this.#mark(walker.index));
            const [x, y] = walker.place.position;
            mark.visible = !walker.lost && this.#isInside(x, y) && this.#up(walker.place.height) <= MOST_UP * TALL;
            mark.position.set(this.#across(x), this.#up(walker.place.height) + MARK, this.#deep(y));
            return this.#trail(walker);
        });
        this.#trails.forEach((trail) => this.scene.add(trail));
    }

    #isInside(/** @type {number} */ x, /** @type {number} */ y) {
        const { xs, ys } = this.#terrain;
        return x >= xs[0] && x <= xs[xs.length - 1] && y >= ys[0] && y <= ys[ys.length - 1];
    }

    #mark(/** @type {number} */ index) {
        const three = this.#three;
        const shapes = [() => new three.SphereGeometry(MARK, 24, 16), () => new three.BoxGeometry(1.6 * MARK, 1.6 * MARK, 1.6 * MARK),
            () => new three.ConeGeometry(MARK, 2 * MARK, 24), () => new three.OctahedronGeometry(1.2 * MARK)];
        const mark = new three.Mesh(shapes[index % 4](), new three.MeshBasicMaterial({ color: ink(colour(index)), depthTest: false, transparent: true }));
        mark.renderOrder = 1;
        this.scene.add(mark);
        return mark;
    }

    /** Draws the path over the ground as a cord, and its places. @param {HillWalker} walker */
    #trail({ trail, index }) {
        const three = this.#three;
        const inside = trail.filter(({ position: [x, y], height }) => this.#isInside(x, y) && height <= this.#cap * 1.02)
            .map(({ position }) => position);
        const places = new three.BufferGeometry().setFromPoints(inside.map(([x, y]) => this.#spot(x, y)));
        const drawn = looks(colour(index)).map((look) =>
            new three.Points(places.clone(), new three.PointsMaterial({ ...look, size: 5 * (devicePixelRatio || 1), sizeAttenuation: false })));
        const overGround = this.#overGround(inside);
        if (overGround.length < 2) {
            return drawn;
        }
        const curve = new three.CatmullRomCurve3(overGround);
        curve.arcLengthDivisions = overGround.length;
        return [...drawn, ...looks(colour(index)).map((look) =>
            new three.Mesh(new three.TubeGeometry(curve, overGround.length, CORD, 6), new three.MeshBasicMaterial(look)))];
    }

    /** A place on the ground. */
    #spot(/** @type {number} */ x, /** @type {number} */ y) {
        return new this.#three.Vector3(this.#across(x), this.#up(Math.min(this.#cap, heightAt(this.#terrain, x, y))) + 2 * LIFT, this.#deep(y));
    }

    /** The line between two places, which follows the ground and does not go through it. @param {number[][]} places */
    #overGround(places) {
        return places.slice(1).flatMap(([x2, y2], i) => {
            const [x1, y1] = places[i];
            const far = Math.hypot(x2 - x1, y2 - y1) / this.#width;
            const pieces = Math.ceil(PIECES * far);
            return far < SAME ? [] : Array.from({ length: pieces + (i === 0 ? 1 : 0) }, (_, n) => {
                const share = (n + (i === 0 ? 0 : 1)) / pieces;
                return this.#spot(x1 + share * (x2 - x1), y1 + share * (y2 - y1));
            });
        });
    }

    dispose() {
        this.scene.traverse((/** @type {any} */ part) => {
            part.geometry?.dispose();
            part.material?.dispose();
        });
    }
}

/**
 * The look of lines on the ground: whole where they are visible, pale through the ground that hides them. @param {keyof
 * import("../../shared/palette.js").Palette["css"]} name
 */
function looks(name) {
    return [{ color: ink(name) }, { color: ink(name), depthTest: false, transparent: true, opacity: HIDDEN }];
}

/** A colour of the theme, in the older notation, which is the one that three.js reads. @param {keyof import("../../shared/palette.js").Palette["css"]} name */
function ink(name) {
    return palette().css[name].replaceAll(" ", ", ");
}

/** @param {number} index @returns {"walker1" | "walker2" | "walker3" | "walker4"} */
function colour(index) {
    return /** @type {const} */ (["walker1", "walker2", "walker3", "walker4"])[index % 4];
}

/** @param {Terrain} terrain */
function cap({ heights, high, even }) {
    return even ? high : [...heights].sort((a, b) => a - b)[Math.floor(SHOWN_SHARE * heights.length)];
}
