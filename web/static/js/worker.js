/**
 * The service worker: it keeps the pages with words that a visitor has opened, for reading without a connection. Networks are trained on the
 * server, so the playground, the labs and everything under a figure are always asked for there.
 *
 * @typedef {Event & { waitUntil: (work: Promise<any>) => void }} WorkerEvent
 * @typedef {WorkerEvent & { request: Request, preloadResponse: Promise<Response | undefined>, respondWith: (answer: Promise<Response>) => void }} FetchEvent
 */

/** The scope of the worker, which the types of a page do not have. */
const worker = /** @type {any} */ (self);
const address = new URL(worker.location.href);
const base = new URL("./", address).pathname;
const store = `pages of ${address.searchParams.get("version")}`;

/** More pages than the course has, so that a visitor can keep all of them. */
const MOST = 300;
const PAGES = /^(lessons|glossary|teachers|privacy|offline)(\/|$)|^$/;
const FILES = /^(assets|lib)\//;

worker.addEventListener("install", (/** @type {WorkerEvent} */ event) => event.waitUntil(begin()));
worker.addEventListener("activate", (/** @type {WorkerEvent} */ event) => event.waitUntil(takeOver()));
worker.addEventListener("fetch", (/** @type {FetchEvent} */ event) => {
    const { request } = event;
    const { origin, pathname, search } = new URL(request.url);
    const path = pathname.startsWith(base) ? pathname.slice(base.length) : null;
    if (request.method !== "GET" || origin !== address.origin || path === null) {
        return;
    }
    if (FILES.test(path)) {
        event.respondWith(file(event));
    } else if (request.mode === "navigate") {
        event.respondWith(page(event, PAGES.test(path) && search === ""));
    } else if (PAGES.test(path) && search === "" && request.headers.has("HX-Request")) {
        event.respondWith(page(event, true));
    }
});

/** Keeps the page that is shown for one that was never opened, with what it is drawn with. */
async function begin() {
    const offline = await fetch(`${base}offline`);
    const kept = await caches.open(store);
    const named = [...(await offline.clone().text()).matchAll(/(?:href|src)="([^"]+)"/g)].map((found) => found[1]);
    await kept.addAll(named.filter((name) => name.startsWith(base) && FILES.test(name.slice(base.length))));
    await kept.put(`${base}offline`, offline);
    await worker.skipWaiting();
}

/** Deletes what an older version of the site has kept, and keeps the page from which the worker was started. */
async function takeOver() {
    const names = await caches.keys();
    await Promise.all(names.filter((name) => name !== store).map((name) => caches.delete(name)));
    await worker.registration.navigationPreload?.enable();
    await worker.clients.claim();
    for (const { url } of await worker.clients.matchAll()) {
        const { pathname, search } = new URL(url);
        if (PAGES.test(pathname.slice(base.length)) && search === "") {
            await keepPage(url, await fetch(url)).catch(() => {});
        }
    }
}

/** A file never changes under its address. */
async function file(/** @type {FetchEvent} */ event) {
    const kept = await caches.match(event.request);
    if (kept) {
        return kept;
    }
    const answer = await fetch(event.request);
    event.waitUntil(keep(event.request, answer.clone()));
    return answer;
}

/** A page as the server has it; without a connection as it was when it was opened last. */
async function page(/** @type {FetchEvent} */ event, /** @type {boolean} */ isKept) {
    const { request } = event;
    try {
        const answer = (request.mode === "navigate" && (await event.preloadResponse)) || (await fetch(request));
        if (isKept) {
            event.waitUntil(keepPage(request.url, answer.clone()));
        }
        return answer;
    } catch (error) {
        const kept = isKept ? await caches.match(request.url, { ignoreVary: true }) : undefined;
        const shown = kept ?? (request.mode === "navigate" ? await caches.match(`${base}offline`) : undefined);
        if (!shown) {
            throw error;
        }
        return shown;
    }
}

async function keep(/** @type {RequestInfo} */ request, /** @type {Response} */ answer) {
    if (answer.status === 200 && !answer.redirected) {
        await (await caches.open(store)).put(request, answer);
    }
}

/** Keeps a page, and lets the oldest go where there are too many. */
async function keepPage(/** @type {string} */ url, /** @type {Response} */ answer) {
    await keep(url, answer);
    const kept = await caches.open(store);
    const pages = (await kept.keys()).filter((one) => !FILES.test(new URL(one.url).pathname.slice(base.length)));
    const old = pages.filter((one) => !one.url.endsWith("/offline")).slice(0, Math.max(0, pages.length - MOST));
    await Promise.all(old.map((one) => kept.delete(one)));
}
