/** The functions of a point that can be inputs beside the point itself, as the server names them. @type {Record<string, (x: number, y: number) => number>} */
export const features = {
    "x^2": (x) => x * x,
    "y^2": (x, y) => y * y,
    "xy": (x, y) => x * y,
    "sin x": (x) => Math.sin(x),
    "sin y": (x, y) => Math.sin(y),
};
