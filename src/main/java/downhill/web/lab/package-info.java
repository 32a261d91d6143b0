/**
 * The labs: {@link downhill.web.lab.GraphRoutes} with the expression lab, whose graphs {@link downhill.web.lab.GraphLayout} lays out, and
 * {@link downhill.web.lab.DigitLab}.
 */
@org.jspecify.annotations.NullMarked
package downhill.web.lab;
