@org.jspecify.annotations.NullMarked
package downhill.web.card;
