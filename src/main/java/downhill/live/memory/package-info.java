/** The memory that runs and work take: charged before anything is made, given back when it goes. */
@org.jspecify.annotations.NullMarked
package downhill.live.memory;
