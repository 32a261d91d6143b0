/** The HTTP interface: runs, frames, costs, explanations, descriptions, instruments, exports, data sets and hills, and its own page. */
@org.jspecify.annotations.NullMarked
package downhill.web.api;
