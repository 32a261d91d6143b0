/** Routes, pages, streams, errors. */
@org.jspecify.annotations.NullMarked
package downhill.web;
