@org.jspecify.annotations.NullMarked
package downhill.net;
