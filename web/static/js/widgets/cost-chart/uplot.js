// uPlot comes as a classic script that leaves `window.uPlot`; who imports this module has it. Pages without a chart never load it.
const { promise, resolve, reject } = Promise.withResolvers();
const script = document.createElement("script");
script.src = /** @type {HTMLMetaElement} */ (document.querySelector("meta[name=uplot]")).content;
script.addEventListener("load", resolve);
script.addEventListener("error", reject);
document.head.append(script);
await promise;
