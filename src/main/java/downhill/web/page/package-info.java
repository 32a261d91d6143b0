/**
 * The frame of all pages: {@link downhill.web.page.Layouts} makes each page's {@link downhill.web.page.Layout},
 * {@link downhill.web.page.TemplateFiles} opens the templates, {@link downhill.web.page.TermLinks} links to the glossary, and
 * {@link downhill.web.page.Courses} has the course as it is on disk.
 */
@org.jspecify.annotations.NullMarked
package downhill.web.page;
