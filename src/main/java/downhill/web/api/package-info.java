/**
 * The HTTP interface, with a class for each group of routes: runs, frames, costs, explanations, descriptions, instruments, exports, data
 * sets and hills. {@link downhill.web.api.ApiRoutes} serves its own description, and {@link downhill.web.api.FrameStream} streams a run's
 * frames.
 */
@org.jspecify.annotations.NullMarked
package downhill.web.api;
