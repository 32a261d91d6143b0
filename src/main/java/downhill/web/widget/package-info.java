/** The demo pages of the widgets. */
@org.jspecify.annotations.NullMarked
package downhill.web.widget;
