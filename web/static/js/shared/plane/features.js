/** The functions of a point that can be inputs, as the server names them. @type {Record<string, (x: number, y: number) => number>} */
export const features = {
    "x": (x) => x,
    "y": (_, y) => y,
    "x^2": (x) => x * x,
    "y^2": (_, y) => y * y,
    "xy": (x, y) => x * y,
    "sin x": (x) => Math.sin(x),
    "sin y": (_, y) => Math.sin(y),
};
