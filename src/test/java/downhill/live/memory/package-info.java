@org.jspecify.annotations.NullMarked
package downhill.live.memory;
