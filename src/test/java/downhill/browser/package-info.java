@org.jspecify.annotations.NullMarked
package downhill.browser;
