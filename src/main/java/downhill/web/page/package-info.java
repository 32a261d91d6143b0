/** The frame of all pages: layout, templates, links to the glossary, and the course as it is on disk. */
@org.jspecify.annotations.NullMarked
package downhill.web.page;
